import { expect } from 'chai';
import { composeChat } from '../../src/compose.js';
import '../../src/compose/asides.js';
import { WarmleadChat } from '../../src/elements/chat/chat.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { closeChats, openChat, until, type Driver } from './panel-driver.js';
import { kestrel } from './playbooks.js';

const playbook: Playbook = {
  ...kestrel,
  privacy: { remember: 'nothing', storage: 'never' },
  knowledge: [
    {
      id: 'wifi',
      questions: ['What if the Wi-Fi is down?'],
      answer: 'Probes keep **30 days** of readings.',
      url: '/support#wifi',
    },
  ],
  objections: [
    {
      id: 'price',
      heard: ['too expensive'],
      acknowledge: 'I hear you.',
      explore: { ask: 'What are you comparing it with?', options: ['What we pay now'] },
      replies: ['You can start with one site.'],
    },
  ],
};

const composeFake = WarmleadChat.compose;
before(() => (WarmleadChat.compose = composeChat as never));
after(() => (WarmleadChat.compose = composeFake));
afterEach(closeChats);

let opened = 0;
/** One of its own each time: what is kept in memory outlives the test. */
const open = (): Promise<Driver> => openChat({ playbook, attributes: { name: `asides ${++opened}` } });

const NEED = 'What would you like to fix?';
/** Says it and waits for the answer, which what is fetched may hold up. */
const says = async (driver: Driver, text: string, answer: string): Promise<void> => {
  await driver.say(text);
  await until(() => driver.text.includes(answer));
  await driver.settled();
};

describe('a question typed in between', () => {
  it('is answered with a link to its source, aloud, and the question is asked again', async () => {
    const driver = await open();
    await says(driver, 'What if the Wi-Fi is down?', '30 days');
    const link = driver.control('Read more') as HTMLAnchorElement;
    expect(new URL(link.href).pathname + new URL(link.href).hash).to.equal('/support#wifi');
    expect(driver.root.querySelector('.says strong')?.textContent).to.equal('30 days');
    expect(driver.lines.at(-1)).to.contain(NEED);
    await until(() => driver.announced.some((words) => words.includes('Read more')));
    expect(driver.has('Paper logs for audits')).to.equal(true);
    await says(driver, 'Are you listed?', 'noted it');
    expect(driver.focused).to.equal('Your answer or question');
  });

  it('can be judged; one that was no help is for the team', async () => {
    const driver = await open();
    await says(driver, 'What if the Wi-Fi is down?', '30 days');
    await driver.click('No');
    expect(driver.text).to.contain('noted it for Dana and Tom');
    expect(driver.has('No')).to.equal(false);
    await driver.click('Talk to a person');
    await until(() => driver.has('Call +44 20 7946 0123'));
  });
});

describe('an objection', () => {
  it('takes the place of the question until it is talked over', async () => {
    const driver = await open();
    await says(driver, 'Too expensive', 'comparing');
    expect(driver.has('Paper logs for audits')).to.equal(false);
    const group = driver.root.querySelector('.options');
    const labelledBy = group?.getAttribute('aria-labelledby') ?? '';
    expect(driver.root.getElementById(labelledBy)?.textContent).to.contain('What are you comparing it with?');
    await driver.click('What we pay now');
    expect(driver.text).to.contain('You can start with one site.');
    await driver.click('That helps');
    expect(driver.lines.at(-1)).to.contain(NEED);
    await driver.click('Paper logs for audits');
    expect(driver.text).to.contain('How many sites do you run?');
  });

  it('tells the page no step of its own', async () => {
    const driver = await open();
    const before = driver.events('step').length;
    await says(driver, 'Too expensive', 'comparing');
    await driver.click('What we pay now');
    await driver.click('That helps');
    expect(driver.events('step').length).to.equal(before);
  });
});

describe('an answer in other words', () => {
  it('says what it was understood from', async () => {
    const driver = await open();
    await driver.click('Paper logs for audits');
    await driver.say('about 12');
    await until(() => driver.text.includes('When would you like'));
    expect(driver.text).to.contain('From “about 12”');
  });
});

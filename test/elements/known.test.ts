import { expect } from 'chai';
// Fetched with the test file, so that no test waits for it.
import '../../src/elements/known.js';
import { closeChats, openChat, until, type Driver } from './panel-driver.js';
import { kestrel } from './playbooks.js';

afterEach(closeChats);

const OLD = { value: 20, source: 'crm', asOf: '2025-03-02T00:00:00.000Z' } as const;
const isAsked = ({ root }: Driver): boolean => root.getElementById('known') !== null;
/** At a question to which the page knew the answer long ago. */
const asked = async (playbook = kestrel): Promise<Driver> => {
  const driver = await openChat({ playbook });
  driver.conversation.send({ type: 'page.prefilled', values: { sites: OLD } });
  driver.conversation.send({ type: 'visitor.answered', step: 'need', raw: 'alarms' });
  await until(() => isAsked(driver));
  await driver.settled();
  return driver;
};

describe('what the page knew long ago', () => {
  it('is shown with its age, and confirmed with one tap', async () => {
    const driver = await asked();
    expect(driver.text).to.contain('How many sites do you run?');
    expect(driver.text).to.contain('20 That’s what we have from March 2025. Still right?');
    driver.control('Yes, still').focus();
    await driver.click('Yes, still');
    expect(driver.conversation.sent.at(-1)).to.deep.equal({ type: 'visitor.confirmed', of: 2 });
    expect(isAsked(driver)).to.equal(false);
    expect(driver.lines.at(-2)).to.contain('20');
    expect(driver.has('Change')).to.equal(true);
    expect(driver.focused).to.not.equal('body');
  });

  it('is asked anew where it is not right', async () => {
    const driver = await asked();
    driver.control('Change').focus();
    driver.control('Change').click();
    await driver.settled();
    expect(isAsked(driver)).to.equal(false);
    expect(driver.focused).to.not.equal('body');
    await driver.say('25');
    expect(driver.conversation.view.fold.answers.get('sites')?.value).to.equal(25);
    await driver.say('What does it cost?');
    expect(driver.conversation.sent.at(-1)).to.deep.equal({
      type: 'visitor.typed',
      text: 'What does it cost?',
    });
  });

  it('comes back when the visitor leaves it as it is', async () => {
    const driver = await asked();
    await driver.click('Change');
    driver.composer.focus();
    driver.composer.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    );
    await driver.settled();
    expect(isAsked(driver)).to.equal(true);
    expect(driver.chat.open).to.equal(true);
  });

  it('is asked in the language of the visitor', async () => {
    const driver = await asked({ ...kestrel, language: 'de' });
    expect(driver.text).to.contain('Unser Stand: März 2025. Stimmt es noch?');
    expect(driver.has('Ja, stimmt noch')).to.equal(true);
  });
});

describe('"Not you?"', () => {
  it('stands in the menu only where the page knows something, and starts clean', async () => {
    const stranger = await openChat({ playbook: kestrel });
    stranger.root.getElementById('more')?.click();
    await stranger.settled();
    expect(stranger.has('Start over')).to.equal(true);
    expect(stranger.has('Not you?')).to.equal(false);
    closeChats();
    const driver = await asked();
    driver.root.getElementById('more')?.click();
    await driver.settled();
    await driver.click('Not you? Start clean');
    expect(driver.conversation.sent.at(-1)).to.deep.equal({ type: 'visitor.disowned' });
    expect(driver.root.querySelectorAll('[role=menu]').length).to.equal(0);
    expect(driver.text).to.contain('What would you like to fix?');
    expect(driver.focused).to.not.equal('body');
  });
});

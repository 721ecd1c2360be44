import { expect } from 'chai';
import { FURTHER } from './further-playbooks.js';
import { closeChats, openChat, until, type Driver } from './panel-driver.js';
import { kestrel } from './playbooks.js';

afterEach(closeChats);

const address = ({ conversation }: Driver) => conversation.view.answers.at(-1)?.value;
/** Without the marks that keep an address together. */
const bare = (text: string) => text.replace(/[\u2066\u2069]/g, '');
const hint = ({ root }: Driver) => root.querySelector<HTMLElement>('.hint');
const hinted = (driver: Driver) => until(() => hint(driver) !== null);

describe('a slip in an e-mail address', () => {
  it('is taken as it is, and mended with one tap', async () => {
    const driver = await openChat({ playbook: FURTHER.email });
    await driver.say('jo@gmial.com');
    expect(address(driver), 'nothing is in the way').to.equal('jo@gmial.com');
    await hinted(driver);
    expect(bare(hint(driver)?.innerText ?? '').trim()).to.equal('Did you mean jo@gmail.com?');
    hint(driver)?.querySelector('button')?.click();
    await driver.settled();
    expect(address(driver)).to.equal('jo@gmail.com');
    expect(hint(driver)).to.equal(null);
    expect(driver.focused).not.to.equal('body');
  });

  it('is mended in the field of a card, before anything is sent', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms', '12', 'quarter', 'More', 'no'] });
    const email = driver.control('E-mail') as HTMLInputElement;
    email.value = 'priya@gmial.com';
    email.dispatchEvent(new Event('change', { bubbles: true }));
    await hinted(driver);
    hint(driver)?.querySelector('button')?.click();
    await driver.settled();
    expect(email.value).to.equal('priya@gmail.com');
    expect(driver.root.activeElement).to.equal(email);
    expect(hint(driver)).to.equal(null);
    expect(driver.conversation.sent).to.deep.equal([]);
  });

  it('is not seen where there is none', async () => {
    const driver = await openChat({ playbook: FURTHER.email });
    await driver.say('jo@northfold.example');
    await driver.settled();
    expect(hint(driver)).to.equal(null);
  });
});

describe('an address at work', () => {
  it('is preferred in one sentence, and any other is taken', async () => {
    const driver = await openChat({ playbook: FURTHER.workEmail });
    await driver.say('jo@gmail.com');
    expect(address(driver)).to.equal('jo@gmail.com');
    await hinted(driver);
    expect(driver.text).to.contain('An address at work helps us more.');
    await driver.click('Use another');
    await driver.say('jo@northfold.example');
    expect(address(driver)).to.equal('jo@northfold.example');
  });

  it('is asked for once where it is required, and then any is taken', async () => {
    const driver = await openChat({ playbook: FURTHER.onlyWorkEmail });
    await driver.say('jo@gmail.com');
    expect(driver.conversation.view.rejection?.code).to.equal('email.free');
    await driver.settled();
    expect(driver.text).to.contain('send it once more');
    expect(driver.composer.value).to.equal('jo@gmail.com');
    await driver.say('jo@gmail.com');
    expect(address(driver)).to.equal('jo@gmail.com');
  });
});

describe('a contact card and what is typed below it', () => {
  const atContact = () =>
    openChat({ playbook: kestrel, answered: ['alarms', '12', 'quarter', 'More', 'no'] });
  const valueOf = (driver: Driver, name: string) => (driver.control(name) as HTMLInputElement).value;

  it('is filled in where something is still missing, and goes there', async () => {
    const driver = await atContact();
    await driver.say('Jo from Acme, +44 20 7946 0999');
    expect(valueOf(driver, 'Name')).to.equal('Jo');
    expect(valueOf(driver, 'Company')).to.equal('Acme');
    expect(valueOf(driver, 'Phone')).to.equal('+44 20 7946 0999');
    expect(driver.root.activeElement).to.equal(driver.control('E-mail'));
    expect(driver.composer.value).to.equal('');
  });

  it('keeps what stands in its other fields', async () => {
    const driver = await atContact();
    (driver.control('Country') as HTMLInputElement).value = 'Norway';
    await driver.say('Jo from Acme, +44 20 7946 0999');
    expect(valueOf(driver, 'Country')).to.equal('Norway');
    expect(valueOf(driver, 'Name')).to.equal('Jo');
    (driver.control('Name') as HTMLInputElement).value = 'Joanna';
    driver.conversation.patch({ problem: { code: 'storage.unavailable' } });
    await driver.settled();
    expect(valueOf(driver, 'Name'), 'what is typed later stays').to.equal('Joanna');
  });

  it('says at every field what is wrong with it', async () => {
    const driver = await atContact();
    await driver.click('Send to Kestrel');
    const wrong = ['Name', 'E-mail', 'Company'].map((name) => {
      const id = driver.control(name).getAttribute('aria-describedby') ?? '';
      return driver.root.getElementById(id)?.textContent.trim();
    });
    expect(wrong).to.deep.equal(Array.from({ length: 3 }, () => 'I need this to answer you.'));
  });

  it('has the types that bring up the right keyboards', async () => {
    const driver = await atContact();
    const types = ['Name', 'E-mail', 'Phone'].map((name) => (driver.control(name) as HTMLInputElement).type);
    expect(types).to.deep.equal(['text', 'email', 'tel']);
  });
});

import { expect } from 'chai';
import { press } from '../support/commands.js';
import { closeChats, nameOf, openChat, type Driver } from './panel-driver.js';
import { kestrel } from './playbooks.js';

afterEach(closeChats);

const atContact = () => openChat({ playbook: kestrel, answered: ['alarms', '12', 'quarter', 'More', 'no'] });
const fill = (driver: Driver, values: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(values))
    (driver.control(name) as HTMLInputElement).value = value;
};
const valueOf = (driver: Driver, name: string) => (driver.control(name) as HTMLInputElement).value;
const sentCards = ({ conversation }: Driver) =>
  conversation.sent.filter((event) => event.type === 'visitor.answered');

describe('the contact card', () => {
  it('has a label above every field and says which are optional', async () => {
    const driver = await atContact();
    const labels = [...driver.root.querySelectorAll('.field')].map((field) => field.querySelector('input'));
    expect(labels.map((input) => input && nameOf(input))).to.deep.equal([
      'Name',
      'E-mail',
      'Company',
      'Country (optional)',
      'Phone (optional)',
    ]);
  });

  it('tells browsers and keyboards what every field is for', async () => {
    const driver = await atContact();
    const inputs = [...driver.root.querySelectorAll<HTMLInputElement>('.field input')];
    const told = inputs.map((input) => [
      input.autocomplete,
      input.inputMode,
      input.getAttribute('enterkeyhint'),
    ]);
    expect(told).to.deep.equal([
      ['name', 'text', 'next'],
      ['email', 'email', 'next'],
      ['organization', 'text', 'next'],
      ['country-name', 'text', 'next'],
      ['tel', 'tel', 'send'],
    ]);
  });

  it('says what the button does, beside the notice', async () => {
    const driver = await atContact();
    expect(driver.has('Send to Kestrel')).to.equal(true);
    expect(driver.text).to.contain('We use this to answer you. Privacy');
    expect(driver.control('Privacy').getAttribute('href')).to.equal(`${location.origin}/privacy`);
  });

  it('sends what the browser filled in without telling', async () => {
    const driver = await atContact();
    fill(driver, { Name: 'Priya Shah', 'E-mail': 'priya@northfold.example', Company: 'Northfold' });
    await driver.click('Send to Kestrel');
    const [card] = sentCards(driver);
    expect(JSON.parse(card?.raw ?? '')).to.deep.equal({
      name: 'Priya Shah',
      email: 'priya@northfold.example',
      company: 'Northfold',
      country: '',
      phone: '',
    });
    expect(card?.decoyFilled).to.equal(undefined);
  });

  it('goes to the first wrong field, says what is wrong, and keeps the rest', async () => {
    const driver = await atContact();
    fill(driver, { Name: 'Priya Shah', 'E-mail': 'priya.northfold', Company: 'Northfold' });
    await driver.click('Send to Kestrel');
    const email = driver.control('E-mail');
    expect(driver.root.activeElement).to.equal(email);
    expect(email.getAttribute('aria-invalid')).to.equal('true');
    const described = driver.root.getElementById(email.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).to.contain('Looks like the @ is missing.');
    expect(valueOf(driver, 'Name')).to.equal('Priya Shah');
    expect(valueOf(driver, 'Company')).to.equal('Northfold');
  });

  it('does not say it a second time to who hears it at the field', async () => {
    const driver = await atContact();
    fill(driver, { Name: 'Priya Shah', 'E-mail': 'x' });
    await driver.click('Send to Kestrel');
    expect(driver.announced.filter((words) => words.includes('@'))).to.deep.equal([]);
  });

  it('keeps what was typed when something else is drawn meanwhile', async () => {
    const driver = await atContact();
    fill(driver, { Name: 'Priya' });
    driver.conversation.patch({ problem: { code: 'storage.unavailable' } });
    await driver.settled();
    expect(valueOf(driver, 'Name')).to.equal('Priya');
  });

  it('has a field that nobody sees, hears or reaches, and tells when it was filled', async () => {
    const driver = await atContact();
    const decoy = driver.root.querySelector<HTMLInputElement>('.contact .decoy');
    if (!decoy) throw new Error('There is no decoy.');
    expect(decoy.tabIndex).to.equal(-1);
    expect(decoy.closest('[aria-hidden=true]')).not.to.equal(null);
    expect(decoy.autocomplete).to.equal('off');
    expect(decoy.parentElement?.getBoundingClientRect().width).to.be.below(2);
    decoy.value = 'http://spam.example';
    fill(driver, { Name: 'Bot', 'E-mail': 'bot@spam.example', Company: 'Spam' });
    await driver.click('Send to Kestrel');
    expect(sentCards(driver)[0]?.decoyFilled).to.equal(true);
  });

  it('keeps the focus inside after sending with Enter on a touch screen, so that Escape closes', async () => {
    const driver = await atContact();
    driver.conversation.patch({ handover: { is: 'saving' } });
    fill(driver, { Name: 'Priya Shah', 'E-mail': 'priya@northfold.example', Company: 'Northfold' });
    driver.control('Phone').focus();
    const { matchMedia } = window;
    window.matchMedia = (query) => matchMedia.call(window, query === '(hover: none)' ? 'all' : query);
    try {
      await press('Enter');
      await driver.settled();
      const focused = driver.root.activeElement;
      expect(focused?.getAttribute('part')).to.equal('assistant-message');
      expect(focused).to.equal([...driver.root.querySelectorAll('[part=assistant-message]')].at(-1));
      await press('Escape');
      await driver.settled();
      expect(driver.chat.open).to.equal(false);
    } finally {
      window.matchMedia = matchMedia;
    }
  });

  it('sends once however often its button is clicked', async () => {
    const driver = await atContact();
    fill(driver, { Name: 'Priya Shah', 'E-mail': 'priya@northfold.example', Company: 'Northfold' });
    const button = driver.control('Send to Kestrel');
    for (let i = 0; i < 10; i++) button.click();
    await driver.settled();
    expect(driver.conversation.view.fold.log.filter(({ type }) => type === 'submitted')).to.have.length(1);
  });

  it('is filled with what stood there before when it is changed', async () => {
    const driver = await atContact();
    fill(driver, { Name: 'Priya Shah', 'E-mail': 'priya@northfold.example', Company: 'Northfold' });
    await driver.click('Send to Kestrel');
    await driver.click('Change: Priya Shah');
    expect(valueOf(driver, 'E-mail')).to.equal('priya@northfold.example');
    fill(driver, { 'E-mail': 'p.shah@northfold.example' });
    await driver.click('Save');
    const [corrected] = driver.conversation.sent.filter((event) => event.type === 'visitor.corrected');
    expect(JSON.parse(corrected?.raw ?? '')).to.include({ email: 'p.shah@northfold.example' });
  });
});

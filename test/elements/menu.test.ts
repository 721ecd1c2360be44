import { expect } from 'chai';
import { press } from '../support/commands.js';
import { closeChats, openChat, until } from './panel-driver.js';
import { kestrel } from './playbooks.js';

afterEach(closeChats);

describe('the menu', () => {
  it('opens with its first item in focus, goes round with arrows and closes with Escape', async () => {
    const driver = await openChat({ playbook: kestrel });
    await driver.click('More');
    expect(driver.focused).to.equal('Talk to a person');
    await press('ArrowUp');
    expect(driver.focused).to.equal('Privacy and my data');
    await press('ArrowDown');
    expect(driver.focused).to.equal('Talk to a person');
    await press('Escape');
    await driver.settled();
    expect(driver.has('Talk to a person')).to.equal(false);
    expect(driver.focused).to.equal('More');
    expect(driver.chat.open).to.equal(true);
  });

  it('closes with a click beside it', async () => {
    const driver = await openChat({ playbook: kestrel });
    await driver.click('More');
    driver.root.querySelector<HTMLElement>('.scroller')?.click();
    await driver.settled();
    expect(driver.has('Start over')).to.equal(false);
  });

  it('leads to a person: phone and mail', async () => {
    const driver = await openChat({ playbook: kestrel });
    await driver.click('More');
    await driver.click('Talk to a person');
    expect(driver.root.activeElement?.textContent?.trim()).to.equal('Talk to a person');
    expect(driver.control('Call +44 20 7946 0123').getAttribute('href')).to.equal('tel:+442079460123');
    await driver.click('Back');
    expect(driver.focused).to.equal('More');
  });

  it('starts over only after asking', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms'] });
    await driver.click('More');
    await driver.click('Start over');
    expect(driver.conversation.sent).to.deep.equal([]);
    await driver.click('Start over');
    expect(driver.conversation.sent).to.deep.equal([{ type: 'visitor.restarted' }]);
    expect(driver.text).to.contain('What would you like to fix?');
    expect(driver.text).not.to.contain('How many sites');
    expect(driver.focused).to.equal('We notice a warm freezer too late');
  });

  it('says what is kept, lets a consent be withdrawn, and erases after asking', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms', '12', 'year', 'More', 'yes'] });
    await driver.click('More');
    await driver.click('Privacy and my data');
    expect(driver.text).to.contain('kept in this tab until you close it');
    expect(driver.text).to.contain('Also send me the monthly newsletter. Agreed');
    await driver.click('Withdraw: Also send me');
    expect(driver.conversation.sent).to.deep.equal([
      { type: 'visitor.consented', purpose: 'newsletter', granted: false },
    ]);
    expect(driver.text).to.contain('Not agreed');
    await driver.click('Erase my data');
    await until(() => driver.text.includes('asks Kestrel to erase what you sent'));
    await driver.click('Erase my data');
    expect(driver.conversation.sent.at(-1)).to.deep.equal({ type: 'visitor.withdrew' });
  });

  it('sends to the company whoever wants erased what the page cannot have erased', async () => {
    const driver = await openChat({
      playbook: kestrel,
      answered: ['alarms'],
      patch: { handover: { is: 'sent', atMs: 0 }, updates: false },
    });
    await driver.click('More');
    await driver.click('Privacy and my data');
    await driver.click('Erase my data');
    await until(() => driver.text.includes('Ask Kestrel directly to erase that:'));
    expect(driver.text).not.to.contain('asks Kestrel to erase');
    expect(driver.has('Call +44 20 7946 0123')).to.equal(true);
  });

  const kept: readonly (readonly [string, object, readonly string[], string])[] = [
    ['before anybody spoke', {}, [], 'Nothing is kept once you leave this page.'],
    ['in the tab', {}, ['alarms'], 'kept in this tab until you close it, 24 hours at most'],
    ['of a question alone', {}, ['Do you deliver?'], 'kept in this tab'],
    ['on the device', { remember: 'device' }, ['alarms'], 'kept on this device for 30 days'],
    ['where the owner wants nothing kept', { remember: 'nothing' }, ['alarms'], 'Nothing is kept once'],
    [
      'where nothing may be stored',
      { storage: 'never', remember: 'device' },
      ['alarms'],
      'Nothing is kept once',
    ],
    ['where the page decides', { storage: 'ask-host' }, ['alarms'], 'up to the cookie settings'],
  ];
  for (const [name, privacy, answered, words] of kept) {
    it(`says what is kept ${name}`, async () => {
      const driver = await openChat({
        playbook: { ...kestrel, privacy: { ...kestrel.privacy, ...privacy } },
        answered,
      });
      await driver.click('More');
      await driver.click('Privacy and my data');
      expect(driver.text).to.contain(words);
    });
  }
});

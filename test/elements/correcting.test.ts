import { expect } from 'chai';
import { press } from '../support/commands.js';
import { closeChats, openChat } from './panel-driver.js';
import { everyKind, kestrel } from './playbooks.js';

afterEach(closeChats);

describe('changing an answer', () => {
  it('opens the question again with the old answer marked, and mends it', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms', '12'] });
    await driver.click('Change: We notice a warm freezer too late');
    expect(driver.text).to.contain('Change your answer What would you like to fix?');
    expect(driver.control('We notice a warm freezer too late').className).to.contain('prior');
    expect(driver.focused).to.equal('We notice a warm freezer too late');
    await driver.click('Paper logs for audits');
    const [first] = driver.conversation.view.answers;
    expect(driver.conversation.sent).to.deep.equal([
      { type: 'visitor.corrected', of: first?.n, raw: 'audits' },
    ]);
    expect(driver.text).to.contain('Paper logs for audits changed');
    expect(driver.text).to.contain('When would you like it running?');
    expect(driver.focused).to.equal('This quarter');
  });

  it('offers a typed answer in the composer', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms', '12'] });
    await driver.click('Change: 12');
    expect(driver.composer.value).to.equal('12');
    await driver.say('14');
    expect(driver.conversation.sent.at(-1)).to.include({ type: 'visitor.corrected', raw: '14' });
    expect(driver.composer.value).to.equal('');
  });

  it('stays open and says why when the new answer is refused', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms', '12'] });
    await driver.click('Change: 12');
    await driver.say('0');
    expect(driver.text).to.contain('That’s too low here. It starts at 1.');
    expect(driver.composer.value).to.equal('0');
    await driver.say('1');
    expect(driver.text).not.to.contain('Change your answer');
  });

  it('can be left as it is, with its button or with Escape', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms', '12'] });
    await driver.click('Change: 12');
    await driver.click('Keep it as it is');
    expect(driver.text).not.to.contain('Change your answer');
    await driver.click('Change: 12');
    await press('Escape');
    await driver.settled();
    expect(driver.text).not.to.contain('Change your answer');
    expect(driver.chat.open, 'Escape goes one step back').to.equal(true);
    expect(driver.conversation.sent).to.deep.equal([]);
  });

  it('is offered for a consent, too', async () => {
    const driver = await openChat({
      playbook: kestrel,
      answered: ['audits', '12', 'quarter', 'More', 'no'],
    });
    await driver.click('Change: No');
    expect(driver.text).to.contain('Change your answer');
    expect(driver.has('Yes, I agree')).to.equal(true);
    await driver.click('Yes, I agree');
    const consent = driver.conversation.view.answers.find(({ step }) => step.startsWith('consent:'));
    expect(driver.conversation.sent.at(-1)).to.deep.equal({
      type: 'visitor.corrected',
      of: consent?.n,
      raw: 'yes',
    });
  });

  it('is offered for every answer in the review before sending', async () => {
    const driver = await openChat({
      playbook: everyKind,
      answered: ['priya@northfold.example', 'Paper', 'yes', 'A door.', 'yes', '+44 20 7946 0999'],
    });
    expect(driver.text).to.contain('Ready to send');
    await driver.click('Change: A door.');
    await driver.say('Two doors.');
    expect(driver.text).to.contain('Two doors.');
    await driver.click('Send to Kestrel');
    expect(driver.conversation.sent.at(-1)).to.include({ type: 'visitor.submitted' });
  });
});

import { expect } from 'chai';
import '../../src/elements/returning/returning.js';
import { closeChats, openChat, until } from './panel-driver.js';
import { kestrel } from './playbooks.js';

afterEach(closeChats);

const answered = ['alarms', '12', 'quarter', '£200 to £1,000', 'no'];
const asked = { kind: 'callback', cancelled: false, changeable: true } as const;

describe('coming back', () => {
  it('says that the questions have changed, until something is answered', async () => {
    const driver = await openChat({
      playbook: kestrel,
      answered: ['alarms'],
      patch: { resumed: 'changed', questionsChanged: true },
    });
    await until(() => driver.text.includes('Some questions have changed since you were here.'));
    driver.conversation.patch({ questionsChanged: false });
    await driver.settled();
    expect(driver.text).not.to.contain('Some questions have changed');
  });

  it('shows what was agreed, and calls it off', async () => {
    const driver = await openChat({
      playbook: kestrel,
      answered,
      patch: { resumed: 'same', receipt: asked },
    });
    await until(() => driver.text.includes('Your callback request is with Kestrel'));
    await driver.click('Cancel');
    expect(driver.conversation.sent.at(-1)).to.deep.equal({ type: 'visitor.cancelled' });
    driver.conversation.patch({ receipt: { ...asked, cancelled: true } });
    await driver.settled();
    expect(driver.text).to.contain('Your callback request is cancelled');
    expect(driver.text).not.to.contain('Cancel ');
  });

  it('says when it is, in the language of the conversation', async () => {
    const driver = await openChat({
      playbook: kestrel,
      answered,
      locale: 'de',
      patch: { resumed: 'same', receipt: { ...asked, kind: 'booking', start: '2026-11-24T12:00:00.000Z' } },
    });
    await until(() => driver.text.includes('Ihre Terminanfrage liegt bei Kestrel: Di'));
    expect(driver.text).to.contain('24. Nov');
  });

  it('leads to people where it cannot be changed here', async () => {
    const driver = await openChat({
      playbook: kestrel,
      patch: { resumed: 'same', receipt: { ...asked, changeable: false } },
    });
    await until(() => driver.text.includes('Your callback request is with Kestrel'));
    await driver.click('Change or cancel');
    expect(driver.text).to.contain('You can reach Kestrel directly.');
  });
});

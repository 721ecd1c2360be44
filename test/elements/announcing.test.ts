import { expect } from 'chai';
import type { Turn } from '../../src/flow/state.js';
import { Announcer } from '../../src/elements/usher/announcer.js';
import { closeChats, openChat, until } from './panel-driver.js';
import { kestrel } from './playbooks.js';

type AssistantNote = Extract<Turn, { by: 'assistant'; says: string }>['note'];

afterEach(closeChats);

describe('what screen readers hear', () => {
  it('has its place in the page from the beginning, empty', async () => {
    const driver = await openChat({ playbook: kestrel, closed: true });
    const region = driver.chat.querySelector('[slot=announcer]');
    expect(region?.getAttribute('role')).to.equal('status');
    expect(region?.textContent).to.equal('');
    expect((region as HTMLElement).assignedSlot?.isConnected).to.equal(true);
  });

  it('says nothing on opening: the focus goes there', async () => {
    const driver = await openChat({ playbook: kestrel });
    await driver.settled();
    expect(driver.announced).to.deep.equal([]);
  });

  it('says every new line of the assistant once, one after the other', async () => {
    const driver = await openChat({ playbook: kestrel });
    await driver.say('Is there a **trial**?');
    await driver.click('Paper logs for audits');
    await until(() => driver.announced.length >= 3);
    expect(driver.announced).to.deep.equal([
      'I don’t have a reliable answer to that. I’ve noted it for Dana and Tom.',
      'What would you like to fix?',
      'How many sites do you run?',
    ]);
  });

  it('says once that an answer is looked up, and once what a machine wrote', async () => {
    const driver = await openChat({ playbook: kestrel });
    const { fold } = driver.conversation.view;
    const n = fold.n + 1;
    const show = (line: { readonly key: string; readonly says: string; readonly note: AssistantNote }) => {
      const turns: readonly Turn[] = [
        ...fold.turns,
        { by: 'visitor', key: `v${n}`, at: '', n, says: 'Is there a trial?' },
        { by: 'assistant', at: '', ...line },
      ];
      driver.conversation.patch({ fold: { ...fold, turns } });
    };
    show({ key: `looking.${n}`, says: '', note: 'looking-up' });
    await until(() => driver.announced.length >= 1);
    show({ key: `a${n}`, says: 'Yes, for **30 days**.', note: 'answer-written' });
    await until(() => driver.announced.length >= 2);
    await driver.settled();
    expect(driver.announced).to.deep.equal([
      'Looking for an answer …',
      'Yes, for 30 days.\nPut together by a computer from our answers.',
    ]);
  });

  it('says why an answer was not taken', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms'] });
    await driver.say('12000');
    expect(driver.announced.at(-1)).to.equal('That’s too high here. It ends at 5000.');
  });

  it('says only that a conversation was restored, and how long it is', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms', '12'], resumed: 'same' });
    await driver.settled();
    expect(driver.announced).to.deep.equal(['Conversation restored, 6 messages']);
  });

  it('says when it was sent', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['support'] });
    driver.conversation.patch({ handover: { is: 'sent', atMs: Date.UTC(2026, 10, 23, 15, 12) } });
    await driver.settled();
    await until(() => driver.announced.some((words) => /^Sent to Kestrel \d/.test(words)));
  });

  it('says nothing while the panel is closed', async () => {
    const driver = await openChat({ playbook: kestrel });
    driver.chat.hide();
    await driver.settled();
    driver.conversation.send({ type: 'visitor.answered', step: 'need', raw: 'alarms' });
    await driver.settled();
    expect(driver.announced).to.deep.equal([]);
  });

  it('is marked as a log that does not read itself out a second time', async () => {
    const driver = await openChat({ playbook: kestrel });
    const log = driver.root.querySelector('[role=log]');
    expect(log?.getAttribute('aria-live')).to.equal('off');
    expect(log?.getAttribute('aria-label')).to.equal('Messages');
  });

  it('keeps every message for a second and leaves nothing behind', async () => {
    const region = document.body.appendChild(document.createElement('div'));
    const announcer = new Announcer(region);
    const said: [string, number][] = [];
    new MutationObserver(() => said.push([region.textContent ?? '', performance.now()])).observe(region, {
      childList: true,
    });
    announcer.say('one');
    announcer.say('');
    announcer.say('two');
    await until(() => said.at(-1)?.[0] === '' && said.length > 2);
    expect(said.map(([text]) => text)).to.deep.equal(['one', 'two', '']);
    const [first, second, last] = said.map(([, at]) => at);
    expect((second ?? 0) - (first ?? 0)).to.be.at.least(950);
    expect((last ?? 0) - (second ?? 0)).to.be.at.least(950);
    region.remove();
  }).timeout(60_000);
});

import { expect } from 'chai';
import type { ConversationFact } from '../../src/conversation/contract.js';
import { WarmleadEvent } from '../../src/elements/events.js';
import { closeChats, openChat } from './panel-driver.js';
import { kestrel } from './playbooks.js';

afterEach(closeChats);

const facts: readonly ConversationFact[] = [
  { type: 'step', step: 'need', kind: 'choice', done: 0 },
  { type: 'answer', step: 'need', kind: 'choice' },
  { type: 'submit', verdict: 'qualified', band: 'hot' },
  { type: 'stored', durable: true, revision: 1 },
  { type: 'delivered', revision: 1, attempts: 2, confirmed: true },
  { type: 'problem', code: 'x', path: 'steps[0]' },
  { type: 'next-step', offer: 'callback', kind: 'callback' },
  { type: 'forgotten' },
];

describe('what the page is told', () => {
  for (const fact of facts) {
    it(`turns the fact “${fact.type}” into an event that leaves the chat`, async () => {
      const driver = await openChat({ playbook: kestrel, closed: true });
      await driver.chat.begin();
      const heard: Event[] = [];
      const hear = (event: Event) => heard.push(event);
      document.addEventListener(`warmlead-${fact.type}`, hear);
      driver.conversation.tell(fact);
      document.removeEventListener(`warmlead-${fact.type}`, hear);
      const { type: _, ...detail } = fact;
      expect(heard).to.have.length(1);
      expect(heard[0]).to.be.instanceOf(WarmleadEvent);
      expect((heard[0] as WarmleadEvent).detail).to.deep.equal(detail);
    });
  }

  it('says that it is ready, with what it leads through', async () => {
    const driver = await openChat({ playbook: kestrel });
    expect(driver.events('ready').map((event) => (event as WarmleadEvent).detail)).to.deep.equal([
      { playbook: 'kestrel-website', version: '2026-11-23', resumed: 'no' },
    ]);
  });

  it('lets no inner event out', async () => {
    const heard: string[] = [];
    const types = ['input', 'keydown', 'keyup', 'focusin', 'paste'] as const;
    const hear = (event: Event) => heard.push(event.type);
    const driver = await openChat({ playbook: kestrel });
    for (const type of types) document.addEventListener(type, hear);
    await driver.say('Is this heard outside?');
    driver.control('Something else').focus();
    for (const type of types) document.removeEventListener(type, hear);
    expect(heard).to.deep.equal([]);
  });
});

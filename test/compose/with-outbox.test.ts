import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { composeConversation } from '../../src/compose.js';
import { createHandingOver } from '../conversation/routed.js';
import type { Conversation } from '../../src/conversation/contract.js';
import type { Lead } from '../../src/lead/lead.js';
import type { ConversationStore } from '../../src/ports/conversation-store.js';
import { fakeStore } from '../conversation/fakes.js';
import { hot, kestrel } from '../conversation/kestrel.js';
import { sceneOf, type Scene, type Take } from '../outbox/scene.js';
import { seededRandomness } from '../outbox/simulated-clock.js';

const url = 'https://kestrel.example/pricing';
let seed = 0;

/** A page of the site with the real outbox; its endpoint takes attempts as scripted. */
const opened = async (scene: Scene, store: ConversationStore) => {
  const tab = scene.open();
  const conversation = composeConversation(
    { playbook: kestrel, playbookUrl: 'https://kestrel.example/playbook.json' },
    {
      store,
      handover: tab.port,
      close: async () => ({ createHandingOver, updates: true }),
      clock: scene.clock,
      randomness: seededRandomness((seed += 1)),
      page: {
        ...tab.page,
        read: () => ({
          url,
          landing: url,
          referrer: '',
          title: '',
          languages: [],
          timeZone: 'UTC',
          gpc: false,
        }),
      },
    },
  );
  await conversation.ready;
  const handover: string[] = [];
  conversation.subscribe(({ handover: { is } }) => {
    if (handover.at(-1) !== is) handover.push(is);
  });
  return { conversation, tab, handover };
};

const answerAll = (conversation: Conversation) => {
  for (const [step, raw] of Object.entries(hot)) conversation.send({ type: 'visitor.answered', step, raw });
};
const stored = ({ endpoint }: Scene) => [...endpoint.stored.values()].map((body) => JSON.parse(body) as Lead);
const site = (script: readonly Take[] = []) => sceneOf(script, { turns: 6 });

describe('a conversation with its outbox', () => {
  it('never says "sent" before the endpoint took it, and makes one lead of three attempts', async () => {
    const scene = site([503, 503, 200]);
    const { conversation, handover } = await opened(scene, fakeStore());
    answerAll(conversation);
    await scene.clock.settle();
    assert.equal(conversation.view.phase, 'ended');
    assert.equal(handover.includes('sent'), false);
    await scene.clock.pass(60_000);
    assert.equal(conversation.view.handover.is, 'sent');
    assert.equal(handover.filter((is) => is === 'sent').length, 1);
    assert.ok(handover.indexOf('waiting') < handover.indexOf('sent'));
    assert.deepEqual([scene.endpoint.attempts.length, stored(scene).length], [3, 1]);
  });

  it('sends a next step as the next revision of the same lead', async () => {
    const scene = site();
    const { conversation } = await opened(scene, fakeStore());
    answerAll(conversation);
    await scene.clock.pass(10_000);
    conversation.send({ type: 'visitor.chose', offer: 'callback' });
    await scene.clock.pass(10_000);
    assert.equal(conversation.view.handover.is, 'sent');
    assert.deepEqual(
      stored(scene).map(({ revision, phase, nextStep }) => [revision, phase, nextStep?.label]),
      [
        [1, 'complete', undefined],
        [2, 'updated', 'Ask Tom to call me'],
      ],
    );
    assert.equal(new Set(stored(scene).map(({ id }) => id)).size, 1);
  });

  it('makes no request for a reload, and shows that it was sent', async () => {
    const scene = site();
    const store = fakeStore();
    const first = await opened(scene, store);
    answerAll(first.conversation);
    await scene.clock.pass(10_000);
    first.conversation.stop();
    first.tab.outbox.stop();
    const second = await opened(scene, store);
    await scene.clock.pass(10_000);
    assert.deepEqual(
      [second.conversation.view.phase, second.conversation.view.handover.is],
      ['ended', 'sent'],
    );
    assert.equal(scene.endpoint.attempts.length, 1);
  });

  it('delivers once what was sent without a network on a page that was then left', async () => {
    const scene = site(['no connection']);
    const store = fakeStore();
    const first = await opened(scene, store);
    answerAll(first.conversation);
    await scene.clock.settle();
    first.conversation.stop();
    first.tab.outbox.stop();
    const second = await opened(scene, store);
    await scene.clock.pass(120_000);
    assert.equal(second.conversation.view.handover.is, 'sent');
    assert.equal(stored(scene).length, 1);
    assert.deepEqual(scene.endpoint.conflicts, []);
  });

  it('takes a lead back that was not sent yet, and tells nobody', async () => {
    const scene = site();
    const { conversation } = await opened(scene, fakeStore());
    answerAll(conversation);
    conversation.send({ type: 'visitor.withdrew' });
    await scene.clock.pass(10_000);
    assert.equal(scene.endpoint.attempts.length, 0);
    assert.equal(conversation.view.phase, 'asking');
  });

  it('sends a withdrawal with nothing personal after one that was sent', async () => {
    const scene = site();
    const { conversation } = await opened(scene, fakeStore());
    answerAll(conversation);
    await scene.clock.pass(10_000);
    conversation.send({ type: 'visitor.withdrew' });
    await scene.clock.pass(10_000);
    assert.deepEqual(
      stored(scene).map(({ phase }) => phase),
      ['complete', 'withdrawn'],
    );
    assert.equal(scene.endpoint.attempts.at(-1)?.body.includes('Priya'), false);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { composeChat, composeConversation, lookAfterKept, type ComposePorts } from '../../src/compose.js';
import { createHandingOver } from '../conversation/routed.js';
import { PlaybookError } from '../../src/playbook/error.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { hot, kestrel } from '../conversation/kestrel.js';
import { fakeHandover, fakeStore, settled } from '../conversation/fakes.js';

/** Ports of a page without a browser; timers wait to be run. */
const surroundings = () => {
  const timers: (() => void)[] = [];
  const calls: string[] = [];
  const url = 'https://kestrel.example/pricing';
  const store = fakeStore();
  const handover = fakeHandover();
  const ports: ComposePorts = {
    store,
    handover,
    close: async () => {
      calls.push('close');
      return { createHandingOver, updates: true };
    },
    clock: {
      nowMs: () => Date.UTC(2026, 10, 23),
      monotonicMs: () => 0,
      after(_delayMs, run) {
        timers.push(run);
        return () => {};
      },
    },
    randomness: { id: () => 'a'.repeat(32), unit: () => 0 },
    page: {
      read: () => ({
        url,
        landing: url,
        referrer: '',
        title: '',
        languages: [],
        timeZone: 'UTC',
        gpc: false,
      }),
      onHidden: () => () => {},
      onReturn: () => () => {},
    },
  };
  return { ports, timers, calls, store, handover };
};
const playbookUrl = 'https://kestrel.example/playbook.json';

describe('composing', () => {
  it('fetches the second half behind the first question, once, and not before', async () => {
    const { ports, timers, calls } = surroundings();
    const conversation = composeConversation({ playbook: kestrel, playbookUrl }, ports);
    assert.deepEqual([calls, timers.length], [[], 0]);
    await conversation.ready;
    await settled();
    assert.deepEqual([calls, timers.length], [[], 1]);
    timers.forEach((run) => run());
    assert.deepEqual(calls, ['close']);
  });

  it('keeps conversations apart by playbook and name', async () => {
    const { ports, store } = surroundings();
    for (const name of [undefined, 'booth']) {
      const conversation = composeConversation({ playbook: kestrel, playbookUrl, name }, ports);
      await conversation.ready;
      conversation.send({ type: 'visitor.answered', step: 'need', raw: 'alarms' });
    }
    await settled();
    assert.deepEqual([...store.kept.keys()], ['warmlead:kestrel-website:', 'warmlead:kestrel-website:booth']);
  });

  it('leads a conversation to its lead, with the trial marked', async () => {
    const { ports, handover } = surroundings();
    const conversation = composeConversation({ playbook: kestrel, playbookUrl, test: true }, ports);
    await conversation.ready;
    for (const [step, raw] of Object.entries(hot)) conversation.send({ type: 'visitor.answered', step, raw });
    await settled();
    assert.equal(conversation.view.phase, 'ended');
    assert.deepEqual(
      handover.leads.map(({ test, revision }) => [test, revision]),
      [[true, 1]],
    );
  });

  it('holds a conversation where no storage exists at all', async () => {
    const { ports } = surroundings();
    const { store: _store, ...others } = ports;
    for (const privacy of [
      undefined,
      { storage: 'never' },
      { storage: 'ask-host' },
      { remember: 'device' },
    ]) {
      const playbook = { ...kestrel, privacy } as Playbook;
      const conversation = composeConversation({ playbook, playbookUrl }, others);
      await conversation.ready;
      conversation.send({ type: 'visitor.answered', step: 'need', raw: 'alarms' });
      await settled();
      assert.equal(conversation.view.asking?.step.id, 'sites');
      conversation.stop();
    }
  });

  it('goes on where a chat was taken out of the page and put back, though nothing may be kept', async () => {
    const { ports } = surroundings();
    const { store: _store, ...others } = ports;
    const playbook: Playbook = { ...kestrel, id: 'put-back', privacy: { remember: 'nothing' } };
    const first = composeConversation({ playbook, playbookUrl }, others);
    await first.ready;
    first.send({ type: 'visitor.answered', step: 'need', raw: 'alarms' });
    await settled();
    first.stop();
    const second = composeConversation({ playbook, playbookUrl }, others);
    await second.ready;
    assert.equal(second.view.asking?.step.id, 'sites');
  });

  it('says that it is broken when the playbook is no playbook', async () => {
    const { ports } = surroundings();
    const conversation = composeConversation({ playbook: {} as Playbook, playbookUrl }, ports);
    await conversation.ready;
    assert.equal(conversation.view.phase, 'broken');
  });

  it('refuses a playbook that is none, and says in the console once what is wrong', async (test) => {
    const said = test.mock.method(console, 'error', () => {});
    Object.assign(globalThis, { document: { baseURI: 'https://kestrel.example/' } });
    try {
      for (let i = 0; i < 2; i++) {
        await assert.rejects(composeChat({ playbook: '{"format": 1, "steps": ' }), PlaybookError);
      }
    } finally {
      Reflect.deleteProperty(globalThis, 'document');
    }
    assert.equal(said.mock.callCount(), 1);
    assert.match(
      String(said.mock.calls[0]?.arguments[0]),
      /^\[warmlead\] json\.[\w-]+: The playbook has faults/,
    );
  });

  it('looks for nothing to send where there is no sign of it', () => {
    lookAfterKept();
  });
});

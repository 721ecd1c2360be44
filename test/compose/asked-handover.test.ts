import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askedHandover } from '../../src/compose/asked-handover.js';
import type { Lead } from '../../src/lead/lead.js';
import type { HandoverPort, HandoverState } from '../../src/ports/handover.js';

const lead = 'a'.repeat(32);

/** A place that counts as an outbox does, and reports when it is told to. */
const place = () => {
  let newest = 0;
  let run: (revision: number, state: HandoverState | null) => void = () => {};
  const port: HandoverPort = {
    commit: async (_lead, make, { after = 0 } = {}) => {
      newest = Math.max(newest, after) + 1;
      make(newest);
      return { revision: newest, durable: true };
    },
    watch: (_lead, listener) => {
      run = listener;
      return () => {};
    },
    hurry: () => {},
    forget: async () => newest > 0,
  };
  return { port, tell: (revision: number, state: HandoverState | null) => run(revision, state) };
};
const make = () => ({}) as Lead;
const sent: HandoverState = { is: 'acknowledged', atMs: 0, attempts: 1 };

describe('a hand-over whose place may change', () => {
  it('counts the revisions of a lead across both places', async () => {
    let allowed = false;
    const port = askedHandover(() => allowed, place().port, place().port);
    const revisions: number[] = [];
    for (allowed of [false, true, true, false, false, true])
      revisions.push((await port.commit(lead, make)).revision);
    assert.deepEqual(revisions, [1, 2, 3, 4, 5, 6]);
  });

  it('counts on from what an earlier page committed', async () => {
    const [lasting, fleeting] = [place(), place()];
    const port = askedHandover(() => false, lasting.port, fleeting.port);
    port.watch(lead, () => {});
    lasting.tell(3, sent);
    fleeting.tell(0, null);
    assert.equal((await port.commit(lead, make)).revision, 4);
  });

  it('reports where a lead stands once both places were asked: the newest of what is known', () => {
    const [lasting, fleeting] = [place(), place()];
    const told: unknown[] = [];
    askedHandover(() => true, lasting.port, fleeting.port).watch(lead, (revision, state) =>
      told.push([revision, state?.is]),
    );
    fleeting.tell(0, null);
    assert.deepEqual(told, []);
    lasting.tell(1, sent);
    fleeting.tell(2, { is: 'queued', durable: false });
    lasting.tell(9, null);
    assert.deepEqual(told, [
      [1, 'acknowledged'],
      [2, 'queued'],
      [2, 'queued'],
    ]);
  });

  it('forgets in both places', async () => {
    const port = askedHandover(() => true, place().port, place().port);
    assert.equal(await port.forget(lead), false);
    await port.commit(lead, make);
    assert.equal(await port.forget(lead), true);
  });
});

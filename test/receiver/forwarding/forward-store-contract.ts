/** What every store of a forwarder does: the same for the one in memory and for the desk's. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Lead } from '../../../src/lead/lead.js';
import {
  NOTHING_YET,
  type ForwardProgress,
  type ForwardStore,
} from '../../../src/receiver/forwarding/contract.js';
import { tombstoneOf } from '../../../src/receiver/tombstone.js';
import { leadOf, revisionOf } from './forward-stage.js';

export interface ForwardStores {
  readonly forwards: ForwardStore;
  /** A revision arrives at this time. */
  accept(lead: Lead, atMs: number): Promise<void>;
}

const NOON = Date.parse('2026-11-23T12:00:00.000Z');
const MINUTE = 60_000;
const at = (ms: number) => new Date(ms).toISOString();

export const forwardStoreCases = (open: () => Promise<ForwardStores>): void => {
  const opened = async () => {
    const { forwards, accept } = await open();
    const due = async (nowMs: number, holdMs = 0) =>
      (await forwards.due('hubspot', nowMs, holdMs))?.lead.key ?? null;
    const keep = (lead: Lead, more: Partial<ForwardProgress>) =>
      forwards.keep('hubspot', lead.id, { ...NOTHING_YET, ...more });
    const next = (nowMs: number, holdMs = 0) => forwards.nextDueMs('hubspot', nowMs, holdMs);
    return { forwards, accept, due, keep, next };
  };
  const record = { contact: { id: '1', ours: true, said: '' } };

  it('has a lead due until that revision is there, and again with the next one', async () => {
    const { accept, due, keep, next } = await opened();
    const lead = leadOf(1);
    assert.equal(await due(NOON), null);
    await accept(lead, NOON);
    assert.equal(await due(NOON), lead.key);
    await keep(lead, { revision: 1, records: record });
    assert.equal(await due(NOON), null);
    assert.equal(await next(NOON), null);
    await accept(revisionOf(lead, 2), NOON + 1);
    assert.equal(await due(NOON + 1), `${lead.id}.2`);
    await keep(lead, { revision: 1, refused: 2, records: record });
    assert.equal(await due(NOON + 1), null);
  });

  it('gives back what it was given, in the same order', async () => {
    const { forwards, accept, keep } = await opened();
    const lead = leadOf(1);
    await accept(lead, NOON);
    const progress: ForwardProgress = {
      revision: 0,
      refused: 0,
      records: { task1: record.contact, contact: { ...record.contact, closed: true }, a: record.contact },
      doubt: 'note',
      tries: 3,
      nextAt: at(NOON),
      trouble: { is: 'later', code: 'status.503', why: '"' },
      doneAt: at(NOON - 1),
    };
    await keep(lead, progress);
    const waiting = await forwards.due('hubspot', NOON, 0);
    assert.deepEqual(waiting?.progress, progress);
    assert.deepEqual(Object.keys(waiting?.progress.records ?? {}), ['task1', 'contact', 'a']);
    assert.equal(waiting?.receivedAt, at(NOON));
    assert.equal((await forwards.due('slack', NOON, 0))?.progress.tries ?? 0, 0, 'each program for itself');
  });

  it('has the one with the fewest tries first, of these the oldest', async () => {
    const { accept, due, keep } = await opened();
    const [tired, old, young] = [leadOf(1), leadOf(2), leadOf(3)];
    for (const [i, lead] of [tired, old, young].entries()) await accept(lead, NOON + i);
    await keep(tired, { tries: 1 });
    const order: (string | null)[] = [];
    for (const lead of [old, young, tired]) {
      order.push(await due(NOON + MINUTE));
      await keep(lead, { revision: 1 });
    }
    assert.deepEqual(order, [old.key, young.key, tired.key]);
  });

  it('says when the next one is due, after a try or while it is held back', async () => {
    const { accept, due, keep, next } = await opened();
    const { nextStep, ...open_ } = leadOf(1);
    await accept(open_, NOON);
    assert.equal(await due(NOON, MINUTE), null);
    assert.equal(await next(NOON, MINUTE), NOON + MINUTE);
    assert.equal(await due(NOON + MINUTE, MINUTE), open_.key);
    await keep(open_, { nextAt: at(NOON + 5 * MINUTE) });
    assert.equal(await due(NOON + MINUTE, MINUTE), null);
    assert.equal(await next(NOON + MINUTE, MINUTE), NOON + 5 * MINUTE);
    await keep(open_, {});
    await accept(revisionOf(open_, 2, nextStep && { nextStep }), NOON + 1);
    assert.equal(await due(NOON + 1, MINUTE), `${open_.id}.2`, 'a next step ends it');
  });

  it('has nothing due of trials and of leads that nobody sent yet', async () => {
    const { accept, due, next } = await opened();
    await accept(leadOf(1, { test: true }), NOON);
    await accept(leadOf(2, { phase: 'partial' }), NOON);
    assert.equal(await due(NOON), null);
    assert.equal(await next(NOON), null);
  });

  it('has a withdrawn lead due as long as there is something of it, refused or not', async () => {
    const { accept, due, keep } = await opened();
    const [known, unknown, refused] = [leadOf(1), leadOf(2), leadOf(3)];
    for (const lead of [known, unknown, refused]) await accept(lead, NOON);
    await keep(known, { revision: 1, refused: 2, records: record });
    await keep(refused, { refused: 1, tries: 1, trouble: { is: 'refused', code: 'status.400', why: 'Jo' } });
    for (const lead of [known, unknown, refused]) await accept(tombstoneOf(revisionOf(lead, 2)), NOON + 1);
    assert.equal(await due(NOON + 1), `${known.id}.2`);
    await keep(known, { revision: 2 });
    assert.equal(await due(NOON + 1), `${refused.id}.2`);
    await keep(refused, { revision: 2 });
    assert.equal(await due(NOON + 1), null);
  });
};

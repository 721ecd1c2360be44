/** What every store of a receiver must do. One suite, run against each of them. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Arrived, ReceiverStore } from '../../src/receiver/contract.js';
import { newLeadId, sampleLead } from '../../src/receiver/conformance/probe.js';
import { tombstoneOf } from '../../src/receiver/tombstone.js';

const arrived = (id: string, revision: number, more: Partial<Arrived> = {}): Arrived => {
  const content = sampleLead({ id, revision });
  return {
    key: content.key,
    lead: id,
    revision,
    fingerprint: `${revision}`.repeat(64),
    receivedAt: '2026-11-23T15:12:05.000Z',
    content,
    ...more,
  };
};
const withdrawal = (id: string, revision: number): Arrived =>
  arrived(id, revision, { content: tombstoneOf({ ...sampleLead({ id, revision }), phase: 'withdrawn' }) });

/** `kept` is the newest document of a lead, undefined when there is none. */
export const storeContract = (
  open: () => {
    store: ReceiverStore;
    kept: (lead: string) => Promise<{ revision: number; phase: string } | undefined>;
  },
): void => {
  it('keeps the receipt of a key', async () => {
    const { store } = open();
    const delivery = arrived(newLeadId(), 1, { judging: 'match' });
    assert.equal(await store.find(delivery.key), null);
    const { receipt, fresh } = await store.accept(delivery);
    const { content: _content, ...rest } = delivery;
    assert.equal(fresh, true);
    assert.deepEqual(receipt, { ...rest, result: 'stored' });
    assert.deepEqual(await store.find(delivery.key), receipt);
  });

  it('lets the first delivery of a key win', async () => {
    const { store, kept } = open();
    const id = newLeadId();
    await store.accept(arrived(id, 1));
    const other = arrived(id, 1, {
      fingerprint: 'f'.repeat(64),
      content: { ...sampleLead({ id }), locale: 'de' },
    });
    const { receipt, fresh } = await store.accept(other);
    assert.equal(fresh, false);
    assert.equal(receipt.fingerprint, '1'.repeat(64));
    assert.notDeepEqual(await kept(id), other.content);
  });

  it('takes one of 100 that arrive together', async () => {
    const { store } = open();
    const id = newLeadId();
    const answers = await Promise.all(Array.from({ length: 100 }, () => store.accept(arrived(id, 1))));
    assert.equal(answers.filter(({ fresh }) => fresh).length, 1);
    assert.equal(new Set(answers.map(({ receipt }) => JSON.stringify(receipt))).size, 1);
  });

  it('keeps the highest revision, in whatever order they arrive', async () => {
    const { store, kept } = open();
    const id = newLeadId();
    const results = [];
    for (const revision of [2, 1, 4, 3])
      results.push((await store.accept(arrived(id, revision))).receipt.result);
    assert.deepEqual(results, ['stored', 'older', 'stored', 'older']);
    assert.equal((await kept(id))?.revision, 4);
  });

  it('replaces whatever it has by a withdrawal, and nothing replaces that', async () => {
    const { store, kept } = open();
    const id = newLeadId();
    const results = [];
    for (const delivery of [arrived(id, 3), withdrawal(id, 2), arrived(id, 4), withdrawal(id, 5)]) {
      results.push((await store.accept(delivery)).receipt.result);
    }
    assert.deepEqual(results, ['stored', 'withdrawn', 'withdrawn', 'withdrawn']);
    assert.deepEqual([(await kept(id))?.revision, (await kept(id))?.phase], [2, 'withdrawn']);
  });

  it('keeps a withdrawal of a lead it never had', async () => {
    const { store, kept } = open();
    const id = newLeadId();
    await store.accept(withdrawal(id, 2));
    assert.equal((await store.accept(arrived(id, 1))).receipt.result, 'withdrawn');
    assert.equal((await kept(id))?.phase, 'withdrawn');
  });
};

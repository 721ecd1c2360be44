/**
 * What every outbox store promises. One suite for all of them: memory, a simulated IndexedDB in Node, and the
 * real one in each engine. It is told its `describe` and `it`, because the two runners differ.
 */
import { assert } from 'chai';
import type { Accounting, Claim, ClaimTerms, OutboxStore, Settlement } from '../../src/ports/outbox-store.js';
import { deliveryOf, leadId, START_MS } from './deliveries.js';

export interface Runner {
  readonly describe: (name: string, run: () => void) => unknown;
  readonly it: (name: string, run: () => Promise<void>) => unknown;
}

export interface Place {
  readonly store: OutboxStore;
  /** The same place as another page sees it. */
  readonly elsewhere: OutboxStore;
}

const SECOND = 1_000;
const DAY = 86_400 * SECOND;
const terms = (changes: Partial<ClaimTerms> = {}): ClaimTerms => ({
  owner: 'here',
  alone: false,
  nowMs: START_MS,
  leaseMs: 17 * SECOND,
  giveUpMs: 7 * DAY,
  receiptMs: 31 * DAY,
  ...changes,
});
const settlement = (key: string, changes: Partial<Settlement> = {}): Settlement => ({
  owner: 'here',
  key,
  outcome: { is: 'acknowledged', status: 200 },
  dueMs: null,
  nowMs: START_MS,
  ...changes,
});
const retry = { is: 'retry', code: 'network.failed' } as const;
const busy = { is: 'retry', code: 'status.503', status: 503 } as const;
const park = { is: 'park', code: 'status.422', status: 422 } as const;

const keyOf = ({ claimed }: Claim): string | undefined => claimed?.delivery.key;
const statesOf = async (store: OutboxStore, lead: string): Promise<string> =>
  (await store.recordsOf(lead)).map(({ revision, state }) => `${revision} ${state}`).join(', ');
const rejects = async (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    () => false,
    () => true,
  );

export const isBalanced = (counts: Accounting): boolean =>
  counts.accepted ===
  counts.acknowledged + counts.queued + counts.parked + counts.expired + counts.superseded + counts.forgotten;

/** A small generator of numbers in [0, 1), so that a failing run can be repeated. */
const numbers = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return seed / 2 ** 32;
};

export const storeContract = (name: string, { describe, it }: Runner, open: () => Promise<Place>): void => {
  const a = leadId(1);
  const b = leadId(2);

  describe(`${name} as an outbox store`, () => {
    describe('commit', () => {
      it('counts the revisions of each lead from 1', async () => {
        const { store } = await open();
        const revisions = [];
        for (const lead of [a, a, b, a])
          revisions.push((await store.commit(lead, deliveryOf(lead)))?.revision);
        assert.deepEqual(revisions, [1, 2, 1, 3]);
      });

      it('goes above a revision that was given out elsewhere', async () => {
        const { store } = await open();
        assert.equal((await store.commit(a, deliveryOf(a), { after: 4 }))?.revision, 5);
        assert.equal((await store.commit(a, deliveryOf(a), { after: 2 }))?.revision, 6);
      });

      it('gives every one of many simultaneous commits its own revision', async () => {
        const { store, elsewhere } = await open();
        const made = await Promise.all(
          [...Array(10).keys()].map((i) => (i % 2 ? store : elsewhere).commit(a, deliveryOf(a))),
        );
        assert.sameMembers(
          made.map((delivery) => delivery?.revision),
          [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        );
        const counts = await store.counts();
        assert.include(counts, { accepted: 10, superseded: 9, queued: 1 });
      });

      it('changes nothing when the lead cannot be written', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        const fails = store.commit(a, () => {
          throw new Error('no');
        });
        assert.isTrue(await rejects(fails));
        assert.equal(await statesOf(store, a), '1 queued');
        assert.equal((await store.commit(a, deliveryOf(a)))?.revision, 2);
      });

      it('refuses a delivery that was made for another revision', async () => {
        const { store } = await open();
        assert.isTrue(await rejects(store.commit(a, () => deliveryOf(a)(7))));
        assert.equal((await store.counts()).accepted, 0);
      });

      it('is seen by another page', async () => {
        const { store, elsewhere } = await open();
        await store.commit(a, deliveryOf(a));
        assert.equal(await statesOf(elsewhere, a), '1 queued');
      });
    });

    describe('a newer revision', () => {
      it('supersedes what waits and what is parked', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        await store.commit(a, deliveryOf(a));
        assert.equal(await statesOf(store, a), '2 queued, 1 superseded');
        await store.claim(terms());
        await store.settle(settlement(`${a}.2`, { outcome: park, dueMs: START_MS + DAY }));
        await store.commit(a, deliveryOf(a));
        assert.equal(await statesOf(store, a), '3 queued, 2 superseded, 1 superseded');
      });

      it('leaves the one that is being sent alone until that fails', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        await store.commit(a, deliveryOf(a));
        assert.equal(await statesOf(store, a), '2 queued, 1 sending');
        const state = await store.settle(settlement(`${a}.1`, { outcome: retry, dueMs: START_MS }));
        assert.equal(state, 'superseded');
      });

      it('does not take away an acknowledgement', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        await store.commit(a, deliveryOf(a));
        await store.settle(settlement(`${a}.1`));
        assert.equal(await statesOf(store, a), '2 queued, 1 acknowledged');
      });
    });

    describe('claim', () => {
      it('finds nothing in an empty store', async () => {
        const { store } = await open();
        assert.deepEqual(await store.claim(terms()), {
          claimed: null,
          dueMs: null,
          expired: [],
          handed: [],
        });
      });

      it('leases to one, and to the next only when the lease is over', async () => {
        const { store, elsewhere } = await open();
        await store.commit(a, deliveryOf(a));
        assert.equal((await store.claim(terms())).claimed?.attempt, 1);
        const there = terms({ owner: 'there', nowMs: START_MS + 16 * SECOND });
        assert.deepEqual(await elsewhere.claim(there), {
          claimed: null,
          dueMs: START_MS + 17 * SECOND,
          expired: [],
          handed: [],
        });
        const later = await elsewhere.claim({ ...there, nowMs: START_MS + 17 * SECOND });
        assert.equal(later.claimed?.attempt, 2);
      });

      it('takes over at once from a dead page where a lock says that nobody else is sending', async () => {
        const { store, elsewhere } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        assert.equal(keyOf(await elsewhere.claim(terms({ owner: 'there', alone: true }))), `${a}.1`);
      });

      it('gives a page back what it lost track of itself', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        assert.equal((await store.claim(terms())).claimed?.attempt, 2);
      });

      it('never gives one delivery to two', async () => {
        const { store, elsewhere } = await open();
        for (let i = 1; i <= 6; i += 1) await store.commit(leadId(i), deliveryOf(leadId(i)));
        const claims = await Promise.all(
          [...Array(8).keys()].map((i) => (i % 2 ? store : elsewhere).claim(terms({ owner: `page ${i}` }))),
        );
        const keys = claims.flatMap((claim) => keyOf(claim) ?? []);
        assert.equal(keys.length, 6);
        assert.equal(new Set(keys).size, 6);
      });

      it('hands out the very same delivery every time', async () => {
        const { store, elsewhere } = await open();
        const committed = await store.commit(a, deliveryOf(a));
        const first = await store.claim(terms());
        const second = await elsewhere.claim(terms({ owner: 'there', alone: true }));
        assert.deepEqual(first.claimed?.delivery, committed);
        assert.deepEqual(second.claimed?.delivery, committed);
      });

      it('takes fresh ones before those that failed', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        await store.settle(settlement(`${a}.1`, { outcome: retry, dueMs: START_MS }));
        await store.commit(b, deliveryOf(b));
        assert.equal(keyOf(await store.claim(terms())), `${b}.1`);
        assert.equal(keyOf(await store.claim(terms({ owner: 'there' }))), `${a}.1`);
      });

      it('does not wait out a clock that was set back', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        await store.settle(settlement(`${a}.1`, { outcome: retry, dueMs: START_MS + SECOND }));
        assert.equal(keyOf(await store.claim(terms({ nowMs: START_MS - 365 * DAY }))), `${a}.1`);
      });
    });

    describe('settle', () => {
      it('keeps a receipt and nothing to send after an acknowledgement', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        const state = await store.settle(settlement(`${a}.1`, { nowMs: START_MS + 5 }));
        assert.equal(state, 'acknowledged');
        const [receipt] = await store.recordsOf(a);
        assert.include(receipt, { state: 'acknowledged', atMs: START_MS + 5, attempts: 1, dueMs: null });
        assert.notInclude(JSON.stringify(receipt), 'sites');
        assert.isNull((await store.claim(terms({ alone: true, nowMs: START_MS + DAY }))).claimed);
      });

      it('goes on counting revisions after an acknowledgement', async () => {
        const { store, elsewhere } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        await store.settle(settlement(`${a}.1`));
        assert.equal((await elsewhere.commit(a, deliveryOf(a)))?.revision, 2);
      });

      it('waits until the time it was given', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        await store.settle(settlement(`${a}.1`, { outcome: retry, dueMs: START_MS + 3 * SECOND }));
        const early = await store.claim(terms({ nowMs: START_MS + 3 * SECOND - 1 }));
        assert.include(early, { claimed: null, dueMs: START_MS + 3 * SECOND });
        assert.equal(keyOf(await store.claim(terms({ nowMs: START_MS + 3 * SECOND }))), `${a}.1`);
      });

      it('probes one parked delivery at a time', async () => {
        const { store } = await open();
        const hour = START_MS + 3_600 * SECOND;
        for (const lead of [a, b]) await store.commit(lead, deliveryOf(lead));
        for (const [lead, dueMs] of [
          [a, hour],
          [b, hour + SECOND],
        ] as const) {
          await store.claim(terms());
          await store.settle(settlement(`${lead}.1`, { outcome: park, dueMs }));
        }
        const early = await store.claim(terms({ nowMs: hour }));
        assert.include(early, { claimed: null, dueMs: hour + SECOND });
        const probe = keyOf(await store.claim(terms({ nowMs: hour + SECOND })));
        await store.settle(
          settlement(probe ?? '', { outcome: park, nowMs: hour + SECOND, dueMs: hour * 2 - START_MS }),
        );
        assert.isNull((await store.claim(terms({ nowMs: hour + 2 * SECOND }))).claimed);
        const other = keyOf(await store.claim(terms({ nowMs: hour * 2 - START_MS })));
        assert.sameMembers([probe, other], [`${a}.1`, `${b}.1`]);
      });

      it('never tries again what was stopped', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        const stop = { is: 'stop', code: 'status.410', status: 410 } as const;
        assert.equal(await store.settle(settlement(`${a}.1`, { outcome: stop })), 'parked');
        await store.hurry(START_MS, 'asked');
        const later = await store.claim(terms({ nowMs: START_MS + 6 * DAY, alone: true }));
        assert.include(later, { claimed: null, dueMs: null });
      });

      it('ignores a failure told by a page whose lease was taken over', async () => {
        const { store, elsewhere } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        await elsewhere.claim(terms({ owner: 'there', alone: true }));
        await store.settle(settlement(`${a}.1`, { outcome: park, dueMs: START_MS + DAY }));
        assert.equal(await statesOf(store, a), '1 sending');
      });

      it('believes an acknowledgement whoever brings it', async () => {
        const { store, elsewhere } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        await elsewhere.claim(terms({ owner: 'there', alone: true }));
        await store.settle(settlement(`${a}.1`));
        await elsewhere.settle(settlement(`${a}.1`, { owner: 'there', outcome: retry, dueMs: START_MS }));
        assert.equal(await statesOf(store, a), '1 acknowledged');
        assert.equal((await store.counts()).acknowledged, 1);
      });

      it('knows nothing of unknown keys', async () => {
        const { store } = await open();
        for (const key of ['nobody.1', '__proto__', 'constructor', '']) {
          assert.isNull(await store.settle(settlement(key)), key);
        }
      });

      it('lets go of a copy that is carried on with elsewhere', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        await store.settle(settlement(`${a}.1`, { outcome: { is: 'superseded' } }));
        assert.equal(await statesOf(store, a), '1 superseded');
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        const state = await store.settle(settlement(`${a}.2`, { outcome: { is: 'superseded' } }));
        assert.equal(state, 'sending');
      });
    });

    describe('hurry', () => {
      const prepare = async (store: OutboxStore) => {
        const outcomes = [retry, busy, park];
        for (const [i, outcome] of outcomes.entries()) {
          await store.commit(leadId(i), deliveryOf(leadId(i)));
          await store.claim(terms());
          await store.settle(settlement(`${leadId(i)}.1`, { outcome, dueMs: START_MS + DAY }));
        }
      };
      const dueNow = async (store: OutboxStore) => {
        const keys = [];
        for (const owner of ['1', '2', '3', '4']) {
          const key = keyOf(await store.claim(terms({ owner, nowMs: START_MS + 1 })));
          if (key) keys.push(key);
        }
        return keys;
      };

      it('brings forward what the network failed, but nothing an endpoint asked to wait', async () => {
        const { store } = await open();
        await prepare(store);
        await store.hurry(START_MS + 1, 'returned');
        assert.sameMembers(await dueNow(store), [`${leadId(0)}.1`]);
      });

      it('brings forward everything when a person asks', async () => {
        const { store } = await open();
        await prepare(store);
        await store.hurry(START_MS + 1, 'asked');
        assert.sameMembers(
          await dueNow(store),
          [0, 1, 2].map((i) => `${leadId(i)}.1`),
        );
      });

      it('leaves alone what is being sent', async () => {
        const { store, elsewhere } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        await store.hurry(START_MS, 'asked');
        assert.isNull((await elsewhere.claim(terms({ owner: 'there' }))).claimed);
      });
    });

    describe('age', () => {
      it('ends what was tried in vain for too long, and tells', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        await store.settle(settlement(`${a}.1`, { outcome: retry, dueMs: START_MS + SECOND }));
        const old = await store.claim(terms({ nowMs: START_MS + 7 * DAY }));
        assert.isNull(old.claimed);
        assert.deepInclude(
          old.expired.map(({ key, code }) => ({ key, code })),
          { key: `${a}.1`, code: 'network.failed' },
        );
        assert.equal(await statesOf(store, a), '1 expired');
      });

      it('gives one that was never tried its chance first', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        const old = await store.claim(terms({ nowMs: START_MS + 8 * DAY }));
        assert.equal(keyOf(old), `${a}.1`);
      });

      it('drops receipts in the end and still knows how many there were', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        await store.settle(settlement(`${a}.1`));
        await store.commit(b, deliveryOf(b, START_MS + 30 * DAY));
        await store.claim(terms({ nowMs: START_MS + 31 * DAY }));
        assert.deepEqual(await store.recordsOf(a), []);
        assert.include(await store.counts(), { accepted: 2, acknowledged: 1 });
      });
    });

    describe('forget', () => {
      it('erases what waits and says whether anything may have left', async () => {
        const { store } = await open();
        for (const lead of [a, b]) await store.commit(lead, deliveryOf(lead));
        assert.isFalse(await store.forget(a, START_MS));
        assert.equal(keyOf(await store.claim(terms())), `${b}.1`);
        assert.isTrue(await store.forget(b, START_MS));
        assert.isFalse(await store.forget(leadId(3), START_MS));
        assert.include(await store.counts(), { accepted: 2, forgotten: 2, queued: 0 });
      });

      it('is not undone by an answer that comes late', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        await store.claim(terms());
        await store.forget(a, START_MS);
        await store.settle(settlement(`${a}.1`));
        assert.equal(await statesOf(store, a), '1 forgotten');
      });

      it('leaves no record of what the receiver never heard of', async () => {
        const { store } = await open();
        for (const lead of [a, b]) await store.commit(lead, deliveryOf(lead));
        await store.forget(a, START_MS);
        await store.claim(terms());
        assert.deepEqual(await store.recordsOf(a), []);
        assert.equal((await store.recordsOf(b)).length, 1);
      });

      it('counts on for the withdrawal, and leaves no record once that has arrived', async () => {
        const { store } = await open();
        for (const lead of [a, b]) await store.commit(lead, deliveryOf(lead));
        await store.claim(terms());
        await store.settle(settlement(`${a}.1`));
        assert.isTrue(await store.forget(a, START_MS));
        await store.claim(terms({ nowMs: START_MS + DAY }));
        assert.equal((await store.commit(a, deliveryOf(a)))?.revision, 2);
        assert.equal(keyOf(await store.claim(terms({ nowMs: START_MS + DAY }))), `${a}.2`);
        assert.equal((await store.recordsOf(a)).length, 2);
        await store.settle(settlement(`${a}.2`));
        await store.claim(terms({ nowMs: START_MS + DAY }));
        assert.deepEqual(await store.recordsOf(a), []);
        assert.equal((await store.recordsOf(b)).length, 1);
      });

      it('lets a later revision through', async () => {
        const { store } = await open();
        await store.commit(a, deliveryOf(a));
        await store.forget(a, START_MS);
        assert.equal((await store.commit(a, deliveryOf(a)))?.revision, 2);
        assert.equal(keyOf(await store.claim(terms())), `${a}.2`);
      });
    });

    for (const seed of [1, 2, 3, 4, 5, 6]) {
      it(`accounts for every delivery after every call, whatever the order (seed ${seed})`, async () => {
        const { store, elsewhere } = await open();
        const next = numbers(seed);
        const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
        const leads = [1, 2, 3, 4].map(leadId);
        let nowMs = START_MS;
        const claimed: string[] = [''];
        const calls: readonly ((at: OutboxStore) => Promise<unknown>)[] = [
          (at) => at.commit(pick(leads), deliveryOf('x', nowMs)).catch(() => {}),
          ...leads.map((lead) => (at: OutboxStore) => at.commit(lead, deliveryOf(lead, nowMs))),
          async (at) => {
            const claim = await at.claim(terms({ owner: pick(['1', '2']), alone: next() < 0.3, nowMs }));
            claimed.push(keyOf(claim) ?? '');
          },
          (at) =>
            at.settle(
              settlement(pick(claimed), {
                owner: pick(['1', '2']),
                outcome: pick([retry, busy, park, { is: 'acknowledged', status: 200 } as const]),
                dueMs: nowMs + next() * DAY,
                nowMs,
              }),
            ),
          (at) => at.hurry(nowMs, pick(['returned', 'asked'] as const)),
          (at) => (next() < 0.2 ? at.forget(pick(leads), nowMs) : at.counts()),
        ];
        for (let step = 0; step < 60; step += 1) {
          nowMs += next() * DAY;
          await pick(calls)(pick([store, elsewhere]));
          const counts = await pick([store, elsewhere]).counts();
          assert.isTrue(isBalanced(counts), `seed ${seed}, step ${step}: ${JSON.stringify(counts)}`);
        }
        assert.isAbove((await store.counts()).accepted, 10);
      });
    }
  });
};

/**
 * Two stores as one: the durable one, and memory for what it did not take in time. A lead is accepted in any
 * case; the difference is only what may be said to the visitor.
 *
 * A slow commit may still complete after memory took over. It carries the same key and the same bytes, so the
 * durable copy takes the place of the one in memory as soon as that is not being sent.
 */
import type { Clock } from '../ports/clock.js';
import type { Delivery } from '../ports/delivery.js';
import type {
  Accounting,
  Claim,
  ClaimTerms,
  CommitTerms,
  DeliveryRecord,
  DeliveryState,
  DueMs,
  OutboxStore,
  Settlement,
} from '../ports/outbox-store.js';

export interface Committed {
  readonly revision: number;
  readonly durable: boolean;
  /** Nothing was committed: the destination gets one thing only, and may have it. */
  readonly refused?: true;
}

export interface Newest {
  readonly record: DeliveryRecord;
  readonly durable: boolean;
}

export interface Tiers {
  /** Only what is durable is held back: what lives in memory is sent while it lives. */
  commit(lead: string, make: (revision: number) => Delivery, terms?: CommitTerms): Promise<Committed>;
  /** Never rejects: a place that cannot be reached is looked at again later. */
  claim(terms: ClaimTerms): Promise<Claim>;
  /** Never rejects: what cannot be written down is kept in mind and written before anything else is sent. */
  settle(settlement: Settlement): Promise<DeliveryState | null>;
  /** The newest revision of a lead; null when none is known. */
  newest(lead: string): Promise<Newest | null>;
  counts(): Promise<Accounting>;
  hurry(nowMs: number, why: 'returned' | 'asked'): Promise<void>;
  forget(lead: string, nowMs: number): Promise<boolean>;
}

export interface TiersOptions {
  readonly store: OutboxStore;
  /** Takes what `store` does not take in time. May be the same. */
  readonly fallback: OutboxStore;
  readonly clock: Clock;
  /** How long a commit to `store` may take. */
  readonly commitMs: number;
  /** How long to leave a place alone that failed `failures` times in a row. */
  readonly restMs: (failures: number) => number;
  /** Something changed behind the caller's back. */
  readonly onChange: () => void;
  readonly onProblem: (code: string) => void;
}

/** Of two copies of one revision, the one that got further counts. */
const FURTHEST: readonly DeliveryState[] = ['superseded', 'parked', 'queued', 'sending', 'acknowledged'];
const howFar = ({ record }: Newest): number => FURTHEST.indexOf(record.state);

const earlier = (a: DueMs, b: DueMs): DueMs => (a === null ? b : b === null ? a : Math.min(a, b));

export const tiersOf = ({
  store,
  fallback,
  clock,
  commitMs,
  restMs,
  onChange,
  onProblem,
}: TiersOptions): Tiers => {
  // What lives in memory goes first: it is what would be lost.
  const places = store === fallback ? [store] : [fallback, store];
  let failures = 0;
  const revisions = new Map<string, number>();
  const claimedFrom = new Map<string, OutboxStore>();
  const unwritten = new Map<string, Settlement>();
  const twins = new Map<string, string>();

  /** Resolves with undefined when it fails or takes too long. */
  const inTime = <T>(promise: Promise<T>): Promise<T | undefined> =>
    new Promise((resolve) => {
      const cancel = clock.after(commitMs, () => resolve(undefined));
      promise.then(resolve, () => resolve(undefined)).finally(cancel);
    });

  /** What each place says; a place that cannot be reached says nothing. */
  const ask = async <T>(question: (place: OutboxStore) => Promise<T>): Promise<readonly T[]> => {
    const answers: T[] = [];
    for (const place of places) {
      try {
        answers.push(await question(place));
      } catch {
        onProblem('storage.unavailable');
      }
    }
    return answers;
  };

  /** Lets go of copies in memory that have a durable twin, unless they are being sent. */
  const settleTwins = async (): Promise<void> => {
    for (const [key, twin] of twins) {
      const nowMs = clock.nowMs();
      const as = { owner: '', key, dueMs: null, nowMs };
      const state = await fallback.settle({ ...as, outcome: { is: 'superseded' } });
      if (state === 'sending') continue;
      twins.delete(key);
      // Null: erased so thoroughly that not even that is known any more.
      if (state === 'forgotten' || state === null)
        await store.forget(key.slice(0, key.lastIndexOf('.')), nowMs);
      if (state === 'acknowledged' && twin === key) {
        await settleIn(store, { ...as, outcome: { is: 'acknowledged', status: 200 } });
      }
    }
  };

  const settleIn = async (place: OutboxStore, settlement: Settlement): Promise<DeliveryState | null> => {
    try {
      const state = await place.settle(settlement);
      unwritten.delete(settlement.key);
      return state;
    } catch {
      claimedFrom.set(settlement.key, place);
      unwritten.set(settlement.key, settlement);
      onProblem('storage.unavailable');
      return null;
    }
  };

  const claimFrom = async (place: OutboxStore, terms: ClaimTerms): Promise<Claim> => {
    for (const [key, settlement] of unwritten) {
      if (claimedFrom.get(key) !== place) continue;
      await place.settle(settlement);
      unwritten.delete(key);
    }
    return place.claim(terms);
  };

  return {
    async commit(lead, make, terms = {}) {
      const floor = terms.after ?? 0;
      const after = Math.max(floor, revisions.get(lead) ?? 0);
      let made: Delivery | null = null;
      // One key, one body: both places get the very same delivery, unless the number is taken.
      const once = (revision: number): Delivery =>
        made?.revision === revision ? made : (made = make(revision));
      const durable = store.tier === 'durable';
      const refused = { revision: after, durable, refused: true } as const;
      if (floor > 0 && once(floor + 1).once) return refused;
      // What one place sends the other must not send, too.
      const elsewhere = store === fallback ? [] : await fallback.recordsOf(lead);
      if (elsewhere.some((record) => record.once && record.state !== 'superseded')) return refused;
      const committing = store.commit(lead, once, { ...terms, after, ...(!durable && { holdMs: 0 }) });
      const stored = await inTime(committing);
      if (stored === null) return refused;
      if (stored) {
        revisions.set(lead, stored.revision);
        return { revision: stored.revision, durable };
      }
      onProblem('storage.unavailable');
      const written = made as Delivery | null;
      // The earlier revision lies in the durable place and goes from there.
      if (written?.once && after > 0) return refused;
      const held = await fallback.commit(lead, once, { after: written ? written.revision - 1 : after });
      if (!held) return refused;
      revisions.set(lead, held.revision);
      committing.then(
        async (twin) => {
          if (!twin) return;
          revisions.set(lead, Math.max(twin.revision, revisions.get(lead) ?? 0));
          twins.set(held.key, twin.key);
          await settleTwins();
          onChange();
        },
        () => {},
      );
      return { revision: held.revision, durable: false };
    },

    async claim(terms) {
      let dueMs: DueMs = null;
      const expired: DeliveryRecord[] = [];
      const handed: DeliveryRecord[] = [];
      for (const place of places) {
        try {
          const claim = await claimFrom(place, terms);
          if (place === store) failures = 0;
          expired.push(...claim.expired);
          handed.push(...claim.handed);
          if (claim.claimed) {
            claimedFrom.set(claim.claimed.delivery.key, place);
            return { ...claim, expired, handed };
          }
          dueMs = earlier(dueMs, claim.dueMs);
        } catch {
          dueMs = earlier(dueMs, terms.nowMs + restMs(failures++));
          onProblem('storage.unavailable');
        }
      }
      return { claimed: null, dueMs, expired, handed };
    },

    async settle(settlement) {
      const state = await settleIn(claimedFrom.get(settlement.key) ?? store, settlement);
      if (state !== null) claimedFrom.delete(settlement.key);
      await settleTwins();
      return state;
    },

    async newest(lead) {
      const found = await ask(async (place) =>
        (await place.recordsOf(lead)).map((record) => ({ record, durable: place.tier === 'durable' })),
      );
      const [best] = found
        .flat()
        .sort((a, b) => b.record.revision - a.record.revision || howFar(b) - howFar(a));
      return best ?? null;
    },

    async counts() {
      const sum = {
        accepted: 0,
        acknowledged: 0,
        queued: 0,
        parked: 0,
        expired: 0,
        superseded: 0,
        forgotten: 0,
      };
      for (const counts of await ask((place) => place.counts())) {
        for (const name of Object.keys(sum) as (keyof Accounting)[]) sum[name] += counts[name];
      }
      return sum;
    },

    async hurry(nowMs, why) {
      await ask((place) => place.hurry(nowMs, why));
    },

    async forget(lead, nowMs) {
      return (await ask((place) => place.forget(lead, nowMs))).includes(true);
    },
  };
};

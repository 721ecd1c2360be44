/** Keeps what was passed on as long as the process lives: for tests, and as the shortest description of the store. */
import type { Lead } from '../../lead/lead.js';
import type { MemoryStore } from '../memory-store.js';
import { dueMs, NOTHING_YET, type ForwardProgress, type ForwardStore, type WaitingLead } from './contract.js';

export interface MemoryForwardStore extends ForwardStore {
  /** How far a lead got with a program. */
  progress(program: string, lead: string): ForwardProgress;
}

/** For the leads of a store in memory. `refOf`: how people call a lead. */
export const createMemoryForwardStore = (
  { leads, receipts }: Pick<MemoryStore, 'leads' | 'receipts'>,
  refOf: (lead: Lead) => string,
): MemoryForwardStore => {
  const kept = new Map<string, ForwardProgress>();
  const progress = (program: string, lead: string) => kept.get(`${program} ${lead}`) ?? NOTHING_YET;
  const waiting = (program: string, holdMs: number) =>
    [...leads.values()].flatMap((lead): (readonly [number, WaitingLead])[] => {
      const receivedAt = receipts.get(`${lead.id}.1`)?.receivedAt ?? lead.updatedAt;
      const one = { ref: refOf(lead), lead, receivedAt, progress: progress(program, lead.id) };
      const fromMs = dueMs(one, holdMs);
      return fromMs === null ? [] : [[fromMs, one]];
    });
  return {
    progress,
    due: async (program, nowMs, holdMs) =>
      waiting(program, holdMs)
        .filter(([fromMs]) => fromMs <= nowMs)
        .map(([, one]) => one)
        .toSorted(
          (a, b) =>
            a.progress.tries - b.progress.tries || Date.parse(a.receivedAt) - Date.parse(b.receivedAt),
        )[0] ?? null,
    nextDueMs: async (program, nowMs, holdMs) => {
      const later = waiting(program, holdMs)
        .map(([fromMs]) => fromMs)
        .filter((fromMs) => fromMs > nowMs);
      return later.length > 0 ? Math.min(...later) : null;
    },
    keep: async (program, lead, reached) => {
      kept.set(`${program} ${lead}`, reached);
    },
  };
};

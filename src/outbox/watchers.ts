/**
 * Tells conversations where their lead stands. Always read from the store, so that what another page sent is
 * known too, and nothing is called sent that is not written down as acknowledged.
 */
import type { HandoverPort, HandoverState } from '../ports/handover.js';
import type { Newest } from './tiers.js';

type Run = Parameters<HandoverPort['watch']>[1];

export interface Watchers {
  add(lead: string, run: Run): () => void;
  /** Reads again where the watched leads stand and tells what changed, in order. */
  refresh(): void;
}

const stateOf = ({ record, durable }: Newest): HandoverState | null => {
  const { state, attempts, atMs, dueMs, code = 'unknown', unseen, backup } = record;
  switch (state) {
    case 'queued':
      return attempts === 0
        ? { is: 'queued', durable }
        : { is: 'waiting', durable, code, dueMs: dueMs ?? atMs };
    case 'sending':
      return { is: 'sending', durable, attempt: attempts };
    case 'acknowledged':
      return { is: 'acknowledged', atMs, attempts, ...(unseen && { unseen }), ...(backup && { backup }) };
    case 'parked':
      return { is: 'failed', code };
    case 'expired':
      return { is: 'failed', code: 'expired' };
    case 'superseded':
    case 'forgotten':
      return null;
  }
};

/** `newest` reads the newest revision of a lead; it never rejects. */
export const watchersOf = (newest: (lead: string) => Promise<Newest | null>): Watchers => {
  const watched = new Map<symbol, { readonly lead: string; readonly run: Run; told: string }>();
  let line: Promise<void> | null = null;
  let again = false;

  const tellAll = async (): Promise<void> => {
    for (const lead of new Set([...watched.values()].map((watcher) => watcher.lead))) {
      const found = await newest(lead);
      const state = found && stateOf(found);
      const revision = found?.record.revision ?? 0;
      const news = JSON.stringify([revision, state]);
      for (const watcher of watched.values()) {
        if (watcher.lead !== lead || watcher.told === news) continue;
        watcher.told = news;
        try {
          watcher.run(revision, state, found?.record.phase);
        } catch {
          // A listener's trouble is its own; the next one still has to hear of it.
        }
      }
    }
  };
  const refresh = () => {
    again = true;
    line ??= (async () => {
      while (again) {
        again = false;
        await tellAll();
      }
      line = null;
    })();
  };
  return {
    add(lead, run) {
      const id = Symbol('watcher');
      watched.set(id, { lead, run, told: '' });
      refresh();
      return () => void watched.delete(id);
    },
    refresh,
  };
};

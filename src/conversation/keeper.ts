/**
 * Writes a conversation's log into its store, beside the conversation and never in its way. What could not be
 * stored is tried again with the next entry. Nothing is written before the visitor did something.
 */
import type { LogEntry } from '../flow/log.js';
import type { ConversationStore, KeptConversation } from '../ports/conversation-store.js';
import { beginsWith } from './growing.js';

export interface Keeper {
  /** Tells how much the store holds already. */
  resume(log: readonly LogEntry[]): void;
  keep(leadId: string, log: readonly LogEntry[]): void;
  /** Resolves once nothing is kept any more, as far as the store can tell. */
  erase(): Promise<void>;
  /** Erases this conversation and keeps nothing of it from now on. */
  drop(leadId: string): void;
}

export interface KeeperOptions {
  readonly store: ConversationStore;
  readonly key: string;
  /** Somebody else's conversation is in the store (null: it was erased there). Must lead to a new `keep`. */
  readonly onBehind: (kept: KeptConversation | null) => void;
  /** Called once: from here on the conversation lives in memory only, as long as the store stays so. */
  readonly onUnavailable: () => void;
}

/** A store that is always behind would have us load for ever. */
const MOST_DETOURS = 3;

const isVisitors = ({ type }: LogEntry): boolean => type !== 'began' && type !== 'prefilled';

export const createKeeper = ({ store, key, onBehind, onUnavailable }: KeeperOptions): Keeper => {
  let wanted: { readonly leadId: string; readonly log: readonly LogEntry[] } | null = null;
  let storedUpTo = 0;
  let detours = 0;
  let told = false;
  let dropped: string | null = null;
  let line: Promise<void> = Promise.resolve();

  const unavailable = () => {
    if (!told) onUnavailable();
    told = true;
  };
  const lineUp = (task: () => Promise<void>): Promise<void> => (line = line.then(task).catch(unavailable));

  const write = async (): Promise<void> => {
    const now = wanted;
    const fresh = now?.log.filter((entry) => entry.n > storedUpTo) ?? [];
    const last = fresh.at(-1);
    if (!now || !last || detours > MOST_DETOURS) return;
    const result = await store.append(key, now.leadId, storedUpTo, fresh);
    if (result === 'stored') {
      storedUpTo = last.n;
      detours = 0;
    } else if (result === 'unavailable' || ++detours > MOST_DETOURS) {
      unavailable();
    } else {
      await catchUp(now.leadId);
    }
  };

  const catchUp = async (leadId: string): Promise<void> => {
    const kept = await store.load(key);
    // An erasure of our own may have come between.
    if (wanted?.leadId !== leadId) return;
    storedUpTo = kept?.log.at(-1)?.n ?? 0;
    if (kept?.leadId === leadId && beginsWith(wanted.log, kept.log)) return write();
    wanted = null;
    onBehind(kept);
  };

  const erase = (): Promise<void> => {
    wanted = null;
    return lineUp(async () => {
      storedUpTo = 0;
      detours = 0;
      await store.erase(key);
    });
  };

  return {
    resume(log) {
      storedUpTo = log.at(-1)?.n ?? 0;
    },
    keep(leadId, log) {
      if (log === wanted?.log || leadId === dropped || !log.some(isVisitors)) return;
      wanted = { leadId, log };
      void lineUp(write);
    },
    erase,
    drop(leadId) {
      dropped = leadId;
      void erase();
    },
  };
};

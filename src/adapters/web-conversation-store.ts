/**
 * Keeps conversations in the page's storage: for the tab, for the device, or not at all. Whatever stands
 * there was written by anybody, so it is checked and otherwise ignored.
 */
import type { LogEntry } from '../flow/log.js';
import type { Clock } from '../ports/clock.js';
import type { ConversationStore, KeptConversation } from '../ports/conversation-store.js';
import { CONVERSATION, localArea, sessionArea, type Marker, type StorageGetter } from './marker.js';

/** tab: until the tab is closed, 24 hours at most. device: 30 days. nothing: as long as this page. */
export type Remember = 'tab' | 'device' | 'nothing';

export interface WebConversationStoreOptions {
  readonly remember: Remember;
  readonly clock: Clock;
  readonly marker: Marker;
  /** The getters throw where storage is blocked. */
  readonly session?: StorageGetter;
  readonly local?: StorageGetter;
}

/** What is written. A later format is left alone until it expires. */
interface Envelope extends KeptConversation {
  readonly format: typeof FORMAT;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly expiresAt: number;
}

const FORMAT = 1;
/** Longer than any conversation; not worth reading. In characters. */
const LONGEST = 1_000_000;
const DAY_MS = 86_400_000;
/** How long a conversation is kept after its last entry. */
export const LIFETIME_MS = { tab: DAY_MS, device: 30 * DAY_MS };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEntry = (value: unknown, n: number): value is LogEntry =>
  isRecord(value) &&
  value['n'] === n &&
  typeof value['type'] === 'string' &&
  typeof value['at'] === 'string' &&
  !Number.isNaN(Date.parse(value['at']));

/** Never throws; anything that is no envelope is none. */
const parsed = (text: string | null): Record<string, unknown> | null => {
  if (text === null || text.length > LONGEST) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
};

const isEnvelope = (value: Record<string, unknown>): value is Record<string, unknown> & Envelope => {
  const { format, leadId, log, expiresAt } = value;
  return (
    format === FORMAT &&
    typeof expiresAt === 'number' &&
    typeof leadId === 'string' &&
    /^[0-9a-f]{32}$/.test(leadId) &&
    Array.isArray(log) &&
    log.length > 0 &&
    log.every((entry, i) => isEntry(entry, i + 1))
  );
};

/** Memory in the shape of a storage, for owners who want nothing kept. */
const memoryArea = () => {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
};

/** A conversation store over sessionStorage, localStorage or memory. */
export const webConversationStore = ({
  remember,
  clock,
  marker,
  session = sessionArea,
  local = localArea,
}: WebConversationStoreOptions): ConversationStore => {
  const memory = memoryArea();
  const area = (): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> =>
    remember === 'nothing' ? memory : remember === 'tab' ? session() : local();
  const lifetimeMs = remember === 'device' ? LIFETIME_MS.device : LIFETIME_MS.tab;

  const remove = (key: string): void => {
    area().removeItem(CONVERSATION + key);
    if (remember !== 'nothing') marker.clear();
  };

  /** What is kept under a key. Throws where storage is blocked, or holds what only a later version can read. */
  const read = (key: string): KeptConversation | null => {
    const value = parsed(area().getItem(CONVERSATION + key));
    if (!value) return null;
    const { expiresAt } = value;
    if (typeof expiresAt === 'number' && expiresAt <= clock.nowMs()) {
      remove(key);
      return null;
    }
    if (typeof value['format'] === 'number' && value['format'] > FORMAT) throw new Error('later format');
    return isEnvelope(value) ? { leadId: value.leadId, log: value.log } : null;
  };

  return {
    async load(key) {
      try {
        return read(key);
      } catch {
        return null;
      }
    },
    async append(key, leadId, after, entries) {
      try {
        const kept = read(key);
        if ((kept?.log.at(-1)?.n ?? 0) !== after || (kept && kept.leadId !== leadId)) return 'behind';
        const savedAt = clock.nowMs();
        const log = [...(kept?.log ?? []), ...entries];
        const envelope: Envelope = { format: FORMAT, savedAt, expiresAt: savedAt + lifetimeMs, leadId, log };
        area().setItem(CONVERSATION + key, JSON.stringify(envelope));
        if (remember !== 'nothing') marker.set();
        return 'stored';
      } catch {
        return 'unavailable';
      }
    },
    async erase(key) {
      try {
        remove(key);
      } catch {
        // Blocked storage holds nothing.
      }
    },
  };
};

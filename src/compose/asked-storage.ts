/** Storage that waits for the word of the page: `privacy.storage: "ask-host"`. Loaded only where a page uses it. */
import {
  askedConversationStore,
  type AskedConversationStore,
  type HostWord,
} from '../adapters/asked-conversation-store.js';
import { eraseConversations } from '../adapters/erase-conversations.js';
import { storageMarker } from '../adapters/marker.js';
import { systemClock } from '../adapters/system-clock.js';
import { webConversationStore, type Remember } from '../adapters/web-conversation-store.js';
import type { Outbox } from '../outbox/contract.js';
import type { Playbook } from '../playbook/schema.js';
import type { ConversationStore } from '../ports/conversation-store.js';
import type { HandoverPort } from '../ports/handover.js';
import { askedHandover } from './asked-handover.js';
import type * as Close from './close.js';
import { loadClose } from './reply.js';

const word: HostWord = { allowed: null };
const stores = new Map<Remember, AskedConversationStore>();
const marker = storageMarker();
const clock = systemClock();
let outbox: Outbox | null = null;

/** Where conversations are kept as the page says; one for the page. */
export const askedStoreFor = (remember: Remember): ConversationStore => {
  const memory = () => webConversationStore({ remember: 'nothing', clock, marker });
  const store =
    stores.get(remember) ??
    askedConversationStore({
      word,
      kept: webConversationStore({ remember, clock, marker }),
      memory: memory(),
    });
  stores.set(remember, store);
  return store;
};

/** The way of leads to where the page allows them to be kept. Rejects like `handoverFor`. */
export const askedHandoverFor = async (
  { handoverFor }: typeof Close,
  playbook: Playbook,
  playbookUrl: string,
): Promise<HandoverPort> => {
  const [lasting, fleeting] = await Promise.all([
    handoverFor(playbook, playbookUrl, true),
    handoverFor(playbook, playbookUrl, false),
  ]);
  return askedHandover(() => word.allowed === true, lasting, fleeting);
};

const obey = async (allowed: boolean): Promise<void> => {
  word.allowed = allowed;
  for (const store of stores.values()) await store.move();
  if (!allowed) eraseConversations('all', clock.nowMs(), marker);
  // A lead on its way is what the visitor asked for: it is sent, and nothing stays of it.
  if (!allowed && marker.isSet('leads')) outbox = (await loadClose()).outboxFor(true);
  outbox?.keepReceipts(allowed);
};

let others: BroadcastChannel | null = null;
/**
 * Obeys what the page says, and tells the other tabs. A yes stores what is in memory; a no erases every kept
 * conversation of this site and what is left of leads that were sent; any other word is none.
 */
export const hostSaid = async (said: string): Promise<void> => {
  const allowed = said === 'yes';
  if (word.allowed === allowed || (!allowed && said !== 'no')) return;
  if (!others && 'document' in globalThis) {
    others = new BroadcastChannel('warmlead:storage');
    others.addEventListener('message', ({ data }) => void obey(data === true));
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin only
  others?.postMessage(allowed);
  await obey(allowed);
};

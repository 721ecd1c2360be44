/** What leads a conversation as soon as somebody answers. Loaded behind the first question, as a file of its own. */
import { storageMarker } from '../adapters/marker.js';
import { systemClock } from '../adapters/system-clock.js';
import { webConversationStore, type Remember } from '../adapters/web-conversation-store.js';
import type { ConversationOptions } from '../conversation/create-conversation.js';
import type { Readers } from '../conversation/readers.js';
import type { Reading } from '../flow/kinds/answer-kind.js';
import type { NeedsReader } from '../matching/recommend.js';
import type { Playbook } from '../playbook/schema.js';
import type { ConversationStore } from '../ports/conversation-store.js';
import type * as Close from './close.js';

export { createConversation } from '../conversation/create-conversation.js';

let closing: Promise<typeof Close> | null = null;
/** Fetches what only sending needs once; after a failure the next caller tries again. */
export const loadClose = (): Promise<typeof Close> =>
  (closing ??= import('./close.js').catch((error: unknown) => {
    closing = null;
    throw error;
  }));

let needsOf: NeedsReader | undefined;
let reading: Reading | null = null;
const loadReading = async (): Promise<void> => {
  reading = (await import('./further.js')).further;
};
/** Steps that the basic kinds cannot read. */
const RARE = /"(?:kind":"(?:choices|date|rating|country|address|url)|text":true|currency|business)"/;
/**
 * What reads this playbook's answers, and tells it in another language. Rejects when something it needs cannot be
 * loaded; may then be asked again.
 */
export const readersFor = async (
  { steps, needs, texts, language }: Playbook,
  locale = language,
): Promise<Readers> => {
  const other = texts && locale !== language ? await import('../playbook/localised.js') : null;
  if (needs) needsOf ??= (await import('../matching/needs.js')).readNeeds;
  if (!reading && RARE.test(JSON.stringify(steps))) await loadReading();
  return {
    reading: () => reading ?? {},
    more: () => (reading ? undefined : loadReading()),
    needsOf,
    ...(other && { translate: other.localised }),
  };
};

/** Next steps that are more than an address or a wish. */
const RARE_OFFERS = /"(?:kind":"(?!email|link)|whenOpen|product)/;

const stores = new Map<Remember, ConversationStore>();
/** One of each for the page, so that a chat taken out of the page and put back goes on. */
const storeFor = (remember: Remember): ConversationStore => {
  const store =
    stores.get(remember) ?? webConversationStore({ remember, clock: systemClock(), marker: storageMarker() });
  stores.set(remember, store);
  return store;
};

/** Where a playbook's conversations are kept, and where their leads go. */
export const portsFor = async (
  playbook: Playbook,
  playbookUrl: string,
  key: string,
): Promise<
  Pick<ConversationOptions, 'store' | 'close' | 'handover' | 'receipts' | 'asides' | 'offering'>
> => {
  const { storage = 'allowed', remember = 'tab' } = playbook.privacy ?? {};
  // Where it cannot be loaded, nothing is stored.
  const asked = storage === 'ask-host' ? await import('./asked-storage.js').catch(() => null) : null;
  return {
    store: asked?.askedStoreFor(remember) ?? storeFor(storage === 'allowed' ? remember : 'nothing'),
    asides: async (spoken, locale) => (await import('./asides.js')).asidesFor(spoken, locale, playbookUrl),
    close: async () => (await loadClose()).closeParts(playbook, playbookUrl),
    handover: async () => {
      const close = await loadClose();
      return asked
        ? asked.askedHandoverFor(close, playbook, playbookUrl)
        : close.handoverFor(playbook, playbookUrl, storage === 'allowed');
    },
    ...(RARE_OFFERS.test(JSON.stringify(playbook.offers) ?? '') && {
      offering: async () => (await import('./next-steps.js')).nextSteps(),
    }),
    ...(storage === 'allowed' &&
      remember === 'device' && {
        receipts: async () => (await import('./receipts.js')).receiptsFor(playbook, key),
      }),
  };
};

/** The names and times that the page keeps data by, for `warmlead explain`. */
import { DATABASE } from '../adapters/indexeddb-outbox.js';
import { CONVERSATION, MARKER, OPEN_FLAG } from '../adapters/marker.js';
import { LIFETIME_MS } from '../adapters/web-conversation-store.js';
import type { Keeping } from '../authoring/data-kept.js';
import { RETRY_DEFAULTS } from '../outbox/retry-policy.js';

export const KEEPING: Keeping = {
  conversationPrefix: CONVERSATION,
  tabMs: LIFETIME_MS.tab,
  deviceMs: LIFETIME_MS.device,
  marker: MARKER,
  openFlag: OPEN_FLAG,
  database: DATABASE,
  giveUpMs: RETRY_DEFAULTS.giveUpMs,
  receiptMs: RETRY_DEFAULTS.receiptMs,
};

/** The names and times that the page keeps data by, for `warmlead explain`. */
import { BEGUN } from '../adapters/begun-marks.js';
import { DATABASE } from '../adapters/indexeddb-outbox.js';
import { CONVERSATION, MARKER, OPEN_FLAG, RECEIPT, TEASER, VISITS } from '../adapters/marker.js';
import { TEASER_MS, VISITS_MS } from '../adapters/visit-store.js';
import { LIFETIME_MS } from '../adapters/web-conversation-store.js';
import { RECEIPT_MS } from '../adapters/web-receipt-store.js';
import type { Keeping } from '../authoring/data-kept.js';
import { RETRY_DEFAULTS } from '../outbox/retry-policy.js';

export const KEEPING: Keeping = {
  conversationPrefix: CONVERSATION,
  tabMs: LIFETIME_MS.tab,
  deviceMs: LIFETIME_MS.device,
  nextStepPrefix: RECEIPT,
  nextStepMs: RECEIPT_MS,
  begunPrefix: BEGUN,
  marker: MARKER,
  openFlag: OPEN_FLAG,
  visits: VISITS,
  visitsMs: VISITS_MS,
  teaser: TEASER,
  teaserMs: TEASER_MS,
  database: DATABASE,
  giveUpMs: RETRY_DEFAULTS.giveUpMs,
  receiptMs: RETRY_DEFAULTS.receiptMs,
};

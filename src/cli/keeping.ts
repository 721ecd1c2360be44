/** The names and times that the page keeps data by, for `warmlead explain`. A test holds them to what the page does. */
import { MARKER } from '../adapters/marker.js';
import type { Keeping } from '../authoring/data-kept.js';
import { RETRY_DEFAULTS } from '../outbox/retry-policy.js';

const DAY_MS = 86_400_000;

export const KEEPING: Keeping = {
  conversationPrefix: 'warmlead:conversation:',
  tabMs: DAY_MS,
  deviceMs: 30 * DAY_MS,
  marker: MARKER,
  openFlag: 'warmlead:open',
  database: 'warmlead',
  giveUpMs: RETRY_DEFAULTS.giveUpMs,
  receiptMs: RETRY_DEFAULTS.receiptMs,
};

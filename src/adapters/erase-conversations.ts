import {
  CONVERSATION,
  localArea,
  RECEIPT,
  sessionArea,
  TEASER,
  VISITS,
  type Marker,
  type StorageGetter,
} from './marker.js';

const expiryOf = (text: string | null): unknown => {
  try {
    return (JSON.parse(text ?? '') as { readonly expiresAt?: unknown } | null)?.expiresAt;
  } catch {
    return undefined;
  }
};

/**
 * Erases the conversations and receipts of any playbook whose time is over (or all of them), also those that no chat asks for
 * any more, and the marker with the last one. What cannot be read has no time, and goes. Never throws.
 */
export const eraseConversations = (
  which: 'expired' | 'all',
  nowMs: number,
  marker: Marker,
  areas: readonly StorageGetter[] = [sessionArea, localArea],
): void => {
  for (const area of areas) {
    try {
      const isKept = (key: string) => [CONVERSATION, RECEIPT].some((start) => key.startsWith(start));
      for (const key of Object.keys(area()).filter(isKept)) {
        const expiresAt = expiryOf(area().getItem(key));
        const isOver = typeof expiresAt !== 'number' || expiresAt <= nowMs;
        if (isOver || which === 'all') area().removeItem(key);
      }
      if (which === 'all') for (const key of [VISITS, TEASER]) area().removeItem(key);
    } catch {
      // Blocked storage holds nothing.
    }
  }
  marker.clear();
};

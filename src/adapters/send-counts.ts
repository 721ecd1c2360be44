/** Sends counts, also while the page is being left. Once: counts that get lost are not worth a second try. */
import type { Counts } from '../formats/counts.js';

export const sendCounts = (
  address: string,
  counts: Counts,
  send: typeof fetch = globalThis.fetch.bind(globalThis),
): void => {
  const post = async (): Promise<void> => {
    const response = await send(address, {
      method: 'POST',
      // As plain text no browser has to ask first, for which there is no time when a page is left.
      headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
      body: JSON.stringify(counts),
      keepalive: true,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'strict-origin',
    });
    // Read to its end, it gives back what the page may have under way.
    await response.text();
  };
  post().catch(() => {});
};

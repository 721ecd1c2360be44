/** Keeps the page usable when the network goes away. */

/**
 * Where a service worker may be had it keeps every file of this folder; elsewhere what comes later is fetched ahead.
 */
export const stayOffline = (ahead: () => Promise<unknown>): void => {
  const fetchAhead = () => void ahead().catch(() => {});
  if (!('serviceWorker' in navigator)) return fetchAhead();
  navigator.serviceWorker.register('sw.js').catch(fetchAhead);
};

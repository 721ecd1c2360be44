/**
 * Some old libraries change the language under everybody's feet, and what we load later cannot work there.
 * Better to know it before anything is loaded.
 * Seen: members added to Object.prototype (old extensions), Array.prototype.toJSON (Prototype.js 1.6),
 * an Array.from that does not know iterables (MooTools 1.x, early polyfills).
 */
export const hostIsSound = (): boolean => {
  for (const member in {}) return !member;
  if ('toJSON' in []) return false;
  try {
    return Array.from(new Set([1]))[0] === 1;
  } catch {
    return false;
  }
};

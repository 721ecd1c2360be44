/** Marks in `localStorage`: the only storage of a page that is written to at once. */
import type { BegunPort } from '../ports/page.js';
import type { StorageGetter } from './marker.js';

/** Before the key of a delivery. */
export const BEGUN = 'warmlead:begun:';

/** Where the storage is blocked or full, nothing is marked. */
export const begunMarks = (area: StorageGetter = () => globalThis.localStorage): BegunPort => {
  const attempt = (act: (storage: Storage) => unknown): boolean => {
    try {
      return act(area()) !== null;
    } catch {
      return false;
    }
  };
  return {
    isUsable: () =>
      attempt((storage) => {
        storage.setItem(BEGUN, '1');
        storage.removeItem(BEGUN);
      }),
    mark: (key) => void attempt((storage) => storage.setItem(BEGUN + key, '1')),
    isMarked: (key) => attempt((storage) => storage.getItem(BEGUN + key)),
    unmark: (key) => void attempt((storage) => storage.removeItem(BEGUN + key)),
  };
};

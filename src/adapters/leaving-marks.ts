/** Marks in `localStorage`: the only storage of a page that is written to at once. */
import type { LeavingPort } from '../ports/page.js';
import type { StorageGetter } from './marker.js';

/** Before the key of a delivery. */
const LEFT = 'warmlead:left:';

export const leavingMarks = (area: StorageGetter = () => globalThis.localStorage): LeavingPort => {
  const attempt = (act: (storage: Storage) => boolean | void): boolean => {
    try {
      return act(area()) !== false;
    } catch {
      return false;
    }
  };
  const marks: LeavingPort = {
    isUsable() {
      const works = marks.mark('');
      marks.unmark('');
      return works;
    },
    mark: (key) => attempt((storage) => storage.setItem(LEFT + key, '1')),
    isMarked: (key) => attempt((storage) => storage.getItem(LEFT + key) !== null),
    unmark: (key) => void attempt((storage) => storage.removeItem(LEFT + key)),
  };
  return marks;
};

/** One word in the page's storage that tells the next page: something is kept here, look after it. */
export interface Marker {
  /** Whether something is kept. Reading it writes nothing. */
  isSet(): boolean;
  set(): void;
}

/** Key in localStorage; in sessionStorage where the site has filled localStorage up. */
export const MARKER = 'warmlead';

/** Before the key of a conversation in the page's storage. */
export const CONVERSATION = 'warmlead:conversation:';

/** Gets a storage; the getter itself throws where storage is blocked. */
export type StorageGetter = () => Storage;

const localArea: StorageGetter = () => globalThis.localStorage;
const sessionArea: StorageGetter = () => globalThis.sessionStorage;

/** The marker over the page's storages. Where both are blocked it holds for this page only. */
export const storageMarker = (areas: readonly StorageGetter[] = [localArea, sessionArea]): Marker => {
  let here = false;
  const some = (act: (area: Storage) => boolean): boolean =>
    areas.some((area) => {
      try {
        return act(area());
      } catch {
        return false;
      }
    });
  return {
    isSet: () => here || some((area) => area.getItem(MARKER) !== null),
    set() {
      if (here) return;
      here = true;
      some((area) => {
        area.setItem(MARKER, '1');
        return true;
      });
    },
  };
};

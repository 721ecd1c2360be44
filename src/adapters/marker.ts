/** One figure in the page's storage that tells the next page: something is kept here, look after it. */
export interface Marker {
  /** Whether something is kept, or whether leads are. Reading it writes nothing. */
  isSet(what?: 'leads'): boolean;
  /** Something is kept from now on: a conversation, or a lead. */
  set(what?: 'leads'): void;
  /**
   * Something kept is gone: a conversation, or the last lead. With the last of all the marker goes, and what
   * hangs on it.
   */
  clear(what?: 'leads'): void;
}

/** Key in localStorage; in sessionStorage where the site has filled localStorage up. */
export const MARKER = 'warmlead';

/** Before every other key of ours. */
const PREFIX = 'warmlead:';

/** Before the key of a conversation in the page's storage. */
export const CONVERSATION = `${PREFIX}conversation:`;

/** Before the key of a receipt in localStorage. */
export const RECEIPT = `${PREFIX}receipt:`;

/** Key in sessionStorage: the panel was open when the page was left. Says nothing without the marker. */
export const OPEN_FLAG = `${PREFIX}open`;

/** Key in localStorage: what is remembered of visits. The marker does not stand for it. */
export const VISITS = 'warmlead-visits';

/** The same of teasers: how often they were shown, and that they were dismissed. */
export const TEASER = 'warmlead-teaser';

/** What the marker says. */
const SOMETHING = '1';
const LEADS = '2';

/** Gets a storage; the getter itself throws where storage is blocked. */
export type StorageGetter = () => Storage;

export const localArea: StorageGetter = () => globalThis.localStorage;
export const sessionArea: StorageGetter = () => globalThis.sessionStorage;

/** The marker over the page's storages. Where both are blocked it holds for this page only. */
export const storageMarker = (areas: readonly StorageGetter[] = [localArea, sessionArea]): Marker => {
  let here = '';
  /** What the act comes to in each storage; undefined where that is blocked. */
  const within = <T>(act: (area: Storage) => T): readonly (T | undefined)[] =>
    areas.map((area) => {
      try {
        return act(area());
      } catch {
        return undefined;
      }
    });
  const isSet = (what?: 'leads'): boolean => {
    const said = [here, ...within((area) => area.getItem(MARKER))].join('');
    return what ? said.includes(LEADS) : said !== '';
  };
  const write = (figure: string): void => {
    here = figure;
    within((area) => {
      if (here) area.setItem(MARKER, figure);
      here = '';
    });
  };
  const isOurs = (key: string) => key.startsWith(PREFIX) && key !== OPEN_FLAG;
  return {
    isSet,
    set(what) {
      if (!isSet(what)) write(what ? LEADS : SOMETHING);
    },
    clear(what) {
      if (!isSet() || (!what && isSet('leads'))) return;
      if (within((area) => Object.keys(area).some(isOurs)).includes(true)) return write(SOMETHING);
      here = '';
      within((area) => {
        area.removeItem(MARKER);
        area.removeItem(OPEN_FLAG);
      });
    },
  };
};

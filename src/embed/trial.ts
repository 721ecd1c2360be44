/**
 * A trial on a live site, for its owner: `?warmlead=preview`, `test` or `debug` in the address of any page. It holds
 * for the tab, until that is closed or `?warmlead=off` ends it.
 */

/** Where the tab keeps the word; named in `boot.ts` as well. */
export const TRIAL = 'warmlead-try';

/** The words of this tab's trial; empty where there is none. Notes what the address says for the next page. */
export const trialHere = (): string => {
  const said = new URLSearchParams(location.search).get('warmlead');
  try {
    if (said === 'off') sessionStorage.removeItem(TRIAL);
    else if (said) sessionStorage.setItem(TRIAL, said);
    return sessionStorage.getItem(TRIAL) ?? '';
  } catch {
    // Blocked storage: the trial holds for this page.
    return said ?? '';
  }
};

/** Leads of a trial that is more than looking are marked, and never routed or counted. */
export const isTest = (trial: string): boolean => /test|debug/.test(trial);

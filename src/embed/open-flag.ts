/** What was open stays open on the next page, but only on a device where something is kept anyway. */
import { MARKER, OPEN_FLAG } from '../adapters/marker.js';

/** Notes on leaving whether a floating panel is open. Where storage is blocked, nothing is noted. */
export const noteOnLeaving = (): void => {
  addEventListener('pagehide', () => {
    try {
      const isOpen = document.querySelector('warmlead-chat[mode="floating"][open]');
      if (isOpen && localStorage.getItem(MARKER)) sessionStorage.setItem(OPEN_FLAG, '1');
      else sessionStorage.removeItem(OPEN_FLAG);
    } catch {
      // Blocked storage: the panel is closed on the next page.
    }
  });
};

/** Whether the page before was left with the panel open. */
export const wasOpen = (): boolean => {
  try {
    return sessionStorage.getItem(OPEN_FLAG) !== null;
  } catch {
    return false;
  }
};

import type { LockPort } from '../ports/page.js';

export interface LockOptions {
  /** Null where there are none, as on plain http. */
  readonly locks?: LockManager | null;
  /** Where the page's going to sleep is heard. */
  readonly page?: Pick<Window, 'addEventListener' | 'removeEventListener'>;
}

/**
 * Web Locks where there are any; elsewhere everybody runs at once and is told so. A page that goes to the
 * back/forward cache lets go, because a sleeping holder would block all others and spoil the cache.
 */
export const pageLock = ({
  locks = (globalThis.navigator.locks as LockManager | undefined) ?? null,
  page = globalThis.window,
}: LockOptions = {}): LockPort => ({
  hold(name, run) {
    const controller = new AbortController();
    const { signal } = controller;
    let asleep = false;
    const release = () => {
      page.removeEventListener('pagehide', onPageHide);
      controller.abort();
    };
    const onPageHide = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      asleep = true;
      release();
    };
    const released = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    const hold = (alone: boolean): Promise<void> =>
      Promise.race([run(signal, alone).catch(() => {}), released]);

    page.addEventListener('pagehide', onPageHide);
    const request = async () => {
      let isHeld = false;
      try {
        if (!locks) throw new Error('no locks');
        await locks.request(name, { signal }, () => {
          isHeld = true;
          return hold(true);
        });
      } catch {
        if (!isHeld && (asleep || !signal.aborted)) await hold(false);
      }
      // Also when somebody stole it.
      release();
    };
    void request();
    return release;
  },
});

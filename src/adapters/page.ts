import type { PageFacts, PagePort } from '../ports/page.js';

export interface PageOptions {
  /** Where the visit began, as the loader saw it. Default: the present page. */
  readonly landing?: string;
  readonly window?: Window;
  readonly visit?: PageFacts['visit'];
  readonly opened?: PageFacts['opened'];
}

type Signals = readonly (readonly [EventTarget, string])[];

const attempt = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};

const listen = (signals: Signals, run: () => void): (() => void) => {
  for (const [target, type] of signals) target.addEventListener(type, run);
  return () => {
    for (const [target, type] of signals) target.removeEventListener(type, run);
  };
};

let zone: string | undefined;
/** Asked once: making a formatter is slow, and this is read before the first question. */
const timeZone = (): string => (zone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');

/** The page in which we run. Listens only while somebody watches; never to `unload`, which spoils the back/forward cache. */
export const browserPage = ({
  landing,
  visit,
  opened,
  window: host = globalThis.window,
}: PageOptions = {}): PagePort => {
  const { document } = host;
  return {
    read: () => ({
      url: host.location.href,
      landing: landing ?? host.location.href,
      referrer: document.referrer,
      title: document.title,
      languages: [...(host.navigator.languages ?? [host.navigator.language])],
      get timeZone() {
        return attempt(timeZone, 'UTC');
      },
      gpc: (host.navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true,
      online: host.navigator.onLine !== false,
      visit,
      opened,
    }),
    onHidden(run) {
      // Leaving fires both events in most browsers; telling it once is enough.
      let isHidden = document.visibilityState === 'hidden';
      const look = (hidden: boolean) => {
        const isNews = hidden && !isHidden;
        isHidden = hidden;
        if (isNews) run();
      };
      const stops = [
        listen([[host, 'pagehide']], () => look(true)),
        listen([[host, 'pageshow']], () => look(false)),
        listen([[document, 'visibilitychange']], () => look(document.visibilityState === 'hidden')),
      ];
      return () => stops.forEach((stop) => stop());
    },
    onReturn(run) {
      const stops = [
        listen([[host, 'online']], run),
        listen([[document, 'visibilitychange']], () => {
          if (document.visibilityState === 'visible') run();
        }),
      ];
      const onShow = (event: PageTransitionEvent) => {
        if (event.persisted) run();
      };
      host.addEventListener('pageshow', onShow);
      return () => {
        stops.forEach((stop) => stop());
        host.removeEventListener('pageshow', onShow);
      };
    },
  };
};

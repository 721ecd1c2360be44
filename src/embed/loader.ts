/** `warmlead.js`: the script tag. Small; brings the rest from the folder it lies in. */
import { boot, type Talk } from './boot.js';

declare const __TALK__: string;
declare const __VERSION__: string;

const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*=warmlead]');

boot(
  script,
  ({ base }, attempt) => {
    const folder = new URL(base?.replace(/\/?$/, '/') || script?.src || '', document.baseURI);
    // Browsers remember a failed import for as long as the page lives; another address is another try.
    const retry = attempt ? `?r=${attempt}` : '';
    return import(new URL(`chunks/${__TALK__}${retry}`, folder).href) as Promise<Talk>;
  },
  __VERSION__,
);

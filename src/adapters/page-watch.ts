/**
 * Watches what happens on a page, for triggers: time in view, scrolling, leaving, rest, clicks, things that come
 * into view. Sees addresses change without touching the page's own functions. Listens only, and stops completely.
 */
import type { PageContext } from '../arrival/triggers.js';

/** What can be seen of a page; who visits it is known elsewhere. */
export type Watched = Omit<PageContext, 'returning' | 'arrival'>;

export interface PageWatchOptions {
  /** Selectors to look out for. What is no selector is never seen. */
  readonly visible: readonly string[];
  readonly clicked: readonly string[];
  /** Something happened, or a second went by. */
  readonly changed: () => void;
  /** The address changed and everything is counted anew. */
  readonly moved: () => void;
}

export interface PageWatch {
  read(): Watched;
  stop(): void;
}

const SECOND_MS = 1_000;
const ACTS = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const;

const addressHere = (): string => location.pathname + location.search;

/** Null where nothing matches, or it is no selector. */
const closest = (target: EventTarget | null, selector: string): Element | null => {
  try {
    return target instanceof Element ? target.closest(selector) : null;
  } catch {
    return null;
  }
};
const found = (selector: string): readonly Element[] => {
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    return [];
  }
};

const isInView = (element: Element): boolean => {
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
};

const scrolledHere = (): number => {
  const { scrollHeight } = document.documentElement;
  const way = scrollHeight - innerHeight;
  return way > 0 ? Math.min(100, (scrollY / way) * 100) : 100;
};

export const watchPage = ({ visible, clicked, changed, moved }: PageWatchOptions): PageWatch => {
  const start = () => ({
    address: addressHere(),
    seconds: 0,
    scrolled: 0,
    left: false,
    idleSeconds: 0,
    seen: new Set<string>(),
    clicked: new Set<string>(),
  });
  let now = start();
  const stops: (() => void)[] = [];
  const listen = <Name extends keyof DocumentEventMap>(
    type: Name,
    run: (event: DocumentEventMap[Name]) => void,
  ): void => {
    document.addEventListener(type, run, { passive: true, capture: true });
    stops.push(() => document.removeEventListener(type, run, { capture: true }));
  };

  for (const type of ACTS) listen(type, () => (now.idleSeconds = 0));
  listen('scroll', () => {
    now.scrolled = Math.max(now.scrolled, scrolledHere());
  });
  listen('mouseout', ({ relatedTarget, clientY }) => {
    if (relatedTarget || clientY > 0) return;
    now.left = true;
    changed();
  });
  listen('click', ({ target }) => {
    const hit = clicked.filter((selector) => closest(target, selector));
    if (hit.length === 0) return;
    for (const selector of hit) now.clicked.add(selector);
    changed();
  });

  const look = (): void => {
    if (addressHere() !== now.address) {
      now = start();
      moved();
    }
    if (document.visibilityState === 'hidden') return;
    now.seconds += 1;
    now.idleSeconds += 1;
    // A page that is short, or was drawn further down, is scrolled without anybody scrolling.
    now.scrolled = Math.max(now.scrolled, scrolledHere());
    for (const selector of visible) if (found(selector).some(isInView)) now.seen.add(selector);
    changed();
  };
  const timer = setInterval(look, SECOND_MS);
  stops.push(() => clearInterval(timer));

  return {
    read: () => ({ ...now, path: location.pathname }),
    stop: () => stops.forEach((stop) => stop()),
  };
};

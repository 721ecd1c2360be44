/**
 * What appears by itself: the teaser, or the chat where the owner wants that. Loaded when the page is idle, and only
 * where the script tag asks for it. Triggers say when, manners say whether, and both say why not.
 */
import { browserPage } from '../../adapters/page.js';
import { watchPage } from '../../adapters/page-watch.js';
import { systemClock } from '../../adapters/system-clock.js';
import { arrivalFrom } from '../../arrival/arrival.js';
import { isHidden, mannersOf, type Shown } from '../../arrival/frequency.js';
import { teaserLine } from '../../arrival/greeting.js';
import { firedIn, waitWords, type PageContext, type PlacedTrigger } from '../../arrival/triggers.js';
import { visitFor, wordOfHost } from '../../compose.js';
import { loadPlaybook } from '../../compose/playbook.js';
import { mayKeep, store } from '../../compose/visit.js';
import type { WarmleadChat } from '../../elements/chat/chat.js';
import { WarmleadEvent } from '../../elements/events.js';
import { showTeaser, type Teaser } from '../../elements/teaser/teaser.js';
import { factsFrom } from '../../flow/facts.js';
import type { Came } from '../../flow/log.js';
import type { Playbook } from '../../playbook/schema.js';
import type { Options } from '../options.js';
import { trialHere } from '../trial.js';
import { openHours, playbookIn } from './asked-parts.js';
import { report } from './report.js';
import { isCoveredHere, isSmallScreen, isTypingHere } from './surroundings.js';
import { tagTrigger, TAG_TRIGGER } from './tag-trigger.js';

/** How long the teaser stays on a small screen, and how far one may scroll. */
const SMALL_STAYS_MS = 8_000;
const SMALL_SCROLL_PX = 200;
/** About the size of a teaser: what lies there is looked at before it appears. */
const SIZE = [280, 72] as const;

/** Starts once for a chat. Without a usable playbook nothing appears. */
export const startTriggers = async (chat: WarmleadChat, options: Options): Promise<void> => {
  const loaded = await loadPlaybook(chat.playbook);
  const launcher = chat.shadowRoot?.querySelector('#launcher');
  if (!loaded.ok || !launcher) return;
  const locale = options.locale ?? loaded.playbook.language;
  const playbook = await playbookIn(loaded.playbook, locale);
  const isOpen = await openHours(playbook);
  const visit = await visitFor(playbook, chat.landing);
  const came: Came = {
    ...arrivalFrom(browserPage({ landing: chat.landing || undefined }).read()),
    ...visit?.arrival,
    ...(visit?.variants && { variants: visit.variants }),
  };
  const visitor = cameAs(came);
  const clock = systemClock();
  const at = () => new Date(clock.nowMs()).toISOString();
  const triggers = triggersOf(playbook, options);
  const hasAttribution = playbook.privacy?.attribution === true;
  // Owners try things out again and again.
  const isTrial = trialHere() !== '';
  const isAllowed = () =>
    !isTrial && mayKeep(playbook, wordOfHost()) && playbook.privacy?.remember !== 'nothing';
  let shown: Shown = (isTrial ? null : store.shown()) ?? { times: 0 };
  let teaser: Teaser | null = null;
  let stopFleeting = () => {};
  let hasTalked = chat.open || isKept();
  let openedItself = false;
  let isComing = false;

  /** `acted`: the visitor did something about it, so it may be remembered. */
  const note = (news: Partial<Shown>, acted: boolean) => {
    shown = { ...shown, ...news };
    if ((acted || hasAttribution) && isAllowed()) store.keepShown(shown);
  };
  const clear = () => {
    stopFleeting();
    teaser?.remove();
    teaser = null;
  };
  const context = (): PageContext => ({ ...watch.read(), ...visitor });

  const appear = async ({ name, trigger }: PlacedTrigger): Promise<void> => {
    const words = (name === TAG_TRIGGER && options.teaser) || wordsFor(playbook, came);
    note({ times: shown.times + 1, at: at() }, false);
    if (trigger.open && !isSmallScreen()) {
      openedItself = true;
      return chat.show({ focus: false, by: 'trigger', trigger: name });
    }
    if (!words) return;
    teaser = await showTeaser({
      chat,
      words,
      locale,
      name: playbook.company.assistant ?? playbook.company.name,
      followed() {
        clear();
        chat.show({ by: 'trigger', trigger: name });
      },
      dismissed() {
        note({ dismissedAt: at() }, true);
        clear();
        look();
      },
    });
    if (hasTalked) return clear();
    for (const [experiment, variant] of exposedBy(playbook, came))
      chat.dispatchEvent(new WarmleadEvent('exposure', { experiment, variant }));
    if (isSmallScreen()) stopFleeting = fleeting(clear);
  };

  const look = (): void => {
    const now = context();
    const manners = mannersOf(playbook, {
      at: at(),
      path: now.path,
      shown,
      isSmall: isSmallScreen(),
      hasTalked,
      isOpen: isOpen(at()),
      isTyping: isTypingHere(),
      isCovered: isCoveredHere(chat, launcher, ...SIZE),
    });
    report([
      ...triggers.map((trigger) => waitWords(trigger, now)),
      ...(teaser ? ['The teaser is shown.'] : manners.may ? [] : [`Nothing appears now: ${manners.because}`]),
    ]);
    const fired = manners.may && !teaser && !isComing ? firedIn(triggers, now) : undefined;
    if (!fired) return;
    isComing = true;
    void appear(fired).finally(() => (isComing = false));
  };
  /** Pages on which nothing is to appear lose the launcher as well, unless somebody is talking. */
  const arrive = (): void => {
    const isAway = isHidden(playbook, location.pathname) && !chat.open;
    chat.style.display = isAway ? 'none' : '';
    if (isAway) clear();
    look();
  };

  const watch = watchPage({
    visible: triggers.flatMap(({ trigger }) => trigger.visible ?? []),
    clicked: triggers.flatMap(({ trigger }) => trigger.clicked ?? []),
    changed: () => (chat.isConnected ? look() : watch.stop()),
    moved: arrive,
  });
  chat.addEventListener('warmlead-open', ({ detail: { byVisitor } }) => {
    hasTalked = true;
    clear();
    if (byVisitor) note({ times: Math.max(1, shown.times), at: at() }, true);
  });
  chat.addEventListener('warmlead-close', ({ detail: { byVisitor } }) => {
    if (openedItself && byVisitor) note({ dismissedAt: at() }, true);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !teaser) return;
    note({ dismissedAt: at() }, true);
    clear();
  });
  arrive();
};

const cameAs = ({ kind, visits = 1 }: Came): Pick<PageContext, 'arrival' | 'returning'> => ({
  arrival: kind,
  returning: kind === 'returning' || visits > 1,
});

const triggersOf = ({ welcome }: Playbook, options: Options): readonly PlacedTrigger[] => [
  ...tagTrigger(options),
  ...(welcome?.show ?? []).map((trigger, i) => ({ name: trigger.id ?? `welcome.show[${i}]`, trigger })),
];

const wordsFor = (playbook: Playbook, came: Came): string =>
  teaserLine(playbook, factsFrom(new Map(), undefined, came));

/** The experiments on which the teaser depends. */
const exposedBy = ({ welcome }: Playbook, { variants = {} }: Came): readonly (readonly [string, string])[] =>
  /"variant"/.test(JSON.stringify(welcome?.teaser ?? '')) ? Object.entries(variants) : [];

/** A conversation is kept from an earlier page. */
const isKept = (): boolean => {
  try {
    return localStorage.getItem('warmlead') !== null;
  } catch {
    return false;
  }
};

/** On a small screen it goes by itself. */
const fleeting = (run: () => void): (() => void) => {
  const from = scrollY;
  const timer = setTimeout(run, SMALL_STAYS_MS);
  const scrolled = () => {
    if (Math.abs(scrollY - from) > SMALL_SCROLL_PX) run();
  };
  addEventListener('scroll', scrolled, { passive: true });
  return () => {
    clearTimeout(timer);
    removeEventListener('scroll', scrolled);
  };
};

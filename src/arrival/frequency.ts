/** Manners: whether something may appear by itself now, and if not, why not. Every no has its sentence. */
import type { Iso } from '../flow/log.js';
import { numberOf } from '../flow/lenient.js';
import type { Playbook } from '../playbook/schema.js';
import { pageMatches } from './page-matches.js';

/** What is known of earlier teasers: on the device where the visitor dismissed one, else on this page. */
export interface Shown {
  readonly times: number;
  /** The latest time. */
  readonly at?: Iso;
  readonly dismissedAt?: Iso;
}

export interface Moment {
  readonly at: Iso;
  readonly path: string;
  readonly shown: Shown;
  /** A small screen: less is allowed there. */
  readonly isSmall: boolean;
  /** The chat was opened on this page, or something of a conversation is kept. */
  readonly hasTalked: boolean;
  /** Somebody of the company is there, by the opening hours. */
  readonly isOpen: boolean;
  /** A box of the page has the focus. */
  readonly isTyping: boolean;
  /** The page shows something of its own over itself: a dialog, a banner in the same corner. */
  readonly isCovered: boolean;
}

const DAY_MS = 86_400_000;
/** Defaults of `welcome`. */
const AT_MOST = 3;
const PAUSE_DAYS = 1;

/** `passing`: it is asked again in a moment. */
export type Manners =
  { readonly may: true } | { readonly may: false; readonly because: string; readonly passing?: true };

const no = (because: string): Manners => ({ may: false, because });
const notNow = (because: string): Manners => ({ may: false, because, passing: true });

/** Whether this playbook wants nothing at all on this page. */
export const isHidden = ({ welcome }: Playbook, path: string): boolean =>
  (welcome?.hide ?? []).some((pattern) => pageMatches(pattern, path));

/** Whether something may appear by itself now. What lasts is asked before what passes. */
export const mannersOf = (playbook: Playbook, moment: Moment): Manners => {
  const { welcome } = playbook;
  const { at, path, shown, isSmall } = moment;
  const most = isSmall ? 1 : numberOf(welcome?.atMost, AT_MOST);
  const pauseDays = numberOf(welcome?.pauseDays, PAUSE_DAYS);
  const rest = shown.at === undefined ? Infinity : Date.parse(at) - Date.parse(shown.at);
  if (isHidden(playbook, path)) return no(`"hide" names this page (${path}).`);
  if (moment.hasTalked) return no('This visitor has talked already.');
  if (shown.dismissedAt !== undefined) return no(`It was dismissed on ${dayOf(shown.dismissedAt)}.`);
  if (shown.times >= most)
    return no(
      `It was shown ${times(shown.times)}, and ${times(most)} is all${isSmall ? ' on a small screen' : ''}.`,
    );
  if (rest < pauseDays * DAY_MS)
    return no(
      `It was shown on ${dayOf(shown.at ?? at)}; then it rests for ${pauseDays} day${pauseDays === 1 ? '' : 's'}.`,
    );
  if (welcome?.whenOpen && !moment.isOpen) return notNow('Nobody is there at this time of day.');
  if (moment.isTyping) return notNow('The visitor is in a box of the page.');
  if (moment.isCovered) return notNow('Something of the page lies there.');
  return { may: true };
};

const dayOf = (at: Iso): string => at.slice(0, 10);
const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

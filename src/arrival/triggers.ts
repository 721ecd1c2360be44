/**
 * What makes the chat noticed without a click: predicates over what has happened on a page. Each says in plain words
 * what it still waits for, for the owner who wonders.
 */
import type { ArrivalKind } from '../flow/log.js';
import type { Trigger } from '../playbook/schema.js';
import { pageMatches } from './page-matches.js';

/** What has happened on this page since it was shown; a new address in the same document is a new page. */
export interface PageContext {
  readonly path: string;
  /** Seconds for which the page could be seen. */
  readonly seconds: number;
  /** How far it was scrolled at most, 0 to 100. A page that cannot be scrolled counts as 100. */
  readonly scrolled: number;
  /** The pointer left through the top. */
  readonly left: boolean;
  /** Seconds since the visitor last moved, scrolled, typed or touched. */
  readonly idleSeconds: number;
  /** Selectors of triggers that were seen and clicked. */
  readonly seen: ReadonlySet<string>;
  readonly clicked: ReadonlySet<string>;
  readonly returning: boolean;
  readonly arrival: ArrivalKind;
}

/** Something a trigger waits for. `never`: not on this page, whatever happens. */
export interface Wait {
  readonly words: string;
  readonly never?: true;
}

const listed = (words: string | readonly string[]): readonly string[] =>
  typeof words === 'string' ? [words] : words;

/** What this trigger still waits for; empty: it fires. */
export const waitsOf = (trigger: Trigger, context: PageContext): readonly Wait[] => {
  const { page, afterSeconds = 0, atScroll = 0, onExit, idleSeconds = 0, visible, clicked } = trigger;
  const { returning, arrival } = trigger;
  const kinds = arrival === undefined ? [] : listed(arrival);
  const waits: (Wait | false)[] = [
    page !== undefined &&
      !pageMatches(page, context.path) && {
        words: `a page like ${page}; this is ${context.path}`,
        never: true,
      },
    returning !== undefined &&
      returning !== context.returning && {
        words: returning ? 'somebody who was here before' : 'somebody who was not here before',
        never: true,
      },
    kinds.length > 0 &&
      !kinds.includes(context.arrival) && {
        words: `somebody who came by ${kinds.join(' or ')}; this one came by ${context.arrival}`,
        never: true,
      },
    context.seconds < afterSeconds && {
      words: `${secondsIn(afterSeconds - context.seconds)} more on the page`,
    },
    context.scrolled < atScroll && {
      words: `${atScroll} % of the page scrolled; so far ${Math.floor(context.scrolled)} %`,
    },
    onExit === true && !context.left && { words: 'the pointer to leave through the top' },
    context.idleSeconds < idleSeconds && {
      words: `${secondsIn(idleSeconds - context.idleSeconds)} more without a move`,
    },
    visible !== undefined && !context.seen.has(visible) && { words: `${visible} to come into view` },
    clicked !== undefined && !context.clicked.has(clicked) && { words: `a click on ${clicked}` },
  ];
  return waits.filter((wait) => wait !== false);
};

/** Whole seconds, and never none while any are left; many in steps of five, so that they can be read. */
const secondsIn = (seconds: number): string => {
  const step = seconds > 10 ? 5 : 1;
  const whole = Math.max(1, Math.ceil(seconds / step) * step);
  return `${whole} second${whole === 1 ? '' : 's'}`;
};

/** A trigger and where it stands. */
export interface PlacedTrigger {
  /** Its id, or its place: `welcome.show[0]`. */
  readonly name: string;
  readonly trigger: Trigger;
}

/** The first trigger that waits for nothing; undefined when all of them wait. */
export const firedIn = (
  triggers: readonly PlacedTrigger[],
  context: PageContext,
): PlacedTrigger | undefined => triggers.find(({ trigger }) => waitsOf(trigger, context).length === 0);

/** One sentence a trigger, for the owner: `pricing waits for 12 seconds more on the page.` */
export const waitWords = ({ name, trigger }: PlacedTrigger, context: PageContext): string => {
  const waits = waitsOf(trigger, context);
  const never = waits.find((wait) => wait.never);
  if (never) return `${name} is not for this page or visitor: it needs ${never.words}.`;
  return waits.length > 0
    ? `${name} waits for ${waits.map(({ words }) => words).join(', and ')}.`
    : `${name} has all it waits for.`;
};

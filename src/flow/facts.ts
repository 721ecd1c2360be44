import type { Facts } from './conditions.js';
import { isRecord, numberOf, textOf } from './lenient.js';
import type { Came, Value } from './log.js';
import type { Answer, Standing } from './state.js';

/**
 * What conditions and prompts may know: answers by step id, contact fields as `contact.email`, and the
 * reserved names. Reads the map whenever it is asked, so it follows a walk that goes on. `standing` may be a
 * function, asked only when a condition needs it; without it scores and verdicts are unknown.
 */
export const factsFrom =
  (
    answers: ReadonlyMap<string, Answer>,
    standing?: Standing | (() => Standing | undefined),
    arrival?: Came,
  ): Facts =>
  (name) => {
    switch (name) {
      case 'score':
      case 'slotsYes':
      case 'slotsNo':
      case 'slotsUnknown':
      case 'verdict':
        return (typeof standing === 'function' ? standing() : standing)?.[name];
      case 'arrival':
        return textOf(arrival?.kind) || undefined;
      case 'campaign':
        return textOf(arrival?.utm?.['campaign']) || undefined;
      case 'returning':
        return arrival && (arrival.kind === 'returning' || numberOf(arrival.visits, 1) > 1);
      case 'variant': {
        const { variants } = arrival ?? {};
        return isRecord(variants) ? Object.values(variants).map(textOf) : undefined;
      }
      default:
        return answers.get(name)?.value ?? fieldOf(answers, name);
    }
  };

/** A field of a contact card, named `step.field`. */
function fieldOf(answers: ReadonlyMap<string, Answer>, name: string): Value | undefined {
  const dot = name.indexOf('.');
  const card = dot < 0 ? undefined : answers.get(name.slice(0, dot))?.value;
  const field = name.slice(dot + 1);
  return isRecord(card) && Object.hasOwn(card, field) ? card[field] : undefined;
}

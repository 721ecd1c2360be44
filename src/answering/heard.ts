/** Hears objections in what people type: the phrases of the playbook in any form, with a slip in them. */
import type { Objection } from '../playbook/answering-schema.js';
import { languageOf, plainWords, stemOf } from './words.js';

/** Words that may stand between those of a phrase: "too *very* expensive". */
const BETWEEN = 1;
/** Shorter words are heard only as they are. */
const LONG = 6;
/** Share of what was typed that a phrase must be where the text might as well be an answer. */
const MOSTLY = 0.5;
const NOT = /^(?:not|isnt|arent|wasnt|dont|doesnt|nicht|kein|nie|ليس|لا)$/;

/**
 * The objection that is in a text; of several the one whose phrase has the most words in it. `mostly`: the text must be
 * little else. None where the phrase is denied ("not too expensive").
 */
export const heardIn = (
  objections: readonly Objection[],
  text: string,
  locale: string,
  mostly = false,
): Objection | undefined => {
  const language = languageOf(locale);
  const wordsOf = (said: string) => plainWords(said).map((word) => stemOf(word, language));
  const typed = wordsOf(text.slice(0, 1000));
  let best: { readonly objection: Objection; readonly length: number } | undefined;
  for (const objection of objections) {
    for (const phrase of objection.heard) {
      const words = wordsOf(phrase);
      if (words.length === 0 || words.length <= (best?.length ?? 0)) continue;
      if (mostly && words.length < typed.length * MOSTLY) continue;
      if (isSaid(words, typed)) best = { objection, length: words.length };
    }
  }
  return best?.objection;
};

const isSaid = (phrase: readonly string[], typed: readonly string[]): boolean =>
  typed.some(
    (_, at) => startsAt(phrase, typed, at) && (NOT.test(phrase[0] ?? '') || !NOT.test(typed[at - 1] ?? '')),
  );

const startsAt = (phrase: readonly string[], typed: readonly string[], start: number): boolean => {
  let at = start;
  return phrase.every((word, i) => {
    const until = i === 0 ? at : at + BETWEEN;
    while (at <= until && at < typed.length && !isAlike(word, typed[at] ?? '')) at += 1;
    return at <= until && at++ < typed.length;
  });
};

/** The same word, or one slip away from it. */
const isAlike = (a: string, b: string): boolean => {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < LONG || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a, b].map((word) => word.slice(start, word.length - end)) as [string, string];
  const isSwapped = left.length === 2 && left[0] === right[1] && left[1] === right[0];
  return isSwapped || Math.max(left.length, right.length) === 1;
};

/** Checks what is said about objections: that it can be heard, said and left. */
import { namesIn } from '../flow/conditions.js';
import { folded } from '../flow/kinds/clean-text.js';
import type { Objection } from '../playbook/answering-schema.js';
import { didYouMean } from '../playbook/nearest.js';
import type { Playbook } from '../playbook/schema.js';
import { quote, someOf, type Findings } from './findings.js';

/** Shorter words stand in too many sentences. */
const SHORTEST = 4;
const MOST_TRIES = 2;

export const checkObjections = ({ steps, objections = [] }: Playbook, findings: Findings): void => {
  const { error, warning } = findings;
  const ids = objections.map(({ id }) => id);
  steps.forEach(({ options = [] }, i) => {
    options.forEach((option, j) => {
      if (typeof option === 'string' || option.raises === undefined || ids.includes(option.raises)) return;
      const { raises } = option;
      error(
        'option.unknown-objection',
        `steps[${i}].options[${j}].raises`,
        `There is no objection ${quote(raises)}.`,
        () =>
          didYouMean(
            raises,
            ids,
            ids.length > 0
              ? `Objections: ${someOf(ids, 10)}.`
              : 'Add "objections" and describe it there, or remove "raises".',
          ),
      );
    });
  });
  const heard = new Map<string, string>();
  objections.forEach((objection, i) => {
    const path = `objections[${i}]`;
    objection.heard.forEach((phrase, j) => {
      const at = `${path}.heard[${j}]`;
      const other = heard.get(folded(phrase));
      if (other !== undefined && other !== objection.id) {
        warning(
          'objection.heard-twice',
          at,
          `${quote(phrase)} is heard as ${quote(other)} already, so it never leads here.`,
          'Remove it from one of the two.',
        );
      }
      heard.set(folded(phrase), other ?? objection.id);
      if (!/\s/.test(phrase.trim()) && phrase.trim().length < SHORTEST) {
        warning(
          'objection.heard-often',
          at,
          `${quote(phrase)} stands in many sentences that are no objection.`,
          'Write what people say in two or three words, for example "no budget".',
        );
      }
    });
    checkReplies(objection, path, findings);
  });
};

const checkReplies = (
  { id, explore, replies = [], exit }: Objection,
  path: string,
  { error, warning, info }: Findings,
): void => {
  if (replies.length === 0) {
    if (explore)
      warning(
        'objection.explore-in-vain',
        `${path}.explore`,
        `${quote(id)} asks back, but there is nothing to reply.`,
        'Add "replies", or remove "explore".',
      );
    if (exit === undefined)
      warning(
        'objection.exit-missing',
        path,
        `${quote(id)} ends the questions with words of ours.`,
        'Add "exit" with what you would say, or "replies".',
      );
    return;
  }
  const known = explore?.options.map((option) => (typeof option === 'string' ? option : option.value)) ?? [];
  let always = 0;
  replies.forEach((reply, i) => {
    const when = typeof reply === 'string' ? undefined : reply.when;
    const at = `${path}.replies[${i}]`;
    if (always >= MOST_TRIES)
      info(
        'objection.reply-never',
        at,
        'This is never said: at most two replies are, and two before it always fit.',
        'Move it up, give the others a "when", or remove it.',
      );
    if (!when) always += 1;
    if (!namesIn(when).includes('explored')) return;
    if (!explore) {
      error(
        'objection.nothing-explored',
        `${at}.when`,
        'This asks what stands underneath, but nobody is asked for it.',
        'Add "explore" to the objection, or test an answer.',
      );
      return;
    }
    const { explored } = when as { readonly explored?: unknown };
    if (typeof explored === 'string' && !known.includes(explored))
      error(
        'objection.unknown-explored',
        `${at}.when.explored`,
        `${quote(explored)} cannot be tapped there.`,
        () => didYouMean(explored, known, `Values: ${someOf(known, 10)}.`),
      );
  });
  if (always === 0)
    warning(
      'objection.reply-maybe-missing',
      `${path}.replies`,
      `Every reply to ${quote(id)} has a condition, so there may be none to say.`,
      'Add one without "when" at the end.',
    );
};

import type { Playbook } from '../playbook/schema.js';
import type { Condition } from '../playbook/condition.js';
import { type Facts, holds } from './conditions.js';
import { fillPrompt } from './fill-prompt.js';
import { isRecord, linesOf, listOf, textOf } from './lenient.js';

/** Of a text with conditions the first entry that holds; undefined where it has none, or none holds. */
const chosenOf = (said: unknown, facts: Facts): { readonly [name: string]: unknown } | undefined =>
  listOf(said)
    .filter(isRecord)
    .find(({ when }) => holds(when as Condition | undefined, facts) === true);

/** The words for these visitors: the text as it stands, or of a conditional one the first that holds. */
const saidTo = (said: unknown, facts: Facts): readonly string[] =>
  linesOf(listOf(said).some(isRecord) ? chosenOf(said, facts)?.['text'] : said);

/**
 * The lines with which a conversation opens, filled: `welcome.say`, or of a conditional greeting the first
 * whose condition holds. Empty when there is none.
 */
export const greetingLines = (playbook: Playbook, facts: Facts): readonly string[] =>
  saidTo(playbook.welcome?.say, facts).map((line) => fillPrompt(line, facts, playbook));

/** The id of the step with which these visitors begin; empty: the first. */
export const greetingStart = ({ welcome }: Playbook, facts: Facts): string =>
  textOf(chosenOf(welcome?.say, facts)?.['start']);

/** The sentence beside the button for these visitors; empty where there is none. */
export const teaserLine = (playbook: Playbook, facts: Facts): string => {
  const [line = ''] = saidTo(playbook.welcome?.teaser, facts);
  return fillPrompt(line, facts, playbook);
};

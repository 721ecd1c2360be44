/** Fills placeholders in the texts of a playbook with what is known. */
import type { Playbook, Step, Text } from '../playbook/schema.js';
import type { Facts } from './conditions.js';
import { labelOf } from './kinds/label.js';
import { isRecord, linesOf, listOf, textOf } from './lenient.js';
import { optionsOf } from './options.js';
import { escapeRichText } from './rich-text.js';

const PLACEHOLDER = /\{([A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)?)\}/g;

/** The names of the placeholders in a text, each once: `Hi {contact.name}` has `contact.name`. */
export const placeholdersIn = (text: Text): readonly string[] => [
  ...new Set(linesOf(text).flatMap((line) => [...line.matchAll(PLACEHOLDER)].map(([, name = '']) => name))),
];

/**
 * A rich text with its placeholders filled: `{company}` with the company's name, `{need}` with the label of
 * that step's answer, `{contact.name}` with a field of a contact card, any other with the fact of that name.
 * What is not known is left out together with the space and the comma that led to it. Filled in values are
 * data: marks in them are shown, never read.
 */
export function fillPrompt(text: string, facts: Facts, playbook: Playbook): string {
  const parts: string[] = [''];
  let end = 0;
  for (const { 0: placeholder, 1: name = '', index } of text.matchAll(PLACEHOLDER)) {
    const words = wordsFor(name, facts, playbook);
    const before = parts.at(-1) + text.slice(end, index);
    end = index + placeholder.length;
    parts[parts.length - 1] =
      words === '' ? before.trimEnd().replace(/,$/, '') : before + escapeRichText(words);
    if (words === '') parts.push('');
  }
  const last = parts.pop() + text.slice(end);
  const start = parts.join('');
  if (start !== '' || parts.length === 0) return start + last;
  const rest = last.replace(/^[\s,;:–-]+/, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** The whole question of a step, filled, as it is shown and logged; a list of texts stands on lines. */
export const questionOf = (step: Step, facts: Facts, playbook: Playbook): string =>
  linesOf(step.ask)
    .map((line) => fillPrompt(line, facts, playbook))
    .join('\n');

function wordsFor(name: string, facts: Facts, playbook: Playbook): string {
  if (name === 'company') return textOf(playbook.company?.name);
  const value = facts(name);
  if (value == null) return '';
  const step = listOf(playbook.steps).find((one) => isRecord(one) && one['id'] === name);
  const options = step ? optionsOf({ ...(step as Step), options: unconditional(step as Step) }, facts) : [];
  return labelOf(value, { options, locale: textOf(playbook.language) });
}

/** An answer keeps its words even where its option would no longer be offered. */
const unconditional = (step: Step): Step['options'] =>
  listOf(step.options).map((option) =>
    isRecord(option) ? { ...option, when: undefined } : option,
  ) as Step['options'];

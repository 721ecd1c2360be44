/** Checks that translations translate something, and into a language. */
import { TRANSLATABLE_PATHS } from '../playbook/localised.js';
import { didYouMean } from '../playbook/nearest.js';
import { pathTo } from '../playbook/path.js';
import type { Playbook, Step } from '../playbook/schema.js';
import { isObject, own } from '../playbook/unchecked.js';
import { quote, someOf, type Findings } from './findings.js';
import { valueOf } from './step-graph.js';

export const checkTranslations = (playbook: Playbook, findings: Findings): void => {
  checkLanguage(playbook.language, 'language', findings);
  if (!playbook.texts) return;
  const steps = new Map(playbook.steps.map((step) => [step.id, step]));
  const paths = new Set(TRANSLATABLE_PATHS.flatMap((pattern) => pathsOf(playbook, pattern.split('.'), '')));
  for (const [language, texts] of Object.entries(playbook.texts)) {
    const path = pathTo('texts', language);
    checkLanguage(language, path, findings);
    for (const [key, text] of Object.entries(texts)) {
      const at = pathTo(path, key);
      if (isObject(text) || steps.has(key)) checkStep(steps, key, text, at, findings);
      else checkPath(paths, key, at, findings);
    }
  }
};

/** The paths of a pattern that lead to something. Entries of lists go by their id, purpose or answer. */
const pathsOf = (node: unknown, [head, ...rest]: readonly string[], path: string): readonly string[] => {
  if (head === undefined) return node === undefined ? [] : [path];
  const deeper = (child: unknown, name: string) => pathsOf(child, rest, path ? `${path}.${name}` : name);
  if (Array.isArray(node)) {
    return node.flatMap((entry) =>
      isObject(entry) ? deeper(entry, String(entry.id ?? entry.purpose ?? entry.answer)) : [],
    );
  }
  if (!isObject(node)) return [];
  if (head !== '*') return deeper(own(node, head), head);
  return Object.entries(node).flatMap(([name, child]) => deeper(child, name));
};

const checkLanguage = (language: string, path: string, { error }: Findings): void => {
  try {
    if (Intl.getCanonicalLocales(language).length === 1) return;
  } catch {
    // What cannot be read as a language is reported like what is none.
  }
  error(
    'text.unknown-language',
    path,
    `${quote(language)} is not a language.`,
    'Write a language tag, for example "en", "de-AT" or "pt-BR".',
  );
};

const checkStep = (
  steps: ReadonlyMap<string, Step>,
  id: string,
  texts: unknown,
  path: string,
  findings: Findings,
): void => {
  const step = steps.get(id);
  const ids = [...steps.keys()];
  if (!step) {
    const cure = () => didYouMean(id, ids, `Steps: ${someOf(ids, 10)}.`);
    findings.warning('text.unknown-step', path, `There is no step ${quote(id)} to translate.`, cure);
  } else if (isObject(texts)) checkStepTexts(step, texts, path, findings);
  else
    findings.warning(
      'text.not-a-step',
      path,
      'The texts of a step stand in curly brackets.',
      'Write {"ask": "…"}.',
    );
};

const checkPath = (known: ReadonlySet<string>, key: string, path: string, { warning }: Findings): void => {
  if (known.has(key)) return;
  warning('text.unknown-path', path, `There is no text ${quote(key)} to translate.`, () =>
    didYouMean(
      key,
      known,
      'Paths look like "welcome.teaser", "offers.<name>.label" or "endings.qualified.say".',
    ),
  );
};

const checkStepTexts = (
  step: Step,
  texts: { readonly [field: string]: unknown },
  path: string,
  { warning }: Findings,
): void => {
  for (const field of Object.keys(texts)) {
    if (own(step, field) !== undefined) continue;
    warning(
      'text.nothing-to-translate',
      pathTo(path, field),
      `The step ${quote(step.id)} has no ${quote(field)}.`,
      'Remove it, or add it to the step.',
    );
  }
  const values = (step.options ?? []).map(valueOf);
  for (const value of Object.keys(isObject(texts.options) ? texts.options : {})) {
    if (values.includes(value)) continue;
    warning(
      'text.unknown-option',
      pathTo(pathTo(path, 'options'), value),
      `The step ${quote(step.id)} has no option with the value ${quote(value)}.`,
      () => didYouMean(value, values, `Values: ${someOf(values, 10)}.`),
    );
  }
};

/** Checks the texts that people read: placeholders that name something, translations of texts that exist. */
import { placeholdersIn } from '../flow/fill-prompt.js';
import { TRANSLATABLE_PATHS } from '../playbook/localised.js';
import { didYouMean } from '../playbook/nearest.js';
import { pathTo } from '../playbook/path.js';
import type { Playbook, Step, Text } from '../playbook/schema.js';
import { isObject, own } from '../playbook/unchecked.js';
import { quote, someOf, type Findings } from './findings.js';
import { namesOf, type Names } from './names.js';
import { valueOf } from './step-graph.js';

export const checkTexts = (playbook: Playbook, findings: Findings): void => {
  checkPlaceholders(playbook, namesOf(playbook), findings);
  checkLanguage(playbook.language, 'language', findings);
  const steps = new Map(playbook.steps.map((step) => [step.id, step]));
  for (const [language, texts] of Object.entries(playbook.texts ?? {})) {
    const path = pathTo('texts', language);
    checkLanguage(language, path, findings);
    for (const [key, text] of Object.entries(texts)) {
      const at = pathTo(path, key);
      if (isObject(text) || steps.has(key)) checkStep(steps, key, text, at, findings);
      else checkPath(playbook, key, at, findings);
    }
  }
};

const checkPlaceholders = (playbook: Playbook, names: Names, { error }: Findings): void => {
  const isAnswer = (name: string): boolean => {
    const answer = names.answer(name);
    return name === 'company' || (answer !== undefined && answer.is !== 'silent');
  };
  const answers = ['company', ...names.answers];
  const look = (
    text: Text | undefined,
    path: string,
    isKnown = isAnswer,
    known: readonly string[] = answers,
  ): void => {
    const texts = typeof text === 'string' ? [text] : (text ?? []);
    texts.forEach((line, i) => {
      for (const name of placeholdersIn(line)) {
        if (isKnown(name)) continue;
        error(
          'text.unknown-placeholder',
          typeof text === 'string' ? path : `${path}[${i}]`,
          `Nothing is known by the name {${name}}.`,
          () => didYouMean(name, known, `Known here: ${someOf(known, 10)}.`),
        );
      }
    });
  };
  const { welcome, steps, offers, endings } = playbook;
  if (Array.isArray(welcome?.say)) {
    welcome.say.forEach((greeting, i) => {
      if (typeof greeting === 'string') look(greeting, `welcome.say[${i}]`);
      else look(greeting.text, `welcome.say[${i}].text`);
    });
  } else look(welcome?.say as string | undefined, 'welcome.say');
  steps.forEach((step, i) => {
    look(step.ask, `steps[${i}].ask`);
    look(step.say, `steps[${i}].say`);
  });
  for (const [name, offer] of Object.entries(offers ?? {})) {
    look(offer.label, pathTo(pathTo('offers', name), 'label'), (each) => each === 'owner', ['owner']);
  }
  for (const [verdict, ending] of Object.entries(endings)) look(ending.say, `endings.${verdict}.say`);
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

const checkPath = (playbook: Playbook, key: string, path: string, { warning }: Findings): void => {
  if (isTranslatable(playbook, key)) return;
  warning('text.unknown-path', path, `There is no text ${quote(key)} to translate.`, () =>
    didYouMean(
      key,
      TRANSLATABLE_PATHS,
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

/** Whether a path leads to a text that can be translated. Entries of lists go by their id or purpose. */
const isTranslatable = (playbook: Playbook, key: string): boolean =>
  TRANSLATABLE_PATHS.some((pattern) => {
    const wanted = key.split('.');
    const parts = pattern.split('.');
    if (parts.length !== wanted.length) return false;
    let node: unknown = playbook;
    return parts.every((part, i) => {
      const name = wanted[i] ?? '';
      if (part !== '*' && part !== name) return false;
      if (Array.isArray(node))
        node = node.find((entry) => isObject(entry) && (entry.id ?? entry.purpose) === name);
      else node = isObject(node) ? own(node, name) : undefined;
      return node !== undefined;
    });
  });

/**
 * The playbook in another language: the texts of `texts` laid over the original. Only texts that people
 * read can be replaced, so that a translation never changes where leads go or what is compared.
 */
import type { Playbook } from './schema.js';
import { isObject, isString, isTexts, own, type Members } from './unchecked.js';

type Translate = (original: unknown, translation: unknown) => unknown;

const text: Translate = (original, translation) => (isString(translation) ? translation : original);
const texts: Translate = (original, translation) =>
  isString(translation) || isTexts(translation) ? translation : original;
const list: Translate = (original, translation) => (isTexts(translation) ? translation : original);
/** Files of another language; entries that stand in the playbook are translated one by one. */
const addresses: Translate = (original, translation) =>
  isString(original) || isTexts(original) ? texts(original, translation) : original;
/** A list of texts replaces one field of every entry, in order. */
const each =
  (field: string): Translate =>
  (original, translation) =>
    Array.isArray(original) && isTexts(translation)
      ? original.map((entry, i) =>
          isObject(entry) && i < translation.length ? { ...entry, [field]: translation[i] } : entry,
        )
      : original;
/** The same, where an entry may be a text itself; `whole` makes an object of it. */
const mixed =
  (field: string, whole?: (entry: string) => object): Translate =>
  (original, translation) =>
    Array.isArray(original) && isTexts(translation)
      ? original.map((entry, i) => {
          if (i >= translation.length) return entry;
          if (isObject(entry)) return { ...entry, [field]: translation[i] };
          return whole ? { ...whole(entry), [field]: translation[i] } : translation[i];
        })
      : original;
const greeting: Translate = (original, translation) =>
  Array.isArray(original) && original.some(isObject)
    ? each('text')(original, translation)
    : texts(original, translation);

/** Paths of texts that can be translated; `*` is an id, a purpose or a name. */
const TRANSLATABLE: { readonly [path: string]: Translate } = {
  'company.name': text,
  'company.assistant': text,
  'company.team': text,
  'company.privacyPage': text,
  'welcome.teaser': greeting,
  'welcome.say': greeting,
  'products.*.name': text,
  'products.*.line': text,
  'products.*.price.per': text,
  'products.*.url': text,
  'products.*.fits': each('because'),
  knowledge: addresses,
  'needs.*.because': text,
  'needs.*.otherwise': text,
  'knowledge.*.questions': list,
  'knowledge.*.also': list,
  'knowledge.*.answer': text,
  'knowledge.*.url': text,
  'objections.*.heard': list,
  'objections.*.acknowledge': text,
  'objections.*.explore.ask': text,
  'objections.*.explore.options': mixed('label', (value) => ({ value })),
  'objections.*.replies': mixed('say'),
  'objections.*.exit': text,
  'offers.*.label': text,
  'endings.*.say': texts,
  'privacy.notice': text,
  'privacy.consent.*.text': text,
};

/** Patterns of the paths that `texts` can use besides step ids, for example `offers.*.label`. */
export const TRANSLATABLE_PATHS: readonly string[] = Object.keys(TRANSLATABLE);

/** Lays the texts found under the paths of one pattern over a part of the playbook. */
const at = (
  node: unknown,
  pattern: readonly string[],
  path: string,
  table: Members,
  translate: Translate,
): unknown => {
  const [head, ...rest] = pattern;
  if (head === undefined) return translate(node, own(table, path));
  const deeper = (child: unknown, name: string) =>
    at(child, rest, path ? `${path}.${name}` : name, table, translate);
  if (Array.isArray(node)) {
    return head === '*'
      ? node.map((entry) => (isObject(entry) ? deeper(entry, nameOf(entry)) : entry))
      : node;
  }
  if (!isObject(node)) return node;
  const names = head === '*' ? Object.keys(node) : own(node, head) === undefined ? [] : [head];
  return { ...node, ...Object.fromEntries(names.map((name) => [name, deeper(node[name], name)])) };
};

const nameOf = (entry: Members): string => String(entry.id ?? entry.purpose ?? entry.answer ?? '');

const option = (original: unknown, labels: Members): unknown => {
  const value = isObject(original) ? original.value : original;
  const label = isString(value) ? own(labels, value) : undefined;
  if (!isString(label)) return original;
  return isObject(original) ? { ...original, label } : { value, label };
};

const STEP_TEXTS: { readonly [field: string]: Translate } = {
  ask: texts,
  say: texts,
  why: text,
  placeholder: text,
  unit: text,
  ends: list,
};

const step = (original: unknown, table: Members): unknown => {
  const found = isObject(original) && isString(original.id) ? own(table, original.id) : undefined;
  if (!isObject(original) || !isObject(found)) return original;
  const translated: { [field: string]: unknown } = { ...original };
  for (const [field, translate] of Object.entries(STEP_TEXTS)) {
    if (original[field] !== undefined) translated[field] = translate(original[field], own(found, field));
  }
  const labels = found.options;
  if (Array.isArray(original.options) && isObject(labels)) {
    translated.options = original.options.map((entry) => option(entry, labels));
  }
  return translated;
};

/** The languages to look for, best first: `de-AT`, then `de`. */
const languagesOf = (locale: string): readonly string[] => {
  const parts = locale.toLowerCase().split('-');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('-'));
};

/**
 * The playbook with its texts in the language of `locale` (BCP 47, for example `de-AT`): from
 * `texts["de-AT"]`, else `texts["de"]`, else as written. A text without a translation stays as written. Pure
 * and total: an unknown locale, a translation of the wrong shape or of something that does not exist changes
 * nothing, and where nothing changes the same object is returned.
 */
export const localised = (playbook: Playbook, locale: string): Playbook => {
  const languages = Object.entries(isObject(playbook.texts) ? playbook.texts : {});
  for (const wanted of languagesOf(locale)) {
    const [language, table] = languages.find(([name]) => name.toLowerCase() === wanted) ?? [];
    if (language !== undefined && isObject(table)) return laidOver(playbook, language, table);
    if (playbook.language.toLowerCase() === wanted) return playbook;
  }
  return playbook;
};

const laidOver = (playbook: Playbook, language: string, table: Members): Playbook => {
  let result: unknown = { ...playbook, language, steps: playbook.steps.map((entry) => step(entry, table)) };
  for (const [pattern, translate] of Object.entries(TRANSLATABLE)) {
    result = at(result, pattern.split('.'), '', table, translate);
  }
  // Every replacement kept the shape of what it replaced, so this still is a playbook.
  return result as Playbook;
};

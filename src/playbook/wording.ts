/** The words in which the check speaks about shapes: what is expected, what was found, what probably was meant. */
import type * as v from 'valibot';
import { nearest } from './nearest.js';
import { branchesOf, nodeOf } from './schema-node.js';

/** What people write who are used to other tools. Suggested only where the word on the right is known. */
const OTHER_WORDS: { readonly [word: string]: string } = {
  question: 'ask',
  prompt: 'ask',
  message: 'say',
  content: 'say',
  choices: 'options',
  answers: 'options',
  buttons: 'options',
  goto: 'go',
  target: 'go',
  type: 'kind',
  name: 'id',
  key: 'id',
  hint: 'placeholder',
  help: 'why',
  skippable: 'optional',
  slot: 'fills',
  if: 'when',
  condition: 'when',
  reason: 'because',
  points: 'add',
  color: 'accent',
  colour: 'accent',
  theme: 'look',
  questions: 'steps',
  min: 'atLeast',
  gte: 'atLeast',
  '>=': 'atLeast',
  max: 'atMost',
  lte: 'atMost',
  '<=': 'atMost',
  oneof: 'in',
  contains: 'includes',
  exists: 'known',
};

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** `Did you mean …?` for a field or test that does not exist here, else what does exist. */
export const meantName = (wrong: string, known: readonly string[], noun: string): string => {
  const other = OTHER_WORDS[wrong.toLowerCase()];
  const name = other !== undefined && known.includes(other) ? other : nearest(wrong, known);
  return name === undefined
    ? `Remove it, or use one of the ${noun} known here: ${quoted(known)}.`
    : `Did you mean "${name}"?`;
};

/** `Did you mean …?` for a word that is not among those allowed here. */
export const meantWord = (wrong: unknown, allowed: readonly string[]): string => {
  const near = typeof wrong === 'string' ? nearest(wrong, allowed) : undefined;
  const all = `Possible here: ${quoted(allowed.filter((word) => !word.endsWith('?')))}.`;
  return near === undefined ? all : `Did you mean "${near}"? ${all}`;
};

/** `StepTexts` → `step texts`. */
export const nounOf = (title: string | undefined): string =>
  (title ?? 'object').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

const expectedOne = (schema: v.GenericSchema): { readonly one: string; readonly many: string } => {
  const node = nodeOf(schema);
  switch (node.type) {
    case 'string':
      return { one: 'a text', many: 'texts' };
    case 'picklist':
      return { one: 'one of the words known here', many: 'words known here' };
    case 'number':
      return { one: 'a number', many: 'numbers' };
    case 'boolean':
      return { one: 'true or false', many: 'true or false' };
    case 'literal':
      return { one: JSON.stringify(node.literal), many: JSON.stringify(node.literal) };
    case 'strict_tuple':
      return { one: 'a list of two numbers', many: 'lists of two numbers' };
    case 'array':
      return node.item
        ? { one: `a list of ${expected(node.item).many}`, many: `lists of ${expected(node.item).many}` }
        : { one: 'a list', many: 'lists' };
    case 'record':
      return { one: 'an object in curly brackets', many: 'objects in curly brackets' };
    default: {
      const noun = nounOf(node.title);
      return { one: `${withArticle(noun)} in curly brackets`, many: `${noun}s in curly brackets` };
    }
  }
};

const either = (phrases: readonly string[]): string =>
  phrases.length < 3 ? phrases.join(' or ') : `${phrases.slice(0, -1).join(', ')}, or ${phrases.at(-1)}`;

/** What a schema takes, as a noun phrase in the singular and in the plural. */
export const expected = (schema: v.GenericSchema): { readonly one: string; readonly many: string } => {
  const all = branchesOf(schema).map(expectedOne);
  const joined = (of: 'one' | 'many') => either([...new Set(all.map((each) => each[of]))]);
  return { one: joined('one'), many: joined('many') };
};

/** What was found instead. */
export const found = (value: unknown): string => {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length ? 'a list' : 'an empty list';
  if (typeof value === 'string') return value ? 'a text' : 'an empty text';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return String(value);
  return 'an object in curly brackets';
};

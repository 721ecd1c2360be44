/** Reading documents that nobody checked: what has the wrong shape counts as absent. */

/** Whether this is an object with named members. */
export const isRecord = (thing: unknown): thing is { readonly [name: string]: unknown } =>
  typeof thing === 'object' && thing !== null && !Array.isArray(thing);

/** The text, or nothing where it is no text. */
export const textOf = (thing: unknown): string => (typeof thing === 'string' ? thing : '');

/** The members of a list; none where it is no list. */
export const listOf = (thing: unknown): readonly unknown[] => (Array.isArray(thing) ? thing : []);

/** The lines of a text or a list of texts, empty ones left out. */
export const linesOf = (text: unknown): readonly string[] =>
  (Array.isArray(text) ? text : [text]).map(textOf).filter((line) => line !== '');

/** A finite number, or the one given instead. */
export const numberOf = (thing: unknown, instead: number): number =>
  typeof thing === 'number' && Number.isFinite(thing) ? thing : instead;

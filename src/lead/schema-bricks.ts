/**
 * The bricks of the lead's JSON Schema. Every field carries its meaning and an example, so that the published
 * file can be read as documentation. Only keywords that every validator knows are used.
 */

/** A part of a JSON Schema document. */
export type Schema = { readonly [keyword: string]: unknown };
type Fields = { readonly [name: string]: Schema };

/** Longest text anywhere in a lead, in code points. */
const LONGEST_TEXT = 20_000;

/** Anything, with its meaning and an example. */
export const documented = (description: string, example: unknown, schema: Schema): Schema => ({
  description,
  ...schema,
  examples: [example],
});

/** A text of at most `maxLength` code points. */
export const text = (description: string, example: string, maxLength = LONGEST_TEXT): Schema =>
  documented(description, example, { type: 'string', maxLength });

/** One of several words. */
export const word = (description: string, ...words: readonly unknown[]): Schema =>
  documented(description, words[0], { enum: words });

/** Present and true, or absent. */
export const mark = (description: string): Schema => documented(description, true, { const: true });

/** A whole number. */
export const count = (description: string, example: number, minimum = 0): Schema =>
  documented(description, example, { type: 'integer', minimum });

/** ISO 8601, UTC. */
export const time = (description: string): Schema =>
  documented(`${description} ISO 8601, UTC.`, '2026-11-23T15:12:04.000Z', {
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$',
  });

/** A list of parts defined elsewhere. */
export const list = (description: string, items: Schema): Schema => ({ description, type: 'array', items });

/** A part defined under `$defs`. */
export const part = (name: string, description?: string): Schema => ({
  $ref: `#/$defs/${name}`,
  ...(description === undefined ? {} : { description }),
});

/** An object with these fields and no others; the `optional` ones may be absent. */
export const closed = (description: string, fields: Fields, ...optional: readonly string[]): Schema => ({
  description,
  type: 'object',
  properties: fields,
  required: Object.keys(fields).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

/** An object of texts under names that nobody can foresee. */
export const texts = (description: string, example: object, maxLength: number): Schema =>
  documented(description, example, {
    type: 'object',
    additionalProperties: { type: 'string', maxLength },
  });

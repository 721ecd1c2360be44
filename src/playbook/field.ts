/**
 * The bricks of the playbook's schema. Every field carries the sentence that an editor shows beside it,
 * every object its name and what it is, so that the published JSON Schema documents itself.
 */
import * as v from 'valibot';
import type { Condition } from './condition.js';

/** A schema with the sentence that the editor shows for this field. */
export const field = <const S extends v.GenericSchema>(description: string, schema: S) =>
  v.pipe(schema, v.description<v.InferOutput<S>, string>(description));

/** A field that may be left out. */
export const optional = <const S extends v.GenericSchema>(description: string, schema: S) =>
  v.optional(field(description, schema));

/** An object with these fields and no others. `title` names it in the JSON Schema and in error messages. */
export const fields = <const E extends v.ObjectEntries>(title: string, about: string, entries: E) =>
  v.pipe(v.strictObject(entries), v.metadata({ title, about }));

/** Something keyed by names that the owner chose. */
export const named = <const S extends v.GenericSchema>(schema: S) => v.record(v.string(), schema);

/** A text that says something. */
export const filled = v.pipe(v.string(), v.minLength(1));

/** A text, or a list of texts shown one after the other. */
export const text = v.union([v.string(), v.array(v.string())]);

/** A stable name: a letter, then letters, digits, - or _ (at most 64 characters). */
export const id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z][\w-]{0,63}$/, 'A letter, then letters, digits, - or _, at most 64 characters.'),
);

/** Only readable, all the way down. Conditions are already, and keep their name. */
export type Frozen<T> = [T, Condition] extends [Condition, T]
  ? T
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

/** Looking at values that nobody has checked yet. */

export type Members = { readonly [key: string]: unknown };

/** A JSON object: neither null nor a list. */
export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isString = (value: unknown): value is string => typeof value === 'string';

export const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(isString);

/** A member of the object itself; never one it inherited. */
export const own = (members: Members, key: string): unknown =>
  Object.prototype.hasOwnProperty.call(members, key) ? members[key] : undefined;

/**
 * JSON, written by ourselves. Some host pages give arrays and objects a `toJSON` of their own or replace
 * `JSON.stringify`; a lead must arrive as it is.
 */

/** Anything that JSON can say. Members that are undefined are left out. */
export type Json =
  string | number | boolean | null | undefined | readonly Json[] | { readonly [name: string]: Json };

const ESCAPES = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * The same text that an untouched `JSON.stringify` gives: own members in their order, `null` for numbers
 * that are not finite, lone surrogates escaped. Total over JSON values; depth is limited by the stack only.
 */
export const serialise = (value: Json): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null || value === undefined) return 'null';
  if (isList(value)) return `[${value.map(serialise).join(',')}]`;
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .map((name) => `${quoted(name)}:${serialise(value[name])}`);
  return `{${members.join(',')}}`;
};

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

const quoted = (text: string): string =>
  `"${text.replace(
    // With the u flag only lone surrogates match.
    /["\\\u0000-\u001f\ud800-\udfff]/gu,
    (unit) => ESCAPES.get(unit) ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}"`;

/** From bytes to a document that every database takes and that cannot surprise code which walks it. */
import { Refusal } from './refusal.js';

const MAX_DEPTH = 20;
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/** Databases refuse NUL and halves of surrogate pairs; everything else is kept to the letter. */
const storable = (text: string): string => text.replace(/\u0000|\p{Surrogate}/gu, '\ufffd');

/**
 * Parses strictly: UTF-8 (a byte order mark is forgiven), JSON, at most 20 levels deep, no names that reach
 * for prototypes. In texts, NUL and unpaired surrogates become U+FFFD.
 */
export const readJson = (bytes: Uint8Array): unknown => {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal(400, 'json.invalid', 'The body is not JSON in UTF-8.');
  }
  return cleaned(document, 1);
};

const cleaned = (value: unknown, depth: number): unknown => {
  if (typeof value === 'string') return storable(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) {
    throw new Refusal(400, 'json.too-deep', `A lead nests at most ${MAX_DEPTH} levels; this nests deeper.`);
  }
  if (Array.isArray(value)) return value.map((item) => cleaned(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      if (FORBIDDEN_NAMES.has(name)) {
        throw new Refusal(400, 'json.forbidden-name', `The name ${name} is not allowed anywhere in a lead.`);
      }
      return [storable(name), cleaned(item, depth + 1)];
    }),
  );
};

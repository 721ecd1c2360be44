/** Finds, sets and takes out a value in a body by the way to it, with dots. */
import type { Json } from '../../../src/lead/serialise.js';

type Place = Record<string, unknown>;

export const valueAt = (body: unknown, way: string): unknown =>
  way.split('.').reduce<unknown>((value, name) => (value as Place | undefined)?.[name], body);

/** A copy with another value there; undefined takes it out. */
export const withValue = (body: Json, way: string, value: unknown): Json => {
  const copy = structuredClone(body ?? {}) as Place;
  const names = way.split('.');
  const last = names.pop() ?? '';
  const place = names.reduce<Place>((at, name) => (at[name] ??= {}) as Place, copy);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy as Json;
};

/** Reading in answers whose shape nobody can promise. */

/** The JSON of an answer; undefined where it is none. */
export const jsonIn = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** What stands there; undefined where the way breaks off. */
export const valueAt = (answer: unknown, ...way: readonly (string | number)[]): unknown => {
  let value = answer;
  for (const name of way) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[name];
  }
  return value;
};

/** The text or number there, as text; undefined for anything else and for nothing. */
export const textAt = (answer: unknown, ...way: readonly (string | number)[]): string | undefined => {
  const value = valueAt(answer, ...way);
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? `${value}` : undefined;
};

/** The list there; empty where there is none. */
export const listAt = (answer: unknown, ...way: readonly (string | number)[]): readonly unknown[] => {
  const value = valueAt(answer, ...way);
  return Array.isArray(value) ? value : [];
};

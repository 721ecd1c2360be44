/**
 * A frozen copy that JSON leaves unchanged: what is sent, stored and read back is equal to it. Members that
 * are undefined or named `__proto__` are left out, numbers that are not finite become null, -0 becomes 0.
 */
export const settled = <T>(value: T): T => settle(value) as T;

const settle = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (Array.isArray(value)) return Object.freeze(value.map((item) => settle(item) ?? null));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(
    ([name, member]) => member !== undefined && name !== '__proto__',
  );
  return Object.freeze(Object.fromEntries(members.map(([name, member]) => [name, settle(member)])));
};

/**
 * Reading the lists of a playbook that nobody checked: the full check is loaded only when something is
 * wrong. See also `flow/lenient.ts`.
 */
import { isRecord } from '../flow/lenient.js';

/** The list, or an empty one when it is anything else. */
export const listOf = <T>(list: readonly T[] | undefined): readonly T[] =>
  Array.isArray(list) ? (list as readonly T[]) : [];

/** The entries of a list that have members; what has none is passed over. */
export const entriesOf = <T extends object>(list: readonly T[] | undefined): readonly T[] =>
  listOf(list).filter(isRecord) as readonly T[];

/** The same with the place of each in the list, from 0, for the path of a reason. */
export const placed = <T extends object>(
  list: readonly T[] | undefined,
): readonly (readonly [place: number, entry: T])[] =>
  [...listOf(list).entries()].filter(([, entry]) => isRecord(entry));

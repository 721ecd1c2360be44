/**
 * Conditions are data: `{"sites": {"atLeast": 5}, "role": "decide"}` reads as a sentence. A bare value
 * means *is*; several keys mean *and*. Written by hand because it refers to itself.
 */

/** A single comparable value. */
export type Scalar = string | number | boolean;

/** What may be asked of one name. Several members mean *and*. */
export interface Comparison {
  /** One of these values. */
  readonly in?: readonly Scalar[];
  /** A number at or above this. */
  readonly atLeast?: number;
  /** A number at or below this. */
  readonly atMost?: number;
  /** A number from the first to the second, both included. */
  readonly between?: readonly [number, number];
  /** A list that contains this value, or a text that contains these words (case does not matter). */
  readonly includes?: string;
  /** `true`: something is known; `false`: nothing is. The only test that never answers "unknown". */
  readonly known?: boolean;
}

/** A bare value means *is*. */
export type Test = Scalar | Comparison;

/**
 * Names are step ids, one field of a contact step (`contact.email`), or a reserved name.
 * `all`, `any` and `not` nest. A test on something unanswered is unknown, and so is its negation.
 */
export interface Condition {
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly not?: Condition;
  readonly [name: string]: Test | Condition | readonly Condition[] | undefined;
}

/** Names that conditions may test and that no step may take as its id. */
export const RESERVED_NAMES = [
  'all',
  'any',
  'not',
  'score',
  'slotsYes',
  'slotsNo',
  'slotsUnknown',
  'verdict',
  'arrival',
  'campaign',
  'variant',
  'returning',
  'end',
] as const;

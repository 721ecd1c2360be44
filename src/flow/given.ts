/** Answers as the log gives them, with the corrections that mended them. */
import { isRecord } from './lenient.js';
import type { Iso, Stamp, Value } from './log.js';
import type { Answer } from './state.js';

/** What was said at one time. */
export interface Said {
  /** `undefined`: not readable, so it fits no question. */
  readonly value: Value | null | undefined;
  readonly raw: string;
  /** Empty: to be made from the value. */
  readonly label: string;
  /** Written beside an option that asks for words; empty: nothing. */
  readonly words: string;
  readonly asOf: Iso;
  /** Language in which it was said. */
  readonly locale: string;
  /** Of a consent: the version of the wording; else empty. */
  readonly version: string;
}

/** One answer in the log. */
export interface Given extends Said {
  readonly n: number;
  readonly at: Iso;
  readonly prompt: string;
  readonly source: Answer['source'];
  /** Whether question and answer were said in the conversation; what the page told us was not. */
  readonly said: boolean;
  /** When the visitor said that what the page knew is still right, and in which entry. Absent: not asked. */
  readonly confirmed?: Pick<Stamp, 'n' | 'at'>;
  /** Kept back from a lead for want of a consent; the walk goes on behind it. */
  readonly withheld: boolean;
}

/**
 * What an answer says now. The last correction counts; what says the same as something said before is that
 * earlier saying, so that correcting back restores everything.
 */
export function present(given: Given, mends: readonly Said[] = []): Said {
  const last = mends.at(-1);
  if (!last) return given;
  const same = saying(last);
  return [given, ...mends].find((one) => saying(one) === same) ?? last;
}

const saying = ({ value, words }: Said): string => JSON.stringify([value, words]);

/** A value as the log should hold it, or `undefined` for anything else. */
export function readValue(thing: unknown): Value | null | undefined {
  if (thing === null || typeof thing === 'string' || typeof thing === 'boolean') return thing;
  if (typeof thing === 'number') return Number.isFinite(thing) ? thing : undefined;
  const members = Array.isArray(thing) ? thing : isRecord(thing) ? Object.values(thing) : [undefined];
  return members.every((member) => typeof member === 'string') ? (thing as Value) : undefined;
}

/** A value as its control would give it. Empty for none. */
export function rawOf(value: Value | null | undefined): string {
  if (value == null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value)
    ? value.join('\n')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
}

import type { Step } from '../../playbook/schema.js';
import { numberOf } from '../lenient.js';
import { kindOf } from './kind-of.js';

/** Visible characters a long text may have, whatever its step says. */
export const LONGEST = 4000;

/** Code units a visible character may take before a text is too long whatever it shows. */
export const UNITS_PER_CHARACTER = 16;

/** Visible characters an answer may have: 400 in one line, 4,000 in a long text, or the step's `max`. */
export function limitOf(step: Step): number {
  const max = numberOf(step.max, 0);
  return max >= 1 ? Math.min(max, LONGEST) : kindOf(step) === 'longText' ? LONGEST : 400;
}

/** The best rating of a step: its `max`, else 5, from 2 to 10. The lowest is 1. */
export const bestOf = (step: Step): number => Math.min(Math.max(Math.trunc(numberOf(step.max, 5)), 2), 10);

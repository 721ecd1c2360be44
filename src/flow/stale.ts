/** How long what a page knows counts unasked. */
import type { Playbook, Step } from '../playbook/schema.js';
import type { Given } from './given.js';
import { numberOf } from './lenient.js';

/** Where neither the step nor the playbook says otherwise. */
const REFRESH_AFTER_DAYS = 180;
const DAY_MS = 86_400_000;

/**
 * Whether the page's word was too old when it was told, so that it has to be confirmed. By the times in the log, so
 * that it never changes by waiting. False for what the visitor said or confirmed, and where no time can be read.
 */
export const isStale = (
  { source, confirmed, at, asOf }: Given,
  step: Step,
  { refreshAfterDays }: Playbook,
): boolean => {
  const days = numberOf(step.refreshAfterDays, numberOf(refreshAfterDays, REFRESH_AFTER_DAYS));
  return source !== 'visitor' && !confirmed && Date.parse(at) - Date.parse(asOf) > days * DAY_MS;
};

/** For what can only be added to: something new is said when there is something new to do. */
import type { Lead } from '../../lead/lead.js';

/** The same as long as the next step is. */
export const stepWords = ({ nextStep }: Lead): string =>
  nextStep ? [nextStep.offer, nextStep.status, nextStep.start ?? ''].join(' ') : '';

import type { DeliverySettings } from '../playbook/schema.js';

/** Whether counts are wanted and there is a receiver for them: the services that take forms take none. */
export const takesCounts = ({ counts, to }: Pick<DeliverySettings, 'counts' | 'to'>): boolean =>
  counts === true && (to === 'url' || to === 'desk');

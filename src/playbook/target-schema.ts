import * as v from 'valibot';
import { field, fields, optional } from './field.js';

/** How long a target runs, by the calendar of the company's zone. */
export const TARGET_PERIODS = ['month', 'quarter', 'year'] as const;
/** What is counted: leads that arrived, those found qualified, those found hot, times asked for or booked. */
export const TARGET_METRICS = ['leads', 'qualified', 'hot', 'meetings'] as const;

export const targetSchema = fields('Target', 'How many leads of a sort a period shall bring.', {
  period: field('month, quarter or year, by the calendar.', v.picklist(TARGET_PERIODS)),
  counts: field(
    'leads: that arrived. qualified, hot: found to be so. meetings: call-backs, visits and bookings that stand.',
    v.picklist(TARGET_METRICS),
  ),
  goal: field('How many.', v.pipe(v.number(), v.integer(), v.minValue(1))),
  owner: optional('Only those of this owner; a name from `routing.owners`. Left out: all.', v.string()),
});

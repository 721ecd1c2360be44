import * as v from 'valibot';
import { conditionSchema } from './condition-schema.js';
import { field, fields, filled, named, optional } from './field.js';

const hoursSchema = fields('Hours', 'When people are there.', {
  zone: field('IANA time zone, for example Europe/London.', v.string()),
  open: field('For example "Mon-Fri 09:00-17:30".', v.array(v.string())),
  closed: optional(
    'Dates, YYYY-MM-DD.',
    v.array(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'A date like 2026-12-25.'))),
  ),
});

const ownerSchema = fields('Owner', 'Somebody who gets leads.', {
  name: field('First name, as prospects read it.', filled),
  weight: optional('Share among those who take turns. Left out: 1.', v.pipe(v.number(), v.minValue(0))),
});

export const ruleSchema = fields('Rule', 'Which leads go to whom.', {
  when: field('Which leads.', conditionSchema),
  owner: field('Name from `owners`.', v.string()),
  because: field('The reason a sales person reads.', v.string()),
});

export const routingSchema = fields('Routing', 'Who gets the lead, by when.', {
  hours: optional('When people are there.', hoursSchema),
  answerWithin: optional(
    'How soon you answer, within opening hours: "30 minutes", "2 hours", "1 business day".',
    v.pipe(
      v.string(),
      v.regex(
        /^\d+ (minutes?|hours?|business days?)$/,
        'For example "30 minutes", "2 hours" or "1 business day".',
      ),
    ),
  ),
  owners: optional('Who gets leads, by a short name of your choice.', named(ownerSchema)),
  rules: optional('Tried in order; the first that holds wins.', v.array(ruleSchema)),
  takeTurns: optional('Names from `owners` who share the rest.', v.array(v.string())),
});

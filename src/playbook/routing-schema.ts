import * as v from 'valibot';
import { conditionSchema } from './condition-schema.js';
import { field, fields, filled, id, named, optional } from './field.js';

const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'A date like 2026-12-25.'));

/** A stretch of time in words, counted in opening hours. */
const within = v.pipe(
  v.string(),
  v.regex(
    /^\d+ (minutes?|hours?|business days?)$/,
    'For example "30 minutes", "2 hours" or "1 business day".',
  ),
);

const hoursSchema = fields('Hours', 'When people are there.', {
  zone: field('IANA time zone, for example Europe/London.', v.string()),
  open: field('For example "Mon-Fri 09:00-17:30".', v.array(v.string())),
  closed: optional('Dates, YYYY-MM-DD.', v.array(date)),
});

const absenceSchema = fields('Absence', 'Days on which somebody gets no leads.', {
  from: field('First day, YYYY-MM-DD.', date),
  to: field('Last day, YYYY-MM-DD.', date),
});

const atMost = v.pipe(v.number(), v.integer(), v.minValue(1));

const ownerSchema = fields('Owner', 'Somebody who gets leads.', {
  name: field('First name, as prospects read it.', filled),
  weight: optional('Share among those who take turns. Left out: 1.', v.pipe(v.number(), v.minValue(0))),
  hours: optional(
    'When this person is there, where that is not as for everybody: their time to answer counts in these, and times to meet them lie in these.',
    hoursSchema,
  ),
  away: optional(
    'Holidays and the like: leads go to somebody else, and no times are offered.',
    v.array(absenceSchema),
  ),
  perDay: optional('At most so many leads a day. Counted where leads are received.', atMost),
  perWeek: optional('At most so many leads from Monday to Sunday. Counted where leads are received.', atMost),
});

export const ruleSchema = fields('Rule', 'Which leads go to whom.', {
  territory: optional('What you call the territory that this rule stands for.', filled),
  when: optional(
    'Which leads. Besides answers it may test "country", "language", "product" and "postcode". Left out: all that are left.',
    conditionSchema,
  ),
  postcodes: optional(
    'Only leads whose postal code begins with one of these, or lies between two: "10", "10-19", "SW", "EC1-EC4".',
    v.pipe(v.array(filled), v.minLength(1)),
  ),
  owner: field(
    'Name from `owners`, or several who take turns.',
    v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))]),
  ),
  because: field('The reason a sales person reads.', v.string()),
});

const answerWithinSchema = fields('AnswerWithin', 'How soon you answer, by how warm the lead is.', {
  hot: optional('Hot leads.', within),
  warm: optional('Warm leads.', within),
  cold: optional('Cold leads.', within),
  otherwise: optional('All that are not named here.', within),
});

const followUpSchema = fields('FollowUp', 'Something to do about a lead, unless it is settled by then.', {
  id: optional('A name of its own. Left out: its place in the list.', id),
  after: field(
    'How long after the lead was sent, in opening hours: "30 minutes", "2 hours", "3 business days".',
    within,
  ),
  do: field('What it is.', v.picklist(['call', 'email', 'message', 'visit', 'task'])),
  say: field('What to do, as one sentence for the sales person.', filled),
  when: optional('For which leads. Left out: for all.', conditionSchema),
  because: optional('Why, for the sales person. Left out: when it is due.', filled),
});

export const routingSchema = fields('Routing', 'Who gets the lead, by when.', {
  hours: optional('When people are there.', hoursSchema),
  answerWithin: optional(
    'How soon you answer, within opening hours: "30 minutes", "2 hours", "1 business day", or one for each of "hot", "warm", "cold" and "otherwise".',
    v.union([within, answerWithinSchema]),
  ),
  owners: optional('Who gets leads, by a short name of your choice.', named(ownerSchema)),
  rules: optional('Tried in order; the first that holds wins.', v.array(ruleSchema)),
  takeTurns: optional('Names from `owners` who share the rest.', v.array(v.string())),
  followUp: optional('What to do about a lead after it came, in order.', v.array(followUpSchema)),
});

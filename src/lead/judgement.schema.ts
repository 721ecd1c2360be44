/** The qualification within a lead, as JSON Schema. See `qualification/judgement.ts` for the types. */
import { closed, documented, list, text, time, word, type Schema } from './schema-bricks.js';

const evidence = documented('Numbers of the log entries that say so, ascending. Empty: none.', [4], {
  type: 'array',
  items: { type: 'integer', minimum: 1 },
});
const number = (description: string, example: number, bounds: Schema = {}): Schema =>
  documented(description, example, { type: 'number', ...bounds });

export const judgementSchema: Schema = closed('What the playbook’s rules say, with reasons.', {
  framework: word('The set of slots.', 'BANT', 'CHAMP', 'own'),
  slots: list(
    'What is known about each slot. Empty: the playbook has none.',
    closed('One slot.', {
      id: text('Its name in the playbook.', 'budget', 200),
      label: text('How sales people call it.', 'Budget', 500),
      state: word('What the answers say. unknown is never no.', 'yes', 'no', 'unknown'),
      evidence,
    }),
  ),
  score: number('Sum of the points that fired, never below 0.', 80, { minimum: 0 }),
  outOf: number('The most this playbook’s points can add up to; 0: it has none.', 100, { minimum: 0 }),
  verdict: word('The verdict.', 'qualified', 'nurture', 'disqualified', 'undetermined'),
  band: word('How warm; null: the rule does not say.', 'hot', 'warm', 'cold', null),
  reasons: list(
    'The verdict’s reason first, then the points in the playbook’s order.',
    closed(
      'One reason.',
      {
        path: text('JSON path of the rule in the playbook.', 'qualification.points[0]', 500),
        points: number('Points it added, negative allowed. Absent: the verdict’s own reason.', 30),
        because: text('The rule’s own words.', 'Five or more sites', 2000),
        evidence,
      },
      'points',
    ),
  ),
  missing: documented('Ids of the slots that are still unknown.', ['budget'], {
    type: 'array',
    items: { type: 'string', maxLength: 200 },
  }),
});

export const recommendationSchema: Schema = closed(
  'A product that fits.',
  {
    product: text('Its id in the playbook.', 'probe-kit', 200),
    name: text('Its name as the prospect read it.', 'Probe Kit', 500),
    fit: documented(
      '0 to 1: share of the weights that are known and hold; 0 also while nothing is known.',
      0.75,
      {
        type: 'number',
        minimum: 0,
        maximum: 1,
      },
    ),
    matched: documented('Reasons that hold, in the playbook’s words.', ['you notice too late'], {
      type: 'array',
      items: { type: 'string', maxLength: 2000 },
    }),
    unmet: documented('Reasons that are known not to hold.', ['you run many sites'], {
      type: 'array',
      items: { type: 'string', maxLength: 2000 },
    }),
    relaxed: documented(
      'Musts it does not keep: a near miss, shown because nothing keeps them all, or within tolerance. Absent: an earlier version.',
      ['it is made for up to 20 sites'],
      { type: 'array', items: { type: 'string', maxLength: 2000 } },
    ),
    unknown: documented(
      'Reasons nobody knows of: not answered, or not said of the product. Absent: none.',
      ['it fits your budget'],
      { type: 'array', items: { type: 'string', maxLength: 2000 } },
    ),
  },
  'relaxed',
  'unknown',
);

export const routedSchema: Schema = closed(
  'Who should answer, why, and by when.',
  {
    owner: documented('Name of the owner in the playbook; null: nobody could be found.', 'tom', {
      type: ['string', 'null'],
      maxLength: 200,
    }),
    name: documented('What the owner is called; null: nobody could be found.', 'Tom', {
      type: ['string', 'null'],
      maxLength: 500,
    }),
    because: text('Why.', 'Takes turns (no rule matched)', 2000),
    path: text('JSON path of the rule in the playbook.', 'routing.takeTurns', 500),
    territory: text('The territory it belongs to. Absent: the rule names none.', 'German-speaking', 500),
    account: text('The known company it comes from. Absent: none that is known.', 'North Foods', 500),
    dueAt: time('By when an answer is due, in opening hours. Absent: the playbook sets no time.'),
  },
  'territory',
  'account',
  'dueAt',
);

export const taskSchema: Schema = closed('Something to do about the lead.', {
  id: text('Its name, or its place among the planned; the same in every revision.', 'first-call', 200),
  do: word('What it is.', 'call', 'email', 'message', 'visit', 'task'),
  say: text('What to do, in the playbook’s words.', 'Call and ask about the last warm freezer.', 2000),
  dueAt: time('By when, in opening hours.'),
  owner: documented('Who does it; null: nobody is named.', 'tom', {
    type: ['string', 'null'],
    maxLength: 200,
  }),
  because: text('Why.', '30 minutes after it was sent', 2000),
});

export const signalsSchema: Schema = closed('Signs of automation. They travel along and never drop a lead.', {
  tookMs: documented('Milliseconds from the first question to sending.', 93_500, { type: 'number' }),
  decoyFilled: documented('Something filled the field that people cannot see.', false, { type: 'boolean' }),
});

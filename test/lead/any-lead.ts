/** Any lead that its schema allows, however unlikely: hostile words everywhere, times that are none, huge figures. */
import fc from 'fast-check';
import type { Lead } from '../../src/lead/lead.js';
import { KINDS } from '../../src/playbook/kinds.js';

/** Each would be seen if it were not escaped, cut or taken out. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  "\"><a href='//evil.example'>x</a>",
  'Eve\r\nBcc: all@kestrel.example',
  'javascript:alert(1)',
  'https://evil.example/pixel.gif',
  '<!channel> <@U123> <https://evil.example|Kestrel>',
  'Tom & Jerry &amp; &lt;b&gt;',
  '\u202egnp.exe\u0000\u2028\u2029',
  'ليلى \u200fحداد\u2067',
  '\ud800 lone',
  '``` *bold* _it_ ~no~',
  'e\u0301'.repeat(3_000),
  `a${'\u0301'.repeat(5_000)}`,
  '👩‍👩‍👧‍👦'.repeat(400),
  '&'.repeat(5_000),
  'x'.repeat(9_000),
  ' · ',
  '',
];

const word = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom(...HOSTILE, 'Priya', 'price', 'need'),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const short = (most: number) => word.map((text) => [...text].slice(0, most).join(''));
const time = fc.oneof(
  fc
    .date({
      min: new Date('2026-10-20T00:00:00Z'),
      max: new Date('2026-12-01T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString()),
  fc.constantFrom('9999-99-99T99:99:99Z', '0000-01-01T00:00:00Z', '2026-11-24T14:00:00.123456789Z'),
);
const zone = fc.oneof(
  fc.constantFrom('Europe/London', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'Nowhere/<b>'),
  short(100),
);
const figure = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.constantFrom(0.1 + 0.2, 1e308, 5e-324));
const entry = fc.integer({ min: 1, max: 30 });
const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 25, size: 'max' });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const texts = fc.dictionary(
  fc.constantFrom('source', 'campaign', 'term', 'gclid', 'fbclid', '<b>'),
  short(500),
);

const contact = fc.record({
  name: maybe(short(500)),
  email: maybe(fc.oneof(short(500), fc.constantFrom('priya@northfold.example', "o'b&x@a.example"))),
  phone: maybe(fc.oneof(short(500), fc.constantFrom('+44 7700 900123', '(020) 7946-0000'))),
  company: maybe(short(500)),
  country: maybe(fc.oneof(short(500), fc.constantFrom('GB', 'ZZ', 'XX'))),
  role: maybe(short(500)),
  website: maybe(short(500)),
});

const qualification = fc.record({
  framework: fc.constantFrom('BANT', 'CHAMP', 'own'),
  slots: many(
    fc.record({
      id: fc.constantFrom('need', 'budget', '<b>'),
      label: short(500),
      state: fc.constantFrom('yes', 'no', 'unknown'),
      evidence: many(entry),
    }),
  ),
  score: figure,
  outOf: figure,
  verdict: fc.constantFrom('qualified', 'nurture', 'disqualified', 'undetermined'),
  band: fc.constantFrom('hot', 'warm', 'cold', null),
  reasons: many(
    fc.record({
      path: short(500),
      points: maybe(fc.oneof(figure, fc.integer({ min: -90, max: -1 }))),
      because: short(2000),
      evidence: many(entry),
    }),
  ),
  missing: many(fc.constantFrom('need', 'budget', '<b>')),
});

const answer = fc.record({
  n: entry,
  step: fc.oneof(short(200), fc.constantFrom('name', 'note', 'start')),
  kind: fc.constantFrom(...KINDS),
  question: word,
  value: fc.oneof(word, fc.constant(null)),
  label: word,
  at: time,
  changed: maybe(fc.constant(true)),
  before: maybe(word),
});

const nextStep = fc.record({
  offer: short(200),
  kind: fc.constantFrom('callback', 'booking', 'email', 'link', 'call'),
  label: short(2000),
  status: fc.constantFrom('requested', 'taken'),
  at: time,
  start: maybe(time),
  end: maybe(time),
  timeZone: maybe(zone),
});

const attribution = fc.record({
  kind: fc.constantFrom('ad', 'newsletter', 'referral', 'search', 'booth', 'direct', 'returning'),
  landing: short(2000),
  page: short(2000),
  referrer: short(2000),
  utm: texts,
  clickIds: texts,
  gpc: maybe(fc.constant(true)),
});

const consent = fc.record({
  purpose: short(200),
  granted: fc.boolean(),
  text: word,
  version: short(200),
  locale: short(100),
  control: fc.constantFrom('checkbox', 'button', 'api', 'in_person'),
  at: time,
});

const logEntry = fc.oneof(
  fc.record({
    type: fc.constant('objected'),
    n: entry,
    at: time,
    objection: short(200),
    text: maybe(word),
  }),
  fc.record({ type: fc.constant('submitted'), n: entry, at: time }),
);

const LEAD_ID = fc.constantFrom('0123456789abcdef'.repeat(2), 'fedcba9876543210'.repeat(2), 'a'.repeat(32));

/** Members that are undefined are left out, as in every lead. */
export const anyLead: fc.Arbitrary<Lead> = fc
  .record({
    schema: fc.constant(1),
    id: LEAD_ID,
    revision: fc.integer({ min: 1, max: 9 }),
    phase: fc.constantFrom('partial', 'complete', 'updated'),
    test: maybe(fc.constant(true)),
    createdAt: time,
    updatedAt: time,
    decidedAt: time,
    locale: fc.oneof(short(100), fc.constantFrom('en', 'ar', 'x-none')),
    timeZone: zone,
    playbook: fc.record({ id: short(64), version: short(200), hash: short(200) }),
    contact,
    qualification,
    answers: many(answer),
    questions: many(
      fc.record({ text: word, at: time, knowledge: fc.option(short(200)), answer: maybe(word) }),
    ),
    recommendations: maybe(
      many(
        fc.record({
          product: short(200),
          name: short(500),
          fit: fc.constantFrom(0, 0.5, 1),
          matched: many(short(2000)),
          unmet: many(short(2000)),
        }),
      ),
    ),
    nextStep: maybe(nextStep),
    routing: maybe(
      fc.record({
        owner: fc.option(short(200)),
        name: fc.option(short(500)),
        because: short(2000),
        path: short(500),
        territory: maybe(short(500)),
        account: maybe(short(500)),
        dueAt: maybe(time),
      }),
    ),
    tasks: maybe(
      fc.array(
        fc.record({
          id: short(200),
          do: fc.constantFrom('call', 'email', 'message', 'visit', 'task'),
          say: short(2000),
          dueAt: time,
          owner: fc.option(short(200)),
          because: short(2000),
        }),
        { maxLength: 6 },
      ),
    ),
    consents: many(consent),
    notice: maybe(fc.record({ text: word, at: time })),
    attribution: maybe(attribution),
    signals: maybe(
      fc.record({
        tookMs: fc.constantFrom(-1e300, -5, 0, 1200, 90_000, 1e300),
        decoyFilled: fc.boolean(),
      }),
    ),
    log: many(logEntry),
  })
  .map((lead) => JSON.parse(JSON.stringify({ key: `${lead.id}.${lead.revision}`, ...lead })) as Lead);

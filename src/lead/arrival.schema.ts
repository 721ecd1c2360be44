/** How somebody came, as JSON Schema. See `flow/log.ts` for the types. */
import { closed, count, mark, text, texts, time, word, type Schema } from './schema-bricks.js';

/** What an arrival and a touch have in common. */
const CAME = {
  kind: word('How.', 'ad', 'newsletter', 'referral', 'search', 'booth', 'direct', 'returning'),
  landing: text(
    'First page of the visit. Of its query only utm_* is kept. Empty: unknown.',
    'https://kestrel.example/haccp?utm_source=google',
    2000,
  ),
  referrer: text(
    'Origin and path of the page that linked here. Empty: none.',
    'https://www.google.com/',
    2000,
  ),
  utm: texts(
    'Campaign parameters without "utm_", case kept.',
    { source: 'google', campaign: 'haccp-uk' },
    500,
  ),
  clickIds: texts('Click ids of advertising networks, case kept.', { gclid: 'EAIaIQobChMI' }, 500),
};

const touch = (about: string): Schema => closed(about, { at: time('When.'), ...CAME });

const touchesSchema: Schema = closed(
  'What is known of earlier visits. Absent: nothing.',
  {
    first: touch('The first visit that was not direct; it never changes. Absent: there was none.'),
    last: touch('This visit.'),
    lastNonDirect: touch('The latest visit that was not direct. Absent: there was none.'),
  },
  'first',
  'lastNonDirect',
);

const openedSchema: Schema = closed(
  'How the chat came to be opened. Absent: it stands in the page, or nobody knows.',
  {
    by: word(
      'By its button, by something that appeared by itself, by a link, or by a script.',
      'visitor',
      'trigger',
      'link',
      'api',
    ),
    trigger: text('Which trigger. Absent: it was none.', 'pricing', 200),
  },
  'trigger',
);

export const arrivalSchema: Schema = closed(
  'How the prospect came.',
  {
    ...CAME,
    page: text(
      'Page on which the conversation began, cleaned likewise.',
      'https://kestrel.example/pricing',
      2000,
    ),
    gpc: mark(
      'The browser asked not to be tracked (Global Privacy Control), so click ids and referrer are empty.',
    ),
    touches: touchesSchema,
    visits: count('Number of this visit. Absent: the first, as far as anything is known.', 2, 2),
    opened: openedSchema,
  },
  'gpc',
  'touches',
  'visits',
  'opened',
);

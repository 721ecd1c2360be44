import * as v from 'valibot';
import { conditionSchema } from './condition-schema.js';
import { field, fields, filled, id, optional, text } from './field.js';

export const companySchema = fields('Company', 'Who is talking.', {
  name: field('The company’s name as visitors know it.', filled),
  assistant: optional('The name at the top of the panel. Left out: the company’s name.', v.string()),
  team: optional('Who reads this, for example "Dana and Tom".', v.string()),
  phone: optional('Shown whenever the chat cannot help.', v.string()),
  email: optional('Shown whenever the chat cannot help.', v.string()),
  privacyPage: optional('Address of the privacy policy.', v.string()),
});

const ARRIVALS = ['ad', 'newsletter', 'referral', 'search', 'booth', 'direct', 'returning'] as const;

const triggerSchema = fields('Trigger', 'What makes the teaser appear. Everything given must hold.', {
  id: optional('Its name in figures and on the lead. Left out: its place here.', id),
  page: optional('Path pattern with *, for example /pricing*.', v.string()),
  afterSeconds: optional('Seconds on the page.', v.pipe(v.number(), v.minValue(0))),
  atScroll: optional(
    'Share of the page scrolled, 0 to 100.',
    v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  ),
  onExit: optional('When the pointer leaves through the top.', v.boolean()),
  idleSeconds: optional(
    'Seconds in which the visitor did nothing on the page.',
    v.pipe(v.number(), v.minValue(1)),
  ),
  visible: optional('When this can be seen, as a CSS selector, for example #prices.', filled),
  clicked: optional('When this was clicked, as a CSS selector.', filled),
  returning: optional('true: only who was here before. false: only who was not.', v.boolean()),
  arrival: optional(
    'Only who came like this: ad, newsletter, referral, search, booth, direct, returning.',
    v.union([v.picklist(ARRIVALS), v.array(v.picklist(ARRIVALS))]),
  ),
  open: optional('true: the chat opens instead of the teaser. Never on small screens.', v.boolean()),
});

const teaserSchema = fields('Teaser', 'A teaser for some visitors.', {
  when: optional('Who it is for, for example {"arrival": "ad"}. None = everybody.', conditionSchema),
  text: field('What it says, at most 70 characters.', v.pipe(filled, v.maxLength(70))),
});

const greetingSchema = fields('Greeting', 'A greeting for some visitors.', {
  when: optional('Who it is for, for example {"campaign": "spring"}. None = everybody.', conditionSchema),
  text: field('What it says.', text),
  start: optional('The step these visitors begin with. Left out: the first.', id),
});

export const welcomeSchema = fields('Welcome', 'Teaser and greeting.', {
  teaser: optional(
    'One sentence beside the button, at most 70 characters; with conditions the first that holds.',
    v.union([v.pipe(v.string(), v.maxLength(70)), v.array(teaserSchema)]),
  ),
  show: optional('When the teaser appears.', v.array(triggerSchema)),
  hide: optional('Path patterns where nothing appears.', v.array(v.string())),
  atMost: optional(
    'How often the teaser appears to one visitor. Left out: 3. Once on small screens.',
    v.pipe(v.number(), v.integer(), v.minValue(1)),
  ),
  pauseDays: optional(
    'Days until it appears again. Left out: 1. Who dismissed it never sees it again.',
    v.pipe(v.number(), v.minValue(0)),
  ),
  whenOpen: optional('true: only in the opening hours of "routing".', v.boolean()),
  say: optional(
    'The greeting; with conditions the first that holds.',
    v.union([v.string(), v.array(v.string()), v.array(greetingSchema)]),
  ),
});

export const lookSchema = fields('Look', 'How it looks.', {
  accent: optional('One colour, for example #0F766E; every other follows from it.', v.string()),
  side: optional('The corner.', v.picklist(['left', 'right', 'start', 'end'])),
  scheme: optional('Light, dark, or as the device says.', v.picklist(['auto', 'light', 'dark'])),
});

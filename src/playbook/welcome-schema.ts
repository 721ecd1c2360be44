import * as v from 'valibot';
import { conditionSchema } from './condition-schema.js';
import { field, fields, filled, optional, text } from './field.js';

export const companySchema = fields('Company', 'Who is talking.', {
  name: field('The company’s name as visitors know it.', filled),
  assistant: optional('The name at the top of the panel. Left out: the company’s name.', v.string()),
  team: optional('Who reads this, for example "Dana and Tom".', v.string()),
  phone: optional('Shown whenever the chat cannot help.', v.string()),
  email: optional('Shown whenever the chat cannot help.', v.string()),
  privacyPage: optional('Address of the privacy policy.', v.string()),
});

const triggerSchema = fields('Trigger', 'What makes the teaser appear. Everything given must hold.', {
  page: optional('Path pattern with *, for example /pricing*.', v.string()),
  afterSeconds: optional('Seconds on the page.', v.pipe(v.number(), v.minValue(0))),
  atScroll: optional(
    'Share of the page scrolled, 0 to 100.',
    v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  ),
  onExit: optional('When the pointer leaves through the top.', v.boolean()),
});

const greetingSchema = fields('Greeting', 'A greeting for some visitors.', {
  when: optional('Who it is for, for example {"campaign": "spring"}. None = everybody.', conditionSchema),
  text: field('What it says.', text),
});

export const welcomeSchema = fields('Welcome', 'Teaser and greeting.', {
  teaser: optional(
    'One sentence beside the button, at most 70 characters.',
    v.pipe(v.string(), v.maxLength(70)),
  ),
  show: optional('When the teaser appears.', v.array(triggerSchema)),
  hide: optional('Path patterns where nothing appears.', v.array(v.string())),
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

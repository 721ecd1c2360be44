import * as v from 'valibot';
import { conditionSchema } from './condition-schema.js';
import { field, fields, filled, optional, text } from './field.js';
import { OFFER_KINDS } from './kinds.js';

const minutes = v.pipe(v.number(), v.minValue(1), v.maxValue(1440));

export const offerSchema = fields('Offer', 'A next step that a prospect can choose.', {
  kind: field(
    'What kind of next step: callback, visit, booking, call, whatsapp, chat, quote, email, newsletter, trial, ' +
      'checkout, download or link.',
    v.picklist(OFFER_KINDS),
  ),
  label: field('The button. {owner} is the owner’s first name.', v.string()),
  url: optional('Where to go. Kinds booking, trial, checkout, download and link need it.', v.string()),
  minutes: optional('Kinds callback and visit: how long it takes. Left out: 15, for a visit 60.', minutes),
  when: optional('Offer it only when this holds.', conditionSchema),
  whenOpen: optional(
    'Offer it only while people are there, after the opening hours. Left out: yes for call and chat, else no.',
    v.boolean(),
  ),
  product: optional(
    'Offer it only when this product fits best: its id, or a list of ids.',
    v.union([filled, v.array(filled)]),
  ),
  leadTime: optional(
    'Kinds callback and visit: how much notice you need, within opening hours, for example "2 hours" or ' +
      '"1 business day". Left out: answerWithin, or else 1 hour.',
    v.pipe(
      v.string(),
      v.regex(
        /^\d{1,6} (minutes?|hours?|business days?)$/,
        'For example "30 minutes", "2 hours" or "1 business day".',
      ),
    ),
  ),
  every: optional('Kinds callback and visit: minutes from one time to the next. Left out: 30.', minutes),
  days: optional(
    'Kinds callback and visit: on how many open days times are offered. Left out: 5.',
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
  ),
  taken: optional(
    'Kinds callback and visit: the address of your receiver that says which times are gone. It is asked when ' +
      'the times are shown; without an answer all of them are.',
    v.string(),
  ),
  place: optional(
    'Kind visit: where, for example your showroom. Left out: the prospect is asked for an address.',
    filled,
  ),
  phone: optional('Kinds call and whatsapp: the number. Left out: the phone of the company.', filled),
  prefill: optional(
    'Kind booking with Cal.com, Calendly or HubSpot: name and e-mail address are filled in there. They stand in ' +
      'the address that is opened.',
    v.boolean(),
  ),
  embed: optional(
    'Kind booking with Cal.com, Calendly or HubSpot: their page opens inside the chat when the button is tapped, and ' +
      'what was booked is recorded.',
    v.boolean(),
  ),
  service: optional(
    'Kind chat: the live chat of your page. Left out: whichever of them is there.',
    v.picklist(['chatwoot', 'crisp', 'intercom']),
  ),
});

const endingSchema = fields('Ending', 'How a conversation ends.', {
  say: field('What the visitor reads at the end.', text),
  offer: optional('Offers, best first.', v.array(v.string())),
});

export const endingsSchema = fields('Endings', 'One ending for each verdict.', {
  qualified: field('They fit, and they want it.', endingSchema),
  nurture: field('They may want it later.', endingSchema),
  undetermined: field('Too little is known.', endingSchema),
  disqualified: field('They do not fit.', endingSchema),
});

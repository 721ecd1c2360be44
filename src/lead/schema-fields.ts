/** Fields of the lead's JSON Schema that stand in several places. */
import { text, texts, time, type Schema } from './schema-bricks.js';

export const LANGUAGE: Schema = text('Language, BCP 47.', 'de-AT', 100);

export const ZONE: Schema = text('Time zone of the prospect, IANA.', 'Europe/Vienna', 100);

export const SLOT: { readonly [name: string]: Schema } = {
  start: time('When it begins.'),
  end: time('When it ends.'),
  timeZone: ZONE,
};

export const STEP_DETAILS: Schema = texts(
  'What else was said about the next step: phone, address, note, place, reference. Absent: nothing.',
  { address: '1 Dock Road, London' },
  2000,
);

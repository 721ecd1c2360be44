import * as v from 'valibot';
import { field, fields, filled, id, optional } from './field.js';

const destination = {
  to: field('The destination preset: "url" or "desk".', filled),
  url: optional('The address that receives leads.', v.string()),
  key: optional('A public key of the destination, where it has one.', v.string()),
  form: optional('A form id of the destination, where it has one.', v.union([v.string(), v.number()])),
};

const backupSchema = fields('Backup', 'Takes over when the first destination keeps failing.', destination);

export const deliverySchema = fields('Delivery', 'Where leads go.', {
  ...destination,
  transport: optional(
    'json: application/json with an Idempotency-Key header; text: text/plain, no CORS preflight.',
    v.picklist(['json', 'text']),
  ),
  strict: optional('Only an answer that repeats the delivery key counts as received.', v.boolean()),
  updates: optional('The receiver understands later revisions of a lead.', v.boolean()),
  backup: optional('Takes over when the first keeps failing.', backupSchema),
  partial: optional(
    'Send an unfinished lead once consent and contact are there. Left out: never.',
    v.picklist(['never', 'after-consent']),
  ),
});

const consentSchema = fields('Consent', 'Something the visitor may agree to.', {
  purpose: field('What for, for example newsletter.', id),
  text: field('The exact wording.', filled),
  version: field('Version of the wording.', v.string()),
  required: optional('Without it nothing is sent.', v.boolean()),
  covers: optional('Steps whose answers may only be sent with this consent.', v.array(v.string())),
});

export const privacySchema = fields('Privacy', 'What is kept, what is asked.', {
  remember: optional(
    'How long a conversation is kept on the device. Left out: tab.',
    v.picklist(['tab', 'device', 'nothing']),
  ),
  storage: optional(
    'Whether anything may be kept. Left out: allowed.',
    v.picklist(['allowed', 'ask-host', 'never']),
  ),
  notice: optional('The sentence beside the send button; recorded with the lead.', v.string()),
  consent: optional('Consents to ask for, each its own question.', v.array(consentSchema)),
});

import * as v from 'valibot';
import { field, fields, filled, id, named, optional } from './field.js';

const destination = {
  to: field(
    'Where leads go: url, desk, google-sheet, web3forms, formspree, contact-form-7, zapier, make, n8n, ' +
      'hubspot-form, salesforce-web-to-lead, zoho-web-to-lead or mailto.',
    filled,
  ),
  url: optional(
    'The address that receives leads. Services with one address for everybody need none.',
    v.string(),
  ),
  key: optional('The public access key of a form service, for example of Web3Forms.', v.string()),
  account: optional(
    'Your account at the service: the Hub ID of HubSpot, the organisation ID (oid) of Salesforce.',
    v.union([v.string(), v.number()]),
  ),
  form: optional('The id of your form at the service.', v.union([v.string(), v.number()])),
  email: optional('The mail address for "mailto". Left out: that of the company.', v.string()),
  fields: optional(
    'What a lead says, and the field of your form that takes it: {"company": "your-company"}. Step ids may stand ' +
      'here, too. An empty name leaves something out.',
    named(v.string()),
  ),
  hidden: optional(
    'Fields that are sent as they stand here, for example the hidden ones of a form.',
    named(v.string()),
  ),
};

const backupSchema = fields('Backup', 'Takes over when the first destination keeps failing.', destination);

export const deliverySchema = fields('Delivery', 'Where leads go.', {
  ...destination,
  transport: optional(
    'json: application/json; text: the same as text/plain, no CORS preflight; form: as a form of a page is sent, ' +
      'for zapier, make and n8n, which get that unless something else stands here.',
    v.picklist(['json', 'text', 'form']),
  ),
  strict: optional('Only an answer that repeats the delivery key counts as received.', v.boolean()),
  updates: optional(
    'The receiver understands later revisions of a lead. Left out: yes for url, no for zapier, make and n8n. ' +
      'The others know it themselves.',
    v.boolean(),
  ),
  backup: optional('Takes over when the first keeps failing.', backupSchema),
  counts: optional(
    'The receiver is told how far conversations come: how many were opened, begun and sent, and which steps were ' +
      'asked and answered, without answers and without anything that tells visitors apart. Left out: no.',
    v.boolean(),
  ),
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
  attribution: optional(
    'Whether the device remembers how visitors came. true: from the first page on. Left out: from the first answer, ' +
      'where "remember" is "device". false: never.',
    v.boolean(),
  ),
  notice: optional('The sentence beside the send button; recorded with the lead.', v.string()),
  consent: optional('Consents to ask for, each its own question.', v.array(consentSchema)),
});

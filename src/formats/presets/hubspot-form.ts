/**
 * HubSpot, by a form of its own (Forms API v3, made for browsers, no token). It refuses the whole lead when a field
 * is not on the form, so only few are sent unless `fields` names more. Posting twice would show two submissions.
 */
import { serialise, type Json } from '../../lead/serialise.js';
import { formFields, type FormField } from '../form-fields.js';
import { faultsIn } from '../needs.js';
import type { Preset } from '../preset.js';
import { said } from '../said.js';

const FIELDS: readonly FormField[] = [
  { from: 'email', to: 'email' },
  { from: 'firstName', to: 'firstname' },
  { from: 'lastName', to: 'lastname' },
  { from: 'brief', to: 'message', most: 65_536 },
];
/** Properties of a contact. */
const CONTACT = '0-1';

export const hubspotForm: Preset = {
  name: 'hubspot-form',
  needsEmail: true,
  faults: (settings) =>
    faultsIn(settings, 'HubSpot', [
      {
        setting: 'account',
        what: 'the Hub ID',
        looks: /^\d+$/,
        cure: 'Put the number into "account" that HubSpot shows under your picture at the top right.',
      },
      {
        setting: 'form',
        what: 'the id of a form',
        looks: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
        cure:
          'Make a form with the fields email, first name, last name and message under Marketing > Forms, and put ' +
          'the id in its address into "form".',
      },
    ]),
  url: ({ url, account, form }) =>
    url ?? `https://api.hsforms.com/submissions/v3/integration/submit/${account}/${form}`,
  write(lead, settings, zone) {
    const fields = [...formFields(said(lead, zone), FIELDS, settings)].map(([name, value]) => ({
      objectTypeId: CONTACT,
      name,
      value,
    }));
    const submission: Json = {
      fields,
      submittedAt: `${Date.parse(lead.updatedAt)}`,
      context: { pageUri: lead.attribution?.page || undefined },
    };
    return { contentType: 'application/json', body: serialise(submission) };
  },
  acceptedBy: () => ({ member: 'status', refused: ['error'] }),
  updates: () => false,
};

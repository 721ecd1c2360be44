/** A Google sheet, by the script in `google-sheet.gs`: one row a lead, which later revisions change. */
import { serialise, type Json } from '../../lead/serialise.js';
import { formFields, type FormField } from '../form-fields.js';
import { faultsIn } from '../needs.js';
import type { Preset } from '../preset.js';
import { said } from '../said.js';

/** The columns, unless `fields` calls them otherwise. */
const COLUMNS: readonly FormField[] = [
  { from: 'sentAt', to: 'Sent' },
  { from: 'subject', to: 'Subject' },
  { from: 'verdict', to: 'Verdict' },
  { from: 'name', to: 'Name' },
  { from: 'company', to: 'Company' },
  { from: 'email', to: 'E-mail' },
  { from: 'phone', to: 'Phone' },
  { from: 'nextStep', to: 'Next step' },
  { from: 'nextStepAt', to: 'Next step at' },
  { from: 'owner', to: 'Owner' },
  // A cell takes 50,000 characters.
  { from: 'brief', to: 'Brief', most: 49_000 },
];

export const googleSheet: Preset = {
  name: 'google-sheet',
  faults: (settings) =>
    faultsIn(settings, 'Google Sheets', [
      {
        setting: 'url',
        what: 'the address of the web app',
        looks: /^https:\/\/script\.google\.com\/(a\/[^/]+\/)?macros\/s\/[\w-]+\/exec$/,
        cure:
          'In your sheet, choose Extensions > Apps Script, paste the script of the README, deploy it as a web app ' +
          'for anyone, and copy the address that ends in /exec into "url".',
      },
    ]),
  url: ({ url }) => url,
  write(lead, settings, zone) {
    // With the empty ones, so that what was taken back goes from the sheet as well.
    const row = Object.fromEntries(formFields(said(lead, zone), COLUMNS, settings, true));
    const { key, id, revision, phase } = lead;
    const body: Json = { key, id, revision, phase, row };
    // The script cannot answer the preflight that JSON would cost.
    return { contentType: 'text/plain;charset=UTF-8', body: serialise(body), answers: 'elsewhere' };
  },
  // The script always says 200, whatever becomes of the lead.
  acceptedBy: () => 'echo',
  updates: () => true,
};

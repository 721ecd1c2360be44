/**
 * Forms of CRM systems that were made for plain pages: they let nobody read their answer, so all that a browser can
 * know is that something answered. They drop what does not fit without a word; hence every limit is kept here, and
 * nothing goes into a list of theirs (lead source, rating) unless the settings say so: a value that a list does not
 * have may cost the lead.
 */
import { asForm } from '../encode.js';
import { formFields, type FormField } from '../form-fields.js';
import { faultsIn } from '../needs.js';
import type { Fault, Preset } from '../preset.js';
import { said } from '../said.js';

const SALESFORCE: readonly FormField[] = [
  { from: 'firstName', to: 'first_name', most: 40 },
  { from: 'lastName', to: 'last_name', most: 80, otherwise: 'Not given' },
  { from: 'email', to: 'email', most: 80, whole: true },
  { from: 'phone', to: 'phone', most: 40, whole: true },
  { from: 'company', to: 'company', most: 255, otherwise: 'Not given' },
  { from: 'role', to: 'title', most: 128 },
  { from: 'website', to: 'URL', most: 255, whole: true },
  { from: 'brief', to: 'description', most: 32_000 },
];

/** Salesforce. `account` is the organisation ID; `url` only for a sandbox. */
export const salesforceWebToLead: Preset = {
  name: 'salesforce-web-to-lead',
  faults: (settings) =>
    faultsIn(settings, 'Salesforce', [
      {
        setting: 'account',
        what: 'the organisation ID',
        looks: /^00D\w{12}(\w{3})?$/,
        cure: 'Put the value of "oid" in the form that Setup > Web-to-Lead makes into "account". It begins with 00D.',
      },
    ]),
  url: ({ url }) => url ?? 'https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8',
  write(lead, settings, zone) {
    const fields = formFields(said(lead, zone), SALESFORCE, settings);
    return { ...asForm(new Map([['oid', `${settings.account ?? ''}`], ...fields])), answers: 'unseen' };
  },
  acceptedBy: () => 'status',
  updates: () => false,
};

const ZOHO: readonly FormField[] = [
  { from: 'firstName', to: 'First Name', most: 40 },
  { from: 'lastName', to: 'Last Name', most: 80, otherwise: 'Not given' },
  { from: 'email', to: 'Email', most: 100, whole: true },
  { from: 'phone', to: 'Phone', most: 30, whole: true },
  { from: 'company', to: 'Company', most: 100, otherwise: 'Not given' },
  { from: 'role', to: 'Designation', most: 100 },
  { from: 'website', to: 'Website', most: 120, whole: true },
  { from: 'brief', to: 'Description', most: 32_000 },
];

/** The two tokens that tell Zoho which form of which company it is. Public, as they stand in the form's HTML. */
const ZOHO_TOKENS = ['xnQsjsdp', 'xmIwtLD'];

/** Zoho CRM. `url` where the company's data are not in the United States. */
export const zohoWebToLead: Preset = {
  name: 'zoho-web-to-lead',
  faults: ({ hidden }) =>
    ZOHO_TOKENS.filter((token) => !hidden?.[token]).map((token): Fault => ({
      level: 'error',
      code: 'hidden-missing',
      member: `hidden.${token}`,
      message: `Zoho needs the hidden field "${token}" of your form.`,
      cure: `Make a form under Setup > Webforms and copy the value of "${token}" from its HTML into "hidden".`,
    })),
  url: ({ url }) => url ?? 'https://crm.zoho.com/crm/WebToLeadForm',
  write(lead, settings, zone) {
    const fields = formFields(said(lead, zone), ZOHO, settings);
    // "Leads", in Base64: what the form makes.
    return { ...asForm(new Map([['actionType', 'TGVhZHM='], ...fields])), answers: 'unseen' };
  },
  acceptedBy: () => 'status',
  updates: () => false,
};

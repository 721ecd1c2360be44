/** Form services that mail every lead to the owner. A mail cannot be changed, so a lead is posted once. */
import { asFlatJson, asForm } from '../encode.js';
import { formFields, type FormField } from '../form-fields.js';
import { faultsIn } from '../needs.js';
import type { Preset } from '../preset.js';
import { said } from '../said.js';

const WHO: readonly FormField[] = [
  { from: 'name', to: 'name' },
  { from: 'email', to: 'email' },
  { from: 'phone', to: 'phone' },
  { from: 'company', to: 'company' },
  { from: 'brief', to: 'message' },
  { from: 'leadId', to: 'lead' },
];

// Their answer is a page for people unless one asks for JSON.
const headers = { Accept: 'application/json' };

/** Web3Forms: an access key, no account. Without a form of its own, so any field may be sent. */
export const web3forms: Preset = {
  name: 'web3forms',
  faults: (settings) =>
    faultsIn(settings, 'Web3Forms', [
      {
        setting: 'key',
        what: 'the access key',
        looks: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
        cure: 'Enter your mail address at web3forms.com and put the access key that it mails you into "key".',
      },
    ]),
  url: ({ url }) => url ?? 'https://api.web3forms.com/submit',
  write(lead, settings, zone) {
    const fields = formFields(said(lead, zone), [{ from: 'subject', to: 'subject' }, ...WHO], settings);
    return { ...asFlatJson(new Map([['access_key', settings.key ?? ''], ...fields])), headers };
  },
  acceptedBy: () => ({ member: 'success', received: [true], refused: [false] }),
  updates: () => false,
};

/** Formspree: one form an address. */
export const formspree: Preset = {
  name: 'formspree',
  faults: (settings) =>
    settings.url
      ? faultsIn(settings, 'Formspree', [
          {
            setting: 'url',
            what: 'the address of a form',
            looks: /^https:\/\/formspree\.io\/f\/\w+$/,
            cure: 'Copy it from your form at formspree.io: it begins with https://formspree.io/f/.',
          },
        ])
      : faultsIn(settings, 'Formspree', [
          {
            setting: 'form',
            what: 'the id of a form',
            looks: /^\w+$/,
            cure: 'Make a form at formspree.io and put the letters after "/f/" of its address into "form".',
          },
        ]),
  url: ({ url, form }) => url ?? `https://formspree.io/f/${form}`,
  write: (lead, settings, zone) => ({
    ...asForm(formFields(said(lead, zone), [{ from: 'subject', to: '_subject' }, ...WHO], settings)),
    headers,
  }),
  acceptedBy: () => ({ member: 'ok', received: [true], refused: [false] }),
  updates: () => false,
};

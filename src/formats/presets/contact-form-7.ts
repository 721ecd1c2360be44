/** Contact Form 7, the form plug-in of WordPress: the form mails the lead. It says 200 to refusals, too. */
import { asMultipart } from '../encode.js';
import { formFields, type FormField } from '../form-fields.js';
import { faultsIn } from '../needs.js';
import type { Preset } from '../preset.js';
import { said } from '../said.js';

/** The fields of the form that a new installation brings along, with the limits that the plug-in sets by itself. */
const FIELDS: readonly FormField[] = [
  { from: 'name', to: 'your-name', most: 400, otherwise: 'Not given' },
  { from: 'email', to: 'your-email', most: 400, whole: true },
  { from: 'subject', to: 'your-subject', most: 400 },
  // 2,000; a line break may count twice, and a brief has no more than 25 lines.
  { from: 'brief', to: 'your-message', most: 1950 },
];

/** `url` is the address of the WordPress site, left out: the one that holds the playbook. */
export const contactForm7: Preset = {
  name: 'contact-form-7',
  needsEmail: true,
  faults: (settings) =>
    faultsIn(settings, 'Contact Form 7', [
      {
        setting: 'form',
        what: 'the number of a form',
        looks: /^\d+$/,
        cure:
          'Open the form in WordPress and put the number after "post=" in the address bar into "form". ' +
          'The letters of the shortcode will not do.',
      },
    ]),
  url({ url = '/', form }) {
    if (url.includes('contact-form-7/v1')) return url;
    return `${url.replace(/\/$/, '')}/wp-json/contact-form-7/v1/contact-forms/${form}/feedback`;
  },
  write(lead, settings, zone) {
    const form = `${settings.form ?? ''}`;
    const own = [
      ['_wpcf7', form],
      // The plug-in refuses a post that does not say which form on the page it comes from.
      ['_wpcf7_unit_tag', `wpcf7-f${form}-o1`],
    ] as const;
    return asMultipart(new Map([...own, ...formFields(said(lead, zone), FIELDS, settings)]), lead.key);
  },
  // A mail that could not be sent ("mail_failed") may go another time.
  acceptedBy: () => ({
    member: 'status',
    received: ['mail_sent'],
    refused: ['validation_failed', 'acceptance_missing', 'spam', 'aborted'],
  }),
  updates: () => false,
};

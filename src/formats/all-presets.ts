/** Every preset at once, for the check and for tests. Not part of what browsers load to send a lead. */
import { PRESETS, type Preset } from './preset.js';
import { contactForm7 } from './presets/contact-form-7.js';
import { formspree, web3forms } from './presets/form-services.js';
import { googleSheet } from './presets/google-sheet.js';
import { make, n8n, zapier } from './presets/hooks.js';
import { hubspotForm } from './presets/hubspot-form.js';
import { salesforceWebToLead, zohoWebToLead } from './presets/web-to-lead.js';

export const ALL_PRESETS: ReadonlyMap<string, Preset> = new Map([
  ...PRESETS,
  ...[
    googleSheet,
    web3forms,
    formspree,
    contactForm7,
    zapier,
    make,
    n8n,
    hubspotForm,
    salesforceWebToLead,
    zohoWebToLead,
  ].map((preset) => [preset.name, preset] as const),
]);

/** Sound settings of every preset, and a lead written by them. */
import { destinationFor } from '../../src/formats/destination.js';
import type { Lead } from '../../src/lead/lead.js';
import type { DeliverySettings } from '../../src/playbook/schema.js';
import { HOT, leadOf } from '../lead/kestrel.js';
import type { Request } from './request-fields.js';

const BASE = 'https://kestrel.example/playbook.json';
const FORM = '0a1b2c3d-0000-4000-8000-0123456789ab';

export const SETTINGS: readonly DeliverySettings[] = [
  { to: 'web3forms', key: FORM },
  { to: 'formspree', form: 'xabcdefg' },
  { to: 'contact-form-7', form: 123 },
  { to: 'zapier', url: 'https://hooks.zapier.com/hooks/catch/123456/abcdef/' },
  { to: 'make', url: 'https://hook.eu2.make.com/abcdefghijklmnop' },
  { to: 'n8n', url: 'https://n8n.example/webhook/leads' },
  { to: 'hubspot-form', account: 123456, form: FORM },
  {
    to: 'salesforce-web-to-lead',
    account: '00D000000000001',
    fields: { leadId: '00N000000000001', sites: '00N000000000002' },
    hidden: { lead_source: 'Web' },
  },
  { to: 'zoho-web-to-lead', hidden: { xnQsjsdp: 'aaa', xmIwtLD: 'bbb' }, fields: { leadId: 'LEADCF1' } },
  { to: 'google-sheet', url: 'https://script.google.com/macros/s/AKfy_cb-x/exec' },
];

export const lead = leadOf(HOT);

export const written = async (settings: DeliverySettings, what: Lead = lead): Promise<Request> =>
  (await destinationFor(settings, BASE, 'Europe/London')).deliver(what);

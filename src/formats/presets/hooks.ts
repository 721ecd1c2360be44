/**
 * Automation services: everything that a lead says, flat, under its own names, to the address of a hook. Whether
 * what stands behind it can change what it made of a lead is for the owner to say.
 */
import type { DeliverySettings } from '../../playbook/schema.js';
import type { AcceptedBy } from '../accepted.js';
import { asFlatJson, asForm } from '../encode.js';
import { formFields } from '../form-fields.js';
import { faultsIn } from '../needs.js';
import type { Preset, Written } from '../preset.js';
import { said } from '../said.js';
import type { Lead } from '../../lead/lead.js';

/** As a form, which all three read, and which no browser asks leave for. */
const write = (lead: Lead, settings: DeliverySettings, zone?: string): Written => {
  const words = said(lead, zone);
  const table = [...words.keys()].map((name) => ({ from: name, to: name }));
  const fields = new Map([['key', lead.key], ...formFields(words, table, settings)]);
  if (settings.transport === 'json') return asFlatJson(fields);
  if (settings.transport === 'text') return asFlatJson(fields, 'text/plain;charset=UTF-8');
  return asForm(fields);
};

interface Service {
  readonly name: string;
  readonly called: string;
  readonly looks: RegExp;
  readonly cure: string;
  /** Unless `strict` asks for the delivery key. */
  readonly acceptedBy: AcceptedBy;
}

const hook = ({ name, called, looks, cure, acceptedBy }: Service): Preset => ({
  name,
  faults: (settings) =>
    faultsIn(settings, called, [{ setting: 'url', what: 'the address of a hook', looks, cure }]),
  url: ({ url }) => url,
  write,
  acceptedBy: ({ strict }) => (strict === true ? 'echo' : acceptedBy),
  updates: ({ updates }) => updates === true,
});

export const zapier = hook({
  name: 'zapier',
  called: 'Zapier',
  looks: /^https:\/\/hooks\.zapier\.com\/hooks\/catch\/\d+\/\w+\/?$/,
  cure: 'Make a Zap that begins with "Webhooks by Zapier: Catch Hook" and copy its address into "url".',
  acceptedBy: { member: 'status', received: ['success'], refused: [] },
});

/** Answers "Accepted" or what a response module says, so any success counts. */
export const make = hook({
  name: 'make',
  called: 'Make',
  looks: /^https:\/\/hook\.[\w.]+\/\w+$/,
  cure: 'Make a scenario that begins with "Webhooks: Custom webhook" and copy its address into "url".',
  acceptedBy: 'status',
});

/** Answers whatever the workflow says, so any success counts. The address for tests works only while one looks on. */
export const n8n = hook({
  name: 'n8n',
  called: 'n8n',
  looks: /^https?:\/\/.+\/webhook\/.+/,
  cure: 'Copy the production URL of the Webhook node into "url" (it has /webhook/ in it, not /webhook-test/), and switch the workflow on.',
  acceptedBy: 'status',
});

/** The presets that are fetched when a playbook names them, each family as a file of its own. */
import type { DeliverySettings } from '../playbook/schema.js';
import { BY_HAND, PRESETS, type Preset } from './preset.js';
import { addressRefusal, refusal } from './refusals.js';

const formServices = () => import('./presets/form-services.js');
const hooks = () => import('./presets/hooks.js');
const webToLead = () => import('./presets/web-to-lead.js');

export const FURTHER: ReadonlyMap<string, () => Promise<Preset>> = new Map<string, () => Promise<Preset>>([
  ['google-sheet', async () => (await import('./presets/google-sheet.js')).googleSheet],
  ['web3forms', async () => (await formServices()).web3forms],
  ['formspree', async () => (await formServices()).formspree],
  ['contact-form-7', async () => (await import('./presets/contact-form-7.js')).contactForm7],
  ['zapier', async () => (await hooks()).zapier],
  ['make', async () => (await hooks()).make],
  ['n8n', async () => (await hooks()).n8n],
  ['hubspot-form', async () => (await import('./presets/hubspot-form.js')).hubspotForm],
  ['salesforce-web-to-lead', async () => (await webToLead()).salesforceWebToLead],
  ['zoho-web-to-lead', async () => (await webToLead()).zohoWebToLead],
]);

/**
 * The preset that the settings name, which they suit. Rejects with PlaybookError when there is none, when a setting is
 * missing, and for `mailto`, to which nothing can be posted.
 */
export const furtherPreset = async (settings: DeliverySettings): Promise<Preset> => {
  const preset = await FURTHER.get(settings.to)?.();
  if (!preset) throw refusal(nameFault(settings));
  if (settings.url !== undefined && typeof settings.url !== 'string')
    throw addressRefusal('missing', preset.name);
  const fault = preset.faults?.(settings).find(({ level }) => level === 'error');
  if (fault) throw refusal(fault);
  return preset;
};

const nameFault = ({ to }: DeliverySettings) => {
  if (to === BY_HAND) {
    return {
      code: 'by-hand',
      member: 'to',
      message: 'A page cannot send mail by itself.',
      cure: 'Use another destination, for example a form service that mails you every lead.',
    };
  }
  const known = [...PRESETS.keys(), ...FURTHER.keys()].map((name) => `"${name}"`).join(', ');
  return {
    code: 'unknown-preset',
    member: 'to',
    message: `There is no destination "${to}".`,
    cure: `Use one of ${known}.`,
  };
};

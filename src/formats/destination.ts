/** From the playbook's `delivery` to something that turns a lead into a delivery. */
import type { Lead } from '../lead/lead.js';
import { PlaybookError } from '../playbook/error.js';
import type { DeliverySettings } from '../playbook/schema.js';
import type { Delivery } from '../ports/delivery.js';
import { PRESETS, type Preset } from './preset.js';

export interface Destination {
  /** Name of the preset. */
  readonly name: string;
  /** Whether later revisions of a lead may be sent. If not, a lead causes exactly one post. */
  readonly updates: boolean;
  /** The delivery of this revision. The same lead always gives the same bytes. */
  deliver(lead: Lead): Omit<Delivery, 'committedAt'>;
}

/**
 * The destination that a playbook names. Addresses are resolved against `playbookUrl`.
 * Throws PlaybookError: `delivery.unknown-preset`, `delivery.url-missing`, `delivery.url-unusable` (no
 * address, or neither http nor https), `delivery.url-password`.
 */
export const destinationFor = (settings: DeliverySettings, playbookUrl: string): Destination => {
  const preset = PRESETS.get(settings.to);
  if (!preset) {
    const known = [...PRESETS.keys()].map((name) => `"${name}"`).join(', ');
    throw refusal(
      'unknown-preset',
      'to',
      `There is no destination "${settings.to}".`,
      `Use one of ${known}.`,
    );
  }
  const url = addressOf(preset, settings, playbookUrl);
  const text = preset.transport(settings) === 'text';
  const acceptedBy = preset.acceptedBy(settings);
  const headersFor = (lead: Lead): Delivery['headers'] => (text ? {} : { 'Idempotency-Key': lead.key });
  return {
    name: preset.name,
    updates: preset.updates(settings),
    deliver: (lead) => ({
      key: lead.key,
      lead: lead.id,
      revision: lead.revision,
      url,
      contentType: text ? 'text/plain;charset=UTF-8' : 'application/json',
      headers: headersFor(lead),
      body: preset.body(lead),
      acceptedBy,
    }),
  };
};

const addressOf = (preset: Preset, settings: DeliverySettings, playbookUrl: string): string => {
  const given = preset.url(settings);
  if (!given) {
    throw refusal('url-missing', 'url', `The destination "${preset.name}" needs an address.`, 'Add "url".');
  }
  const address = resolved(given, playbookUrl);
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw refusal(
      'url-unusable',
      'url',
      `Leads cannot be sent to "${given}".`,
      'Give an address that begins with https://, or a path on the site that holds the playbook.',
    );
  }
  if (address.username || address.password) {
    throw refusal(
      'url-password',
      'url',
      'The address carries a password, which every visitor could read.',
      'Remove it, and let the receiver check where leads come from.',
    );
  }
  address.hash = '';
  return address.href;
};

const resolved = (url: string, base: string): URL | undefined => {
  for (const against of [base, undefined]) {
    try {
      return new URL(url, against);
    } catch {
      // A base that is no address still leaves absolute addresses usable.
    }
  }
  return undefined;
};

const refusal = (code: string, member: string, message: string, cure: string): PlaybookError =>
  new PlaybookError([
    { level: 'error', code: `delivery.${code}`, path: `delivery.${member}`, message, cure },
  ]);

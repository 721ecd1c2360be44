/** From the playbook's `delivery` to something that turns a lead into a delivery. */
import type { Lead } from '../lead/lead.js';
import type { DeliverySettings } from '../playbook/schema.js';
import type { Delivery } from '../ports/delivery.js';
import { PRESETS } from './preset.js';
import type { WrongAddress } from './refusals.js';

export interface Destination {
  /** Name of the preset. */
  readonly name: string;
  /** Whether later revisions of a lead may be sent. If not, a lead causes exactly one post. */
  readonly updates: boolean;
  /** The delivery of this revision. The same lead always gives the same bytes. */
  deliver(lead: Lead): Omit<Delivery, 'committedAt' | 'phase'>;
}

/**
 * The destination that a playbook names. Addresses are resolved against `playbookUrl`; times are written for
 * readers in `zone`, left out: the prospect's. Most presets are fetched first, so this also rejects when that fails.
 * A second destination that cannot be used is left out.
 * Rejects with PlaybookError: `delivery.unknown-preset`, `delivery.by-hand` (mailto), `delivery.url-missing`,
 * `delivery.url-unusable` (no address, or neither http nor https), `delivery.url-password`, and what the preset finds
 * wrong with its settings.
 */
export const destinationFor = async (
  settings: DeliverySettings,
  playbookUrl: string,
  zone?: string,
): Promise<Destination> => {
  const preset =
    PRESETS.get(settings.to) ?? (await (await import('./further-presets.js')).furtherPreset(settings));
  const given = preset.url(settings);
  const url = addressOf(given, playbookUrl);
  if (typeof url === 'string') throw (await import('./refusals.js')).addressRefusal(url, preset.name, given);
  const updates = preset.updates(settings);
  const second =
    settings.backup && (await destinationFor(settings.backup, playbookUrl, zone).catch(() => null));
  return {
    name: preset.name,
    updates,
    deliver: (lead) => ({
      headers: {},
      ...preset.write(lead, settings, zone),
      key: lead.key,
      lead: lead.id,
      revision: lead.revision,
      url: url.href,
      acceptedBy: preset.acceptedBy(settings),
      ...(!updates && { once: true }),
      // What is not sent yet is not worth a record at a second place.
      ...(second && lead.phase !== 'partial' && { backup: second.deliver(lead) }),
    }),
  };
};

/** The whole address without its fragment, or what is wrong with it. */
const addressOf = (given: string | undefined, playbookUrl: string): URL | WrongAddress => {
  // Nobody may have checked the playbook.
  if (typeof given !== 'string' || !given) return 'missing';
  const address = resolved(given, playbookUrl);
  if (!address || !/^https?:$/.test(address.protocol)) return 'unusable';
  if (address.username || address.password) return 'password';
  address.hash = '';
  return address;
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

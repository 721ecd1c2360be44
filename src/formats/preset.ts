/** A destination preset: everything that sending to one kind of receiver needs to know. */
import type { Lead } from '../lead/lead.js';
import { serialise, type Json } from '../lead/serialise.js';
import type { DeliverySettings } from '../playbook/schema.js';

/**
 * json: `application/json` with an `Idempotency-Key` header, which costs a receiver on another origin a CORS
 * preflight. text: `text/plain` without further headers; the key then travels in the body only.
 */
export type Transport = 'json' | 'text';

/** status: any 2xx counts as received. echo: a 2xx whose JSON body repeats the delivery key. */
export type AcceptedBy = 'status' | 'echo';

export interface Preset {
  /** What `delivery.to` says. */
  readonly name: string;
  /** The address as the playbook gives it, perhaps relative; undefined when it must be given and is not. */
  url(settings: DeliverySettings): string | undefined;
  transport(settings: DeliverySettings): Transport;
  body(lead: Lead): string;
  acceptedBy(settings: DeliverySettings): AcceptedBy;
  /** Whether later revisions of a lead may be sent, too. */
  updates(settings: DeliverySettings): boolean;
}

const asJson = (lead: Lead): string => serialise(lead as unknown as Json);

/** An address of the owner's own: the lead as it is. Speaks revisions unless `updates` is false. */
const url: Preset = {
  name: 'url',
  url: (settings) => settings.url,
  transport: (settings) => (settings.transport === 'text' ? 'text' : 'json'),
  body: asJson,
  acceptedBy: (settings) => (settings.strict === true ? 'echo' : 'status'),
  updates: (settings) => settings.updates !== false,
};

/** The desk, by default beside the playbook. Only its own answer counts: a Wi-Fi login page says 200, too. */
const desk: Preset = {
  name: 'desk',
  url: (settings) => settings.url ?? '/leads',
  transport: (settings) => (settings.transport === 'text' ? 'text' : 'json'),
  body: asJson,
  acceptedBy: () => 'echo',
  updates: () => true,
};

export const PRESETS: ReadonlyMap<string, Preset> = new Map(
  [url, desk].map((preset) => [preset.name, preset]),
);

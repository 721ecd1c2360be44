/** A destination preset: everything that sending to one kind of receiver needs to know. */
import type { Lead } from '../lead/lead.js';
import { serialise, type Json } from '../lead/serialise.js';
import type { DeliverySettings } from '../playbook/schema.js';
import type { Delivery } from '../ports/delivery.js';
import type { AcceptedBy } from './accepted.js';

/** A lead as it travels. */
export interface Written {
  readonly contentType: string;
  /** Headers besides Content-Type. One that is not on CORS's list of safe ones costs a preflight. */
  readonly headers?: Delivery['headers'];
  readonly body: string;
  readonly answers?: Delivery['answers'];
}

/** Something about the settings that keeps leads from arriving, or may. */
export interface Fault {
  readonly level: 'error' | 'warning';
  /** Without "delivery." before it. */
  readonly code: string;
  /** The setting in question. */
  readonly member: string;
  readonly message: string;
  readonly cure: string;
}

export interface Preset {
  /** What `delivery.to` says. */
  readonly name: string;
  /** What is missing or looks wrong in the settings, besides the address. Left out: nothing can be. */
  faults?(settings: DeliverySettings): readonly Fault[];
  /** Leads without an e-mail address are refused. */
  readonly needsEmail?: true;
  /** The address, perhaps relative; undefined when it must be given and is not. */
  url(settings: DeliverySettings): string | undefined;
  /** The same lead always gives the same bytes. `zone`: the IANA time zone of those who will read it. */
  write(lead: Lead, settings: DeliverySettings, zone?: string): Written;
  acceptedBy(settings: DeliverySettings): AcceptedBy;
  /** Whether later revisions of a lead may be sent, too. */
  updates(settings: DeliverySettings): boolean;
}

/** The lead as it is. As JSON it carries its key in a header, too, which costs another origin a CORS preflight. */
const whole = (lead: Lead, { transport }: DeliverySettings): Written => {
  const body = serialise(lead as unknown as Json);
  return transport === 'text'
    ? { contentType: 'text/plain;charset=UTF-8', body }
    : { contentType: 'application/json', headers: { 'Idempotency-Key': lead.key }, body };
};

/** An address of the owner's own. Speaks revisions unless `updates` is false. */
const url: Preset = {
  name: 'url',
  url: (settings) => settings.url,
  write: whole,
  acceptedBy: (settings) => (settings.strict === true ? 'echo' : 'status'),
  updates: (settings) => settings.updates !== false,
};

/** The desk, by default beside the playbook. Only its own answer counts: a Wi-Fi login page says 200, too. */
const desk: Preset = {
  name: 'desk',
  url: (settings) => settings.url ?? '/leads',
  write: whole,
  acceptedBy: () => 'echo',
  updates: () => true,
};

/** What `delivery.to` says where visitors mail their leads themselves: no preset, for nothing is posted. */
export const BY_HAND = 'mailto';

/** Those that are always at hand. */
export const PRESETS: ReadonlyMap<string, Preset> = new Map(
  [url, desk].map((preset) => [preset.name, preset]),
);

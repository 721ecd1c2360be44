/** Deliveries and leads for tests of the outbox. */
import type { Lead } from '../../src/lead/lead.js';
import type { Delivery } from '../../src/ports/delivery.js';

export const START_MS = Date.UTC(2026, 10, 23, 12);

/** A lead id that is easy to tell apart: 32 hexadecimal digits ending in the number. */
export const leadId = (number: number): string => number.toString(16).padStart(32, '0');

/** Makes deliveries of a lead; `said` makes the bodies differ. */
export const deliveryOf =
  (lead: string, atMs = START_MS, said = 'Zoë, 12 sites 🥐') =>
  (revision: number): Delivery => ({
    key: `${lead}.${revision}`,
    lead,
    revision,
    url: 'https://leads.example/in',
    contentType: 'application/json',
    headers: { 'Idempotency-Key': `"${lead}.${revision}"` },
    body: JSON.stringify({ id: lead, revision, said }),
    acceptedBy: 'status',
    committedAt: new Date(atMs).toISOString(),
  });

/** The least document that is a lead. `note` stands for what the prospect said. */
export const leadOf =
  (id: string, note = 'hello') =>
  (revision: number): Lead => ({
    schema: 1,
    id,
    key: `${id}.${revision}`,
    revision,
    phase: revision === 1 ? 'complete' : 'updated',
    createdAt: '2026-11-23T12:00:00.000Z',
    updatedAt: '2026-11-23T12:00:00.000Z',
    decidedAt: '2026-11-23T12:00:00.000Z',
    locale: 'en',
    timeZone: 'UTC',
    playbook: { id: 'fixture', version: '1', hash: '0' },
    contact: { note },
    consents: [],
  });

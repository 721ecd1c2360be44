import type { Lead } from '../lead/lead.js';
import { Refusal } from './refusal.js';

/**
 * The key in an Idempotency-Key header: a quoted string as in draft-ietf-httpapi-idempotency-key-header, or
 * bare as most senders write it. Null without the header.
 */
export const keyInHeader = (header: string | null): string | null =>
  header === null ? null : header.trim().replace(/^"(.*)"$/, '$1');

/** A document that leaves its key to the header gets it from there; without any it is refused. */
export const withKey = (document: unknown, header: string | null): unknown => {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
  if ('key' in document) return document;
  if (header !== null) return { key: header, ...document };
  throw new Refusal(
    400,
    'key.missing',
    'Say the delivery key, "<lead id>.<revision>", as `key` in the body or as an Idempotency-Key header.',
  );
};

/** Whoever says the key, body or header, must agree with the lead's id and revision. */
export const checkKey = (lead: Lead, header: string | null): void => {
  const key = `${lead.id}.${lead.revision}`;
  if (lead.key === key && (header ?? key) === key) return;
  throw new Refusal(400, 'key.mismatch', 'The delivery key is not "<lead id>.<revision>" of this lead.');
};

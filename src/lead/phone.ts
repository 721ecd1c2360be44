/** Phone numbers in the form that machines dial. What the prospect wrote stays beside it. */
import type { Contact } from './lead.js';

/** What tells the country of a number that does not begin with one. */
export interface PhoneContext {
  /** A country that the prospect named, as written. */
  readonly country?: string;
  /** Languages with or without a region, for example "de-AT". */
  readonly locales: readonly string[];
}

/**
 * The number as E.164, for example "+43664123456"; undefined unless it is certain. Needs the numbering plans of
 * all countries, so it is handed in: see `adapters/phone-numbers.ts`.
 */
export type PhoneReader = (written: string, context: PhoneContext) => string | undefined;

/** The contact with its number as E.164 where a reader is certain of it; unchanged otherwise. */
export const withE164 = (contact: Contact, locales: readonly string[], read?: PhoneReader): Contact => {
  const { phone, country } = contact;
  const phoneE164 = phone && read?.(phone, { country, locales });
  return phoneE164 ? { ...contact, phoneE164 } : contact;
};

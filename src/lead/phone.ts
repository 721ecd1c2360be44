/** Phone numbers in the form that machines dial. What the prospect wrote stays beside it. */
import type { Contact } from './lead.js';

/** What tells the country of a number that does not begin with one. */
export interface PhoneContext {
  /** A country that the prospect named, as written. */
  readonly country?: string;
  /** Languages with or without a region, for example "de-AT". */
  readonly locales: readonly string[];
}

export interface PhoneReading {
  /** As E.164, for example "+43664123456". */
  readonly number: string;
  /** Whose number it is, two letters, where it was written with its country's code and belongs to one country only. */
  readonly country?: string;
}

/**
 * The number; undefined unless it is certain. Needs the numbering plans of all countries, so it is handed in: see
 * `adapters/phone-numbers.ts`.
 */
export type PhoneReader = (written: string, context: PhoneContext) => PhoneReading | undefined;

/** The contact with its number as E.164, and its country, where a reader is certain of them; unchanged otherwise. */
export const withE164 = (contact: Contact, locales: readonly string[], read?: PhoneReader): Contact => {
  const { phone, country } = contact;
  const reading = phone ? read?.(phone, { country, locales }) : undefined;
  if (!reading) return contact;
  return {
    ...contact,
    phoneE164: reading.number,
    ...(reading.country && { phoneCountry: reading.country }),
  };
};

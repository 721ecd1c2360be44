/** Addresses of next steps with something filled in: a WhatsApp message, a booking page that knows who books. */
import { personName } from './person-name.js';

/** Longer messages are cut off by some phones. */
const LONGEST_MESSAGE = 900;

/** A chat with that number, the message written and not sent. Undefined where the number has too few digits. */
export const whatsAppLink = (number: string, message: string): string | undefined => {
  // The "(0)" that many write after a country's code is not dialled.
  const digits = number.replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length < 7 || digits.length > 15) return undefined;
  const text = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message;
  return `https://wa.me/${digits}${text ? `?text=${encodeURIComponent(wellFormed(text))}` : ''}`;
};

/** A lone surrogate, which cannot be encoded, becomes the replacement character. */
const wellFormed = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '\ufffd');

/** A number to dial: `tel:` with its digits. Undefined where there are none. */
export const callLink = (number: string): string | undefined => {
  const dialled = number.replace('(0)', '').replace(/[^+\d]/g, '');
  return /\d/.test(dialled) ? `tel:${dialled}` : undefined;
};

export type BookingTool = 'cal' | 'calendly' | 'hubspot';

/** Whose booking page an address is; undefined for any other. */
export const bookingToolAt = (url: string): BookingTool | undefined => {
  const host = hostOf(url);
  const isOf = (domain: string) => host === domain || host.endsWith(`.${domain}`);
  if (isOf('cal.com') || isOf('cal.eu')) return 'cal';
  if (isOf('calendly.com')) return 'calendly';
  return /^meetings(?:-[a-z]{2}\d)?\.hubspot\.com$/.test(host) ? 'hubspot' : undefined;
};

const hostOf = (url: string): string => {
  try {
    const { protocol, hostname } = new URL(url);
    return protocol === 'https:' ? hostname : '';
  } catch {
    return '';
  }
};

export interface Booker {
  readonly name?: string;
  readonly email?: string;
  /** Campaign parameters without `utm_`. */
  readonly utm?: { readonly [name: string]: string };
}

/**
 * The booking page with who books filled in, and the campaign it came from, in the parameters of its maker. What the
 * address has already stays. Any other address stays as it is.
 */
export const bookingLink = (url: string, { name = '', email = '', utm = {} }: Booker): string => {
  const tool = bookingToolAt(url);
  if (!tool) return url;
  const address = new URL(url);
  const fill = (field: string, value: string) => {
    if (value && !address.searchParams.has(field)) address.searchParams.set(field, value);
  };
  if (tool === 'hubspot') {
    const { first, last } = personName(name);
    fill('firstName', first);
    fill('lastName', last);
  } else {
    fill('name', name);
  }
  fill('email', email);
  for (const [field, value] of Object.entries(utm)) fill(`utm_${field}`, value);
  return address.href;
};

/** The kinds of answer a step can ask for. */
export const KINDS = [
  'text',
  'longText',
  'number',
  'choice',
  'choices',
  'yesNo',
  'email',
  'phone',
  'contact',
  'consent',
  'date',
  'rating',
  'country',
  'address',
  'url',
] as const;

export type Kind = (typeof KINDS)[number];

/** Kinds that few playbooks use: what reads them is fetched where one does. */
export type FurtherKind = 'choices' | 'date' | 'rating' | 'country' | 'address' | 'url';

/** What a contact card can ask for. */
export const CONTACT_FIELDS = ['name', 'email', 'phone', 'company', 'country', 'role', 'website'] as const;

export type ContactField = (typeof CONTACT_FIELDS)[number];

/** What an address can ask for, in the order in which it is asked where a step names none. */
export const ADDRESS_FIELDS = ['street', 'postalCode', 'city', 'region', 'country'] as const;

export type AddressField = (typeof ADDRESS_FIELDS)[number];

/** The kinds of next step that can be offered. */
export const OFFER_KINDS = [
  'callback',
  'visit',
  'booking',
  'call',
  'whatsapp',
  'chat',
  'quote',
  'email',
  'newsletter',
  'trial',
  'checkout',
  'download',
  'link',
] as const;

export type OfferKind = (typeof OFFER_KINDS)[number];

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
] as const;

export type Kind = (typeof KINDS)[number];

/** What a contact card can ask for. */
export const CONTACT_FIELDS = ['name', 'email', 'phone', 'company', 'country', 'role', 'website'] as const;

export type ContactField = (typeof CONTACT_FIELDS)[number];

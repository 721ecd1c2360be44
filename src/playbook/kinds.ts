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

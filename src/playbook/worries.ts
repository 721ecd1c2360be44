/** What stands under an objection, as sales people sort it. */
export const WORRIES = [
  'price',
  'timing',
  'authority',
  'need',
  'trust',
  'competitor',
  'feature_gap',
  'contract',
  'privacy',
  'other',
] as const;

export type Worry = (typeof WORRIES)[number];

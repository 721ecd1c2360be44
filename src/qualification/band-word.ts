import type { Judgement } from './judgement.js';

/**
 * The one word people see: Hot, Warm, Cold, Not a fit or Too early to say. A verdict without a band reads
 * Warm when qualified and Cold when to be nurtured.
 */
export const bandWord = ({ verdict, band }: Pick<Judgement, 'verdict' | 'band'>): string => {
  if (verdict === 'disqualified') return 'Not a fit';
  if (verdict === 'undetermined') return 'Too early to say';
  return { hot: 'Hot', warm: 'Warm', cold: 'Cold' }[band ?? (verdict === 'qualified' ? 'warm' : 'cold')];
};

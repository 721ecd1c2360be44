import type { HintTexts } from './text.js';

export const enHints: HintTexts = {
  didYouMean: 'Did you mean {email}?',
  workEmail: 'An address at work helps us more.',
  changeIt: 'Use another',
};

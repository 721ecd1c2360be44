import type { CompareTexts } from './text.js';

export const enCompare: CompareTexts = {
  compare: 'Compare',
  holds: 'Fits:',
  lacks: 'Does not fit:',
  open: 'Not known yet:',
};

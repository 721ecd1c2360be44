import type { KnownTexts } from './text.js';

export const enKnown: KnownTexts = {
  stillRight: 'That’s what we have from {date}. Still right?',
  yesStill: 'Yes, still',
};

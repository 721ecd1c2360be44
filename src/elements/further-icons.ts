/** The drawings that only the controls of few questions show. */
import { icons } from './icon.js';

export const furtherIcon = icons({
  search: 'M13.500 13.500 17 17M9 3.500a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z',
  unfold: 'm6 8.500 4 4 4-4',
});

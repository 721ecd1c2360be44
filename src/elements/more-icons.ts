/** The drawings that nothing before the first answer shows. */
import { icons } from './icon.js';

export const moreIcon = icons({
  back: 'M12 4.5 6.5 10l5.5 5.5',
  down: 'M10 4v11.500M5 11l5 5 5-5',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  warning: 'M10 6.500v4M10 13.500h.01M10 2.500a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Z',
  away: 'M7 13 14 6M8 6h6v6',
});

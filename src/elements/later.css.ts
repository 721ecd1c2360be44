/** What is not needed before the first question stands. */
import { signsCss } from './colours/signs.css.js';
import { cardCss } from './contact-card/card.css.js';
import { endingCss } from './ending/ending.css.js';
import { moreInputsCss } from './inputs/more-inputs.css.js';
import { moreLogCss } from './log/more-log.css.js';
import { buttonsCss } from './panel/buttons.css.js';
import { modesCss } from './panel/modes.css.js';
import { progressCss } from './panel/progress.css.js';
import { productCardCss } from './product-card/product-card.css.js';

export const laterCss =
  signsCss +
  moreLogCss +
  buttonsCss +
  moreInputsCss +
  cardCss +
  productCardCss +
  endingCss +
  modesCss +
  progressCss;

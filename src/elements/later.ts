/** What the first question does not need: fetched right after it was painted. */
export { accentRule } from './colours/tokens.js';
export { inSrgb, siteAccent } from './colours/site-colour.js';
export { contactCard } from './contact-card/contact-card.js';
export { copyText } from './ending/copy-text.js';
export { ending } from './ending/ending.js';
export { handoverLine } from './ending/handover-line.js';
export { changing, moreInputs } from './inputs/more-inputs.js';
export { laterCss } from './later.css.js';
export { unread } from './log/unread.js';
export { menu } from './menu/menu.js';
export { timeIn } from './message/time.js';
export { errorLine, refusalFor } from './notice/refusal.js';
export { page } from './page/page.js';
export { progress } from './panel/progress.js';
export { productCards } from './product-card/product-card.js';
export { answerList, review } from './review/review.js';
export { Usher } from './usher/usher.js';
export { enLater } from '../locales/en-later.js';

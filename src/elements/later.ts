/** What the first question does not need: fetched right after it was painted. */
import { contactCard } from './contact-card/contact-card.js';
import { ending } from './ending/ending.js';
import { answersAsText, handoverLine, handoverWords } from './ending/handover-line.js';
import { laterCss } from './later.css.js';
import { menu, placeMenu } from './menu/menu.js';
import { page } from './page/page.js';
import { productCards } from './product-card/product-card.js';
import { answerList, review } from './review/review.js';

export {
  answerList,
  answersAsText,
  contactCard,
  ending,
  handoverLine,
  handoverWords,
  laterCss,
  menu,
  page,
  placeMenu,
  productCards,
  review,
};

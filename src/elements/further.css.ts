/** What only the controls of few questions need. */
import { listCss } from './inputs/search-list.css.js';
import { rareCss } from './inputs/rare-inputs.css.js';

export const furtherCss = rareCss + listCss;

/** What is said of an e-mail address that was given: fetched when one is asked for. See `hints/email-hint.ts`. */
export { answerHint, fieldHint } from './hints/hints.js';
export { hintCss as styles } from './hints/hints.css.js';

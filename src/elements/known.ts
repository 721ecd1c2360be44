/** What a page knew long ago: fetched when it has to be confirmed. See `inputs/more-inputs.ts`. */
export { knownFact as draw } from './known/known-fact.js';
export { knownCss as styles } from './known/known.css.js';

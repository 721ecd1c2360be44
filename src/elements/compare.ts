/** Products side by side: fetched when somebody wants to compare. See `product-card/product-card.ts`. */
export { comparison } from './product-card/comparison.js';
export { comparisonCss as styles } from './product-card/comparison.css.js';

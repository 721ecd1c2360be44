/** What few questions need: fetched when such a question is next or shown. See `inputs/further-inputs.ts`. */
export { furtherCss as styles } from './further.css.js';
export { draw } from './inputs/draw.js';

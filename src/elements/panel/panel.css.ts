/** Everything that the first question needs. */
import { inputsCss } from '../inputs/inputs.css.js';
import { logCss } from '../log/log.css.js';
import { frameCss } from './frame.css.js';
import { surfaceCss } from './surface.css.js';

export const panelCss = surfaceCss + frameCss + logCss + inputsCss;

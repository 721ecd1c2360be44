/** The menu and the pages it opens: fetched when one of them is asked for. See `menu/ways-out.ts`. */
import { menuCss } from './menu/menu.css.js';
import { pageCss } from './page/page.css.js';

export { menu, placeMenu } from './menu/menu.js';
export { page } from './page/page.js';
export const styles = menuCss + pageCss;

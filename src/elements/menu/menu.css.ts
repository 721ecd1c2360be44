import { css } from '../css.js';

/** The menu behind the three dots. */
export const menuCss = css`
  .menu {
    position: absolute;
    inset-block-start: 58px;
    inset-inline-end: 8px;
    z-index: 3;
    display: grid;
    min-inline-size: 220px;
    max-inline-size: calc(100% - 16px);
    padding: 4px;
    border: 1px solid var(--_line);
    border-radius: 14px;
    background: var(--_raised);
    box-shadow: 0 8px 24px #0000001f;
  }
  .menu button {
    min-block-size: 44px;
    padding: 8px 12px;
    border-radius: 10px;
  }
  .menu button:is(:hover, :focus-visible) {
    background: var(--_hover);
  }
  .panel .menu button:focus-visible {
    outline-offset: -2px;
  }
`;

import { css } from '../css.js';

/** Used when nobody chose one. */
export const ACCENT = '#0f766e';

/** The host and its button, as they stand before anything else is loaded. Chats within a page: `frame.css.ts`. */
export const launcherCss = css`
  :host {
    all: initial;
    position: fixed;
    z-index: 2147483000;
  }
  #launcher {
    position: fixed;
    inset-block-end: calc(var(--_offset) + env(safe-area-inset-bottom));
    box-sizing: border-box;
    block-size: clamp(52px, 44px + 2.5vw, 56px);
    inline-size: clamp(52px, 44px + 2.5vw, 56px);
    padding: 0;
    border: 1px solid #0000;
    border-radius: 28px;
    display: flex;
    place-content: center;
    place-items: center;
    gap: 8px;
    font: 500 15px var(--warmlead-font, system-ui, sans-serif);
    cursor: pointer;
    background: ${ACCENT};
    color: #fff;
    outline: 2px none ${ACCENT};
    outline-offset: 2px;
    box-shadow: 0 8px 24px #0002;
  }
  #launcher.labelled {
    block-size: 44px;
    inline-size: auto;
    padding-inline: 12px 18px;
  }
  #launcher:hover {
    filter: brightness(1.1);
  }
  #launcher:focus-visible {
    outline-style: solid;
  }
  #launcher svg {
    inline-size: 24px;
    block-size: 24px;
    fill: currentColor;
  }
`;

import { css } from '../css.js';

/** Used when nobody chose one. */
export const ACCENT = '#0f766e';

/** The host and its button, as they stand before anything else is loaded. */
export const launcherCss = css`
  :host {
    all: initial;
    display: block;
  }
  :host([mode='floating']) {
    position: fixed;
    z-index: 2147483000;
  }
  #launcher {
    position: fixed;
    inset-block-end: calc(var(--_offset) + env(safe-area-inset-bottom));
    inset-inline-end: 20px;
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
    font: 500 15px/1 var(--warmlead-font, system-ui, sans-serif);
    cursor: pointer;
    background: ${ACCENT};
    color: #fff;
    outline: 2px none ${ACCENT};
    outline-offset: 2px;
    box-shadow:
      0 2px 4px #0000000a,
      0 8px 24px #00000024;
  }
  #launcher.labelled {
    block-size: 44px;
    inline-size: auto;
    padding-inline: 12px 18px;
  }
  :host([side='start']) #launcher {
    inset-inline: 20px auto;
  }
  :host([side='left']) #launcher {
    left: 20px;
    right: auto;
  }
  :host([side='right']) #launcher {
    left: auto;
    right: 20px;
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

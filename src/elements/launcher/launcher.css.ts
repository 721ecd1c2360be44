import { css } from '../css.js';

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
    inset-block-end: calc(var(--_offset) + env(safe-area-inset-bottom, 0px));
    inset-inline-end: 20px;
    box-sizing: border-box;
    --_size: clamp(52px, 44px + 2.5vw, 56px);
    min-inline-size: var(--_size);
    block-size: var(--_size);
    padding: 0;
    border: 1px solid #0000;
    border-radius: 28px;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    font: 500 15px/1 var(--warmlead-font, system-ui, sans-serif);
    cursor: pointer;
    box-shadow:
      0 2px 4px #0000000a,
      0 8px 24px #00000024;
  }
  #launcher.labelled {
    --_size: 44px;
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
    outline-width: 2px;
    outline-offset: 2px;
  }
  #launcher svg {
    inline-size: 24px;
    fill: currentColor;
  }
`;

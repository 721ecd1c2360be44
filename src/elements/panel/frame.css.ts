import { css } from '../css.js';

/** Where the panel stands, and its parts from header to footer. */
export const frameCss = css`
  :host {
    display: block;
  }
  :host(:not([mode='floating'])) {
    position: static;
    z-index: auto;
  }
  :host([mode='inline']) {
    block-size: 560px;
  }
  :host([mode='page']) {
    block-size: 100dvh;
  }
  :host(:not([mode='floating'])) #launcher,
  :has(> :modal) ~ #launcher {
    display: none;
  }
  #launcher {
    background: var(--_fill);
    color: var(--_on);
    border-color: var(--_ring);
  }
  #launcher[aria-expanded='true'] svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  #launcher svg {
    transition: opacity 0.2s;
  }
  #launcher[aria-busy='true'] svg {
    opacity: 0.4;
    transition-delay: 0.3s;
  }
  .dock {
    position: fixed;
    inset-block-end: calc(var(--_offset) + 68px + env(safe-area-inset-bottom, 0px));
    inset-inline-end: 20px;
  }
  :host([side='start']) :is(#launcher, .dock) {
    inset-inline: 20px auto;
  }
  :host([side='left']) :is(#launcher, .dock) {
    left: 20px;
    right: auto;
  }
  :host([side='right']) :is(#launcher, .dock) {
    left: auto;
    right: 20px;
  }
  .panel {
    position: relative;
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
  }
  :host([mode='inline']) .panel {
    border: 1px solid var(--_line);
    border-radius: var(--warmlead-radius, 16px);
  }
  :host([mode='page']) :is(header, .scroller, footer, .page) {
    padding-inline: max(var(--_gutter), 50% - 320px);
  }
  .body {
    flex: 1;
    position: relative;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  dialog.panel {
    inset: auto;
    margin: 0;
    padding: 0;
    border: 0;
    max-inline-size: none;
    max-block-size: none;
    inline-size: min(var(--warmlead-width, 400px), 100vw - 40px);
    block-size: min(var(--warmlead-height, 680px), 100dvh - 96px);
    border-radius: var(--warmlead-radius, 16px);
    box-shadow: var(--_shadow);
    opacity: 0;
    translate: 0 8px;
    transition:
      opacity 0.12s,
      translate 0.12s,
      display 0.12s allow-discrete,
      overlay 0.12s allow-discrete;
  }
  dialog:not([open]) {
    display: none;
  }
  dialog[open] {
    opacity: 1;
    translate: none;
    transition-duration: 0.2s;
    transition-timing-function: var(--_ease);
  }
  @starting-style {
    dialog[open] {
      opacity: 0;
      translate: 0 8px;
    }
  }
  dialog::backdrop {
    background: none;
  }
  dialog:modal {
    position: fixed;
    inset: var(--_top, 0) 0 auto;
    inline-size: 100%;
    block-size: var(--_height, 100dvh);
    border-radius: 0;
    box-shadow: none;
    padding: env(safe-area-inset-top, 0) env(safe-area-inset-right, 0) env(safe-area-inset-bottom, 0)
      env(safe-area-inset-left, 0);
  }
  header {
    flex: none;
    position: relative;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 64px;
    padding-block: 6px;
    padding-inline: var(--_gutter) 8px;
    border-block-end: 1px solid var(--_line);
  }
  header b {
    padding: 0 8px;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    font: 500 0.8em/1.75 inherit;
  }
  .who {
    flex: 1;
    min-inline-size: 0;
  }
  /* One line: who reads it is left out as a whole where there is no room for it. */
  .who p {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.3em;
    block-size: 1lh;
    overflow: hidden;
  }
  .who h2 {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  h2 {
    font-weight: 600;
    line-height: 1.334;
  }
  header .plain + .plain {
    margin-inline-start: -12px;
  }
  .mark {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    border-radius: 10px;
    background: var(--_hover);
    box-shadow: inset 0 0 0 1px var(--_line);
    color: var(--_text);
    font-weight: 600;
    line-height: 1;
  }
  .scroller {
    flex: 1;
    position: relative;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 16px var(--_gutter) 8px;
  }
  footer {
    flex: none;
    display: grid;
    gap: 8px;
    padding: 8px var(--_gutter) var(--_gutter);
  }
  .waiting {
    display: grid;
    gap: 12px;
    padding-block: 4px;
    animation: show 0.2s 0.3s backwards;
  }
  .waiting i {
    block-size: 14px;
    border-radius: 7px;
    background: var(--_line);
  }
  .waiting i:last-child {
    inline-size: 60%;
  }
  @keyframes show {
    from {
      opacity: 0;
    }
  }
`;

import { css } from '../css.js';

/** Screen readers, forced colours and paper. */
export const modesCss = css`
  ::slotted([slot='announcer']) {
    position: fixed !important;
    inline-size: 1px !important;
    block-size: 1px !important;
    margin: 0 !important;
    padding: 0 !important;
    overflow: hidden !important;
    clip-path: inset(50%) !important;
  }
  .panel .scroller:focus-visible {
    outline-offset: -2px;
  }
  @media (forced-colors: active) {
    :is(.primary, .secondary, .option, .chosen, .card, .box, #launcher, .panel) {
      border: 1px solid ButtonText !important;
    }
    :focus-visible {
      outline-color: Highlight !important;
    }
  }
  @media print {
    :host([mode='floating']) {
      display: none;
    }
  }
`;

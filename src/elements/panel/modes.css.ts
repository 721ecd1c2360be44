import { css } from '../css.js';

/** Forced colours and paper. */
export const modesCss = css`
  @media (forced-colors: active) {
    :is(.primary, .secondary, .option, .chosen, .card, .box, #launcher, .says) {
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

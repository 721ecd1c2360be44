import { css } from '../css.js';

/** How to mail the answers, as one group. */
export const byHandCss = css`
  .by-hand {
    display: grid;
    gap: 8px;
  }
  .by-hand .quiet {
    justify-self: start;
    margin-block: -8px;
  }
  .by-hand .meta {
    overflow-wrap: anywhere;
  }
`;

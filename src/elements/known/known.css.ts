import { css } from '../css.js';

/** What the page knew, above the two ways to answer. */
export const knownCss = css`
  .known {
    display: grid;
    gap: 4px;
    margin-block-end: 12px;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--_ring);
  }
  .known strong {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
`;

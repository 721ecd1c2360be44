import { css } from '../css.js';

/** A suggestion to take with one tap, and a sentence with a way to follow it. */
export const hintCss = css`
  .hint {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 12px;
  }
  .hint .take {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 6px 16px;
    border: 1px solid var(--_ring);
    border-radius: 22px;
    background: var(--_raised);
    font-size: 0.9333em;
  }
  .take:hover {
    background: color-mix(in oklab, var(--_raised), var(--_ring) 8%);
  }
  .field .hint {
    margin-block-start: 4px;
  }
`;

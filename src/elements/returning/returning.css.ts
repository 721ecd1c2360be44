import { css } from '../css.js';

/** Strips between the header and the conversation. */
export const returningCss = css`
  .returning {
    display: flex;
    align-items: center;
    column-gap: 12px;
    padding: 4px var(--_gutter);
    border-block-end: 1px solid var(--_line);
    background: var(--_raised);
    font-size: 0.8667em;
    line-height: 1.385;
  }
  .returning p {
    flex: 1;
    padding-block: 8px;
    font-variant-numeric: tabular-nums;
  }
  .returning .quiet {
    flex: none;
    font-size: 1em;
  }
`;

import { css } from '../css.js';

/** What was agreed earlier, in a strip between the header and the conversation. */
export const receiptCss = css`
  .receipt {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 12px;
    padding: 4px var(--_gutter);
    border-block-end: 1px solid var(--_line);
    background: var(--_raised);
    font-size: 0.8667em;
    line-height: 1.385;
  }
  .receipt p {
    flex: 1 1 200px;
    padding-block: 8px;
    font-variant-numeric: tabular-nums;
  }
  .receipt .quiet {
    font-size: 1em;
  }
`;

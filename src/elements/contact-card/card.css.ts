import { css } from '../css.js';

/** Cards, their fields and their lists. */
export const cardCss = css`
  .card {
    display: grid;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: 14px;
    background: var(--_raised);
  }
  :is(h3, .title) {
    font-weight: 600;
    font-size: 1.1333em;
    line-height: 1.412;
  }
  .card .meta + .lines {
    margin-block-start: -4px;
  }
  .field {
    display: grid;
    gap: 4px;
  }
  .field label {
    font-size: 0.8667em;
    line-height: 1.385;
    font-weight: 500;
  }
  .optional {
    font-weight: 400;
    color: var(--_muted);
  }
  .field .box[dir='ltr']:dir(ltr) {
    text-align: start;
  }
  .lines > li {
    display: flex;
    align-items: start;
    gap: 12px;
    padding-block: 8px;
  }
  .lines > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .lines > li > div {
    flex: 1;
    min-inline-size: 0;
  }
  .lines .quiet {
    flex: none;
    margin-block: -2px;
  }
`;

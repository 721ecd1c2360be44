import { css } from '../css.js';

/** Options, the composer and what stands around them. */
export const inputsCss = css`
  .ask {
    padding-block-end: 8px;
  }
  .options {
    display: grid;
    gap: 8px;
  }
  .options.pills {
    display: flex;
    flex-wrap: wrap;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: var(--_row);
    padding: 10px 16px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_raised);
    cursor: pointer;
  }
  .pills .option {
    padding-inline: 18px;
    border-radius: 24px;
  }
  .aside {
    display: flex;
    flex-wrap: wrap;
    column-gap: 20px;
    margin-block-start: 4px;
  }
  .ask > .aside:first-child {
    margin-block: -16px 0;
    padding-inline-start: 34px;
  }
  .aside .skip:last-of-type {
    margin-inline-start: auto;
  }
  .aside p {
    flex-basis: 100%;
  }
  .composer {
    position: relative;
  }
  .composer .box {
    display: block;
    min-block-size: 48px;
    padding: 12px 14px;
    border-radius: 14px;
    resize: none;
  }
`;

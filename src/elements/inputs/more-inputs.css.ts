import { css } from '../css.js';

/** Several options, an answer that is being changed, and the button that sends what was typed. */
export const moreInputsCss = css`
  .several .option {
    position: relative;
    isolation: isolate;
  }
  .option input {
    appearance: none;
    position: absolute;
    z-index: -1;
    inset: -1px;
    margin: 0;
    border: 1px solid transparent;
    border-radius: 12px;
    cursor: pointer;
  }
  :is(.option.prior, .option :checked) {
    border-color: var(--_ring);
    background: color-mix(in oklab, var(--_raised), var(--_ring) 8%);
  }
  .options + .meta,
  .meta + .options {
    margin-block-start: 8px;
  }
  .box-mark {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 20px;
    block-size: 20px;
    border: 1.5px solid var(--_edge);
    border-radius: 6px;
    color: transparent;
  }
  .box-mark .icon {
    inline-size: 16px;
    stroke-width: 2.5;
  }
  :checked + .box-mark {
    border-color: var(--_ring);
    background: var(--_fill);
    color: var(--_on);
  }
  .several {
    display: grid;
    gap: 12px;
  }
  .changing {
    display: flex;
    align-items: start;
    gap: 12px;
    margin-block-end: 12px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .changing p {
    flex: 1;
    display: grid;
    gap: 4px;
  }
  .changing .quiet {
    flex: none;
    margin-block: -12px;
  }
  .composer .box {
    max-block-size: calc(5lh + 24px);
    field-sizing: content;
  }
  .composer .box[dir] {
    unicode-bidi: isolate;
  }
  .composer.filled .box {
    padding-inline-end: 52px;
  }
  button.send {
    position: absolute;
    inset-block-end: 2px;
    inset-inline-end: 2px;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 12px;
    color: var(--_on);
  }
  .send::before {
    content: '';
    position: absolute;
    inset: 5px;
    border: 1px solid var(--_ring);
    border-radius: 10px;
    background: var(--_fill);
  }
  .send:hover::before {
    background: color-mix(in oklab, var(--_fill), var(--_text) 8%);
  }
  .send .icon {
    position: relative;
  }
`;

import { css } from '../css.js';

/** An answer that is being changed, and the button that sends what was typed. */
export const moreInputsCss = css`
  .option.prior {
    border-color: var(--_ring);
    background: color-mix(in oklab, var(--_raised), var(--_ring) 8%);
  }
  .options + .meta,
  .meta + .options {
    margin-block-start: 8px;
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

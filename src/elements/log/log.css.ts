import { css } from '../css.js';

/** Messages: ours stand on the surface, the visitor's in a bubble. */
export const logCss = css`
  .block:not(:last-child) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 800px;
  }
  .turn {
    position: relative;
    margin-block-end: 4px;
  }
  .turn.last {
    margin-block-end: 20px;
  }
  .turn.assistant {
    padding-inline-start: 34px;
  }
  .turn .mark {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 8px;
    color: var(--_muted);
    font-size: 0.8em;
  }
  .says {
    max-inline-size: 44ch;
    unicode-bidi: isolate;
  }
  .assistant .says {
    padding-block: 1px;
  }
  .assistant:not(.last) .says {
    margin-block-end: 8px;
  }
  .says strong {
    font-weight: 600;
  }
  .says ul {
    padding-inline-start: 16px;
    list-style: disc;
  }
  .says li {
    margin-block: 4px;
  }
  .turn.visitor {
    display: flex;
    flex-flow: row-reverse wrap;
    align-items: center;
    column-gap: 12px;
  }
  .visitor .says {
    max-inline-size: 80%;
    padding: 8px 14px;
    border-radius: 16px;
    border-end-end-radius: 4px;
    background: var(--_fill);
    color: var(--_on);
    white-space: pre-wrap;
  }
  .turn:not(.first) .mark,
  .log:not(.live) .change {
    display: none;
  }
`;

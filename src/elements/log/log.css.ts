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
    display: grid;
    gap: 4px;
    margin-block: 4px;
  }
  .says ul li {
    padding-inline-start: 16px;
    position: relative;
  }
  .says ul li::before {
    content: '';
    position: absolute;
    inset: 0.65em auto auto 4px;
    inset-inline: 4px auto;
    inline-size: 4px;
    block-size: 4px;
    border-radius: 2px;
    background: currentColor;
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
  .visitor.skipped .says {
    background: none;
    box-shadow: inset 0 0 0 1px var(--_line);
    color: var(--_muted);
  }
  .turn :is(.time, .note, .change) {
    font-size: 0.8em;
    line-height: 1.334;
    color: var(--_muted);
  }
  .turn .time {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 0;
    opacity: 0;
    pointer-events: none;
    font-variant-numeric: tabular-nums;
  }
  .turn.assistant .time {
    inset-inline: 34px auto;
  }
  .turn:is(:hover, :focus-within) .time {
    opacity: 1;
  }
  .turn:not(.first) .mark,
  .turn > :is(.note, .time):empty {
    display: none;
  }
  .visitor .note {
    order: 1;
    flex-basis: 100%;
    margin-block-start: 4px;
    text-align: end;
  }
  .visitor .change {
    min-inline-size: 44px;
    margin-block: -3px;
    justify-content: end;
    opacity: 0;
    font-size: 0.8667em;
  }
  .turn:is(:hover, :focus-within) .change {
    opacity: 1;
  }
  @media (hover: none) {
    .turn.newest .change {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .live .turn,
    .live + .ask > * {
      transition:
        opacity 0.16s var(--_ease),
        translate 0.16s var(--_ease);
    }
    @starting-style {
      .live .turn,
      .live + .ask > * {
        opacity: 0;
        translate: 0 6px;
      }
    }
  }
`;

import { css } from '../css.js';

/** What stands beside the words: time, notes, the way to change an answer; and how new lines come in. */
export const moreLogCss = css`
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
  .turn:is(:hover, :has(:focus-visible)) .time {
    opacity: 1;
  }
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
  .after {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 12px;
    margin-block: -20px -8px;
    padding-inline-start: 34px;
    font-size: 0.8667em;
  }
  .after :is(.meta, .quiet) {
    font-size: inherit;
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

import { css } from '../css.js';

/** The last words, the offers and how the hand-over stands. */
export const endingCss = css`
  .ending {
    display: grid;
    gap: 16px;
  }
  .headline {
    font-size: 1.3333em;
    line-height: 1.4;
    text-wrap: balance;
  }
  .summary {
    display: grid;
    gap: 12px;
  }
  .summary dd {
    text-align: match-parent;
  }
  .summary dt {
    font-size: 0.8667em;
    line-height: 1.385;
    color: var(--_muted);
  }
  :is(.offers, .acts) {
    display: grid;
    gap: 8px;
  }
  .offers summary {
    display: flex;
    justify-content: center;
    cursor: pointer;
    list-style: none;
  }
  .offers summary::-webkit-details-marker {
    display: none;
  }
  .panel .chosen {
    border-color: var(--_ring);
    background: color-mix(in oklab, var(--_raised), var(--_ring) 8%);
    color: var(--_text);
  }
  .state {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 8px;
    align-items: start;
    margin-block-start: -8px;
    font-size: 0.8667em;
    line-height: 1.385;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .state .quiet {
    grid-column: 2;
    justify-self: start;
    margin-block-end: -12px;
    font-size: 1em;
  }
  .state-sent {
    color: var(--_success);
  }
  .state-failed {
    color: var(--_danger);
  }
  .state .icon {
    inline-size: 18px;
    block-size: 18px;
  }
  .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    margin: 5px;
    border-radius: 50%;
    background: var(--_edge);
  }
`;

import { css } from '../css.js';

/** Days, times, a booking page, and what was agreed. */
export const nextStepsCss = css`
  .picker {
    scroll-margin-block: 16px;
  }
  .picker h4 {
    margin: 0;
  }
  .picker > a.quiet {
    justify-self: start;
    margin-block: -12px -4px;
  }
  .picker .days {
    display: flex;
    gap: 8px;
    margin-inline: -16px;
    padding: 4px 16px;
    overflow-x: auto;
    scrollbar-width: none;
    scroll-snap-type: x proximity;
  }
  .picker .days .option {
    flex: none;
    padding-inline: 14px;
    border-radius: 24px;
    scroll-snap-align: center;
    white-space: nowrap;
  }
  .picker .times {
    grid-template-columns: repeat(3, 1fr);
  }
  .picker .times :is(p, hr) {
    grid-column: 1 / -1;
    margin: 0;
  }
  .picker .times hr {
    inline-size: 100%;
    border: 0;
    border-block-start: 1px solid var(--_line);
  }
  .picker .times .option {
    justify-content: center;
    padding-inline: 4px;
  }
  .picker .option {
    font-variant-numeric: tabular-nums;
  }
  .picker .option[aria-pressed='true'] {
    border-color: var(--_ring);
    background: color-mix(in oklab, var(--_raised), var(--_ring) 8%);
    font-weight: 500;
  }
  .picker .head {
    display: flex;
    align-items: start;
    gap: 12px;
  }
  .picker .head .title {
    flex: 1;
  }
  .picker .head .quiet {
    flex: none;
    margin-block: -10px;
  }
  .picker .options + .quiet {
    justify-self: start;
    margin-block: -8px;
  }
  .picker .zone {
    margin-block: -4px 4px;
  }
  .picker .box {
    scroll-margin-block-end: 120px;
  }
  .picker .zone .quiet {
    min-block-size: 0;
    padding-block: 12px;
    margin-block: -12px;
    font-size: 1em;
  }
  .picker .acts {
    position: sticky;
    inset-block-end: 0;
    margin: 0 -16px -16px;
    padding: 12px 16px 16px;
    border-radius: 0 0 14px 14px;
    background: var(--_raised);
  }
  .booking {
    inline-size: calc(100% + 32px);
    block-size: 560px;
    margin-inline: -16px;
    border: 0;
    background: #fff;
    color-scheme: light;
  }
  .agreed > p {
    display: flex;
    margin-block-start: 4px;
    gap: 8px;
    font-variant-numeric: tabular-nums;
  }
  .agreed .icon {
    margin-block-start: 1px;
    color: var(--_success);
  }
  .agreed .aside {
    padding-inline-start: 28px;
  }
  .agreed .aside:not(:has(button)) {
    display: none;
  }
`;

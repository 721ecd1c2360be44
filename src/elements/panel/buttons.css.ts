import { css } from '../css.js';

/** Buttons that decide, how every button answers the hand, errors, and the pill for what came unseen. */
export const buttonsCss = css`
  .panel {
    -webkit-tap-highlight-color: transparent;
  }
  button {
    touch-action: manipulation;
  }
  #launcher:hover {
    filter: none;
    background: color-mix(in oklab, var(--_fill), var(--_on) 10%);
  }
  :is(.plain, .option):hover {
    background: var(--_hover);
  }
  :is(.plain, .quiet):hover {
    color: var(--_text);
    text-decoration-color: currentColor;
  }
  :is(.plain, .option, .panel .secondary):active {
    background: var(--_line);
  }
  :is(.back, .away):dir(rtl) {
    scale: -1 1;
  }
  .panel :is(.primary, .secondary, .chosen) {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: var(--_row);
    padding: 8px 16px;
    border: 1px solid var(--_ring);
    border-radius: 12px;
    background: var(--_fill);
    color: var(--_on);
    font-weight: 500;
    text-align: center;
    text-decoration: none;
  }
  .primary:hover {
    background: color-mix(in oklab, var(--_fill), var(--_text) 8%);
  }
  .primary:active {
    background: color-mix(in oklab, var(--_fill), var(--_text) 14%);
  }
  .panel .secondary {
    border-color: var(--_line);
    background: var(--_raised);
    color: var(--_text);
  }
  .panel .secondary:hover {
    background: var(--_hover);
  }
  .box[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .error {
    display: flex;
    gap: 4px;
    font-size: 0.8667em;
    line-height: 1.385;
    color: var(--_danger);
  }
  .ask > .error {
    margin-block-start: 8px;
  }
  .error .icon {
    inline-size: 16px;
    block-size: 18px;
  }
  @media (hover: none), (max-width: 480px) {
    .error {
      font-size: 0.8125em;
    }
  }
  .unread {
    position: relative;
    flex: none;
    align-self: center;
    display: flex;
    align-items: center;
    gap: 4px;
    block-size: 36px;
    margin-block-start: -44px;
    margin-block-end: 8px;
    padding-inline: 14px 10px;
    border: 1px solid var(--_line);
    border-radius: 18px;
    background: var(--_raised);
    font-size: 0.8667em;
    font-weight: 500;
  }
  .unread::before {
    content: '';
    position: absolute;
    inset: -4px 0;
  }
  .ways {
    display: grid;
    gap: 8px;
  }
`;

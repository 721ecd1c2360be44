import { css } from './css.js';

/** Cards, the ending, the menu and the pages. */
export const laterCss = css`
  .option input {
    position: absolute;
    opacity: 0;
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
  .turn.wide {
    display: grid;
    gap: 12px;
    margin-block-end: 20px;
  }
  .product {
    overflow: hidden;
    padding: 0;
    gap: 0;
  }
  .product img {
    display: block;
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    object-fit: cover;
    background: var(--_hover);
  }
  .product .body {
    display: grid;
    gap: 4px;
    padding: 16px;
  }
  .product .price {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  .because {
    margin-block-start: 8px;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--_ring);
    font-size: 0.8667em;
    line-height: 1.385;
  }
  .details {
    justify-self: start;
    margin-block: 0 -10px;
  }
  .details .icon {
    inline-size: 16px;
    margin-inline-start: -5px;
  }
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
  .summary dt {
    font-size: 0.8667em;
    line-height: 1.385;
    color: var(--_muted);
  }
  :is(.offers, .acts) {
    display: grid;
    gap: 8px;
  }
  .panel .chosen {
    border-color: var(--_ring);
    background: color-mix(in oklab, var(--_raised), var(--_ring) 8%);
    color: var(--_text);
  }
  .state {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0 8px;
    margin-block-start: -8px;
    font-size: 0.8667em;
    line-height: 1.385;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .state.sent {
    color: var(--_success);
  }
  .state.failed {
    flex-wrap: nowrap;
    align-items: start;
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
    margin-inline: 5px;
    border-radius: 50%;
    background: var(--_edge);
  }
  .menu {
    position: absolute;
    inset-block-start: 58px;
    inset-inline-end: 8px;
    z-index: 3;
    display: grid;
    min-inline-size: 220px;
    max-inline-size: calc(100% - 16px);
    padding: 4px;
    border: 1px solid var(--_line);
    border-radius: 14px;
    background: var(--_raised);
    box-shadow: 0 8px 24px #0000001f;
  }
  .menu button {
    min-block-size: 44px;
    padding: 8px 12px;
    border-radius: 10px;
  }
  .menu button:is(:hover, :focus-visible) {
    background: var(--_hover);
  }
  .panel .menu button:focus-visible {
    outline-offset: -2px;
  }
  .page {
    position: absolute;
    inset: 64px 0 0;
    z-index: 1;
    display: flex;
    flex-direction: column;
    background: var(--_surface);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .page .bar {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 8px;
  }
  .page h2 {
    font-size: 1.1333em;
  }
  .page .content {
    display: grid;
    gap: 12px;
    padding: 4px 16px 24px;
  }
  .page h3 {
    font-size: 1em;
    margin-block-start: 8px;
  }
  .page .acts {
    margin-block-start: 8px;
  }
  .page .quiet {
    justify-self: start;
  }
  @media (max-width: 480px) {
    .product.card:has(img) {
      grid-template-columns: 72px 1fr;
      padding-inline-start: 16px;
    }
    .product img {
      inline-size: 72px;
      block-size: 72px;
      margin-block-start: 16px;
      border-radius: 10px;
      aspect-ratio: 1;
    }
  }
`;

import { css } from '../css.js';

/** Several options, days, ratings, sliders, pictures, the box for own words, and addresses. */
export const rareCss = css`
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
  .option :checked {
    border-color: var(--_ring);
    background: color-mix(in oklab, var(--_raised), var(--_ring) 8%);
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
  .beside {
    grid-template-columns: 1fr auto;
    gap: 8px;
  }
  .day {
    min-inline-size: 0;
    font-variant-numeric: tabular-nums;
  }
  .day:dir(rtl) {
    direction: rtl;
  }
  .rating {
    container-type: inline-size;
  }
  .rating .options {
    grid-auto-columns: 1fr;
    gap: 6px;
  }
  .rating .option {
    justify-content: center;
    padding-inline: 0;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  .columns-2 .options {
    grid-template-columns: repeat(2, 1fr);
  }
  .columns-3 .options {
    grid-template-columns: repeat(3, 1fr);
  }
  .columns-4 .options {
    grid-template-columns: repeat(4, 1fr);
  }
  .columns-5 .options {
    grid-template-columns: repeat(5, 1fr);
  }
  @container (min-width: 500px) {
    .rating .options {
      grid-auto-flow: column;
      grid-template-columns: none;
    }
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 24px;
    margin-block-start: 6px;
  }
  .ends :last-child {
    text-align: end;
  }
  .figure {
    font-weight: 600;
    font-size: 1.3333em;
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }
  .range {
    inline-size: 100%;
    block-size: var(--_row);
    margin: 0;
    accent-color: var(--_ring);
    cursor: pointer;
    border-radius: 12px;
  }
  .slider .ends {
    margin-block: -6px 12px;
  }
  .pictures .options {
    grid-template-columns: repeat(auto-fill, minmax(132px, 1fr));
  }
  .pictures .option {
    flex-direction: column;
    align-items: stretch;
    gap: 0;
    padding: 0;
    overflow: hidden;
  }
  .pictures img {
    display: block;
    inline-size: 100%;
    aspect-ratio: 4 / 3;
    object-fit: cover;
    background: var(--_hover);
  }
  .pictures .option > span:last-child {
    margin-block: auto;
    padding: 10px 12px;
  }
  .pictures .words {
    grid-column: 1 / -1;
  }
  .pictures .box-mark {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
  }
  .pictures :not(:checked) + .box-mark {
    background: var(--_raised);
  }
  .pictures :is(.option.prior, .option:has(:checked)) {
    border-color: var(--_ring);
    box-shadow: 0 0 0 1px var(--_ring);
  }
  .option[aria-expanded='true'] {
    border-color: var(--_ring);
    background: color-mix(in oklab, var(--_raised), var(--_ring) 8%);
  }
  .words {
    display: grid;
  }
  [aria-expanded='false'] + .words,
  .several:not(:has(.own :checked)) .words {
    display: none;
  }
  .address {
    grid-template-columns: 2fr 3fr;
  }
  .address > * {
    grid-column: 1 / -1;
  }
  .address > .field:has([name='postalCode']) {
    grid-column: 1;
  }
  .address > .field:has([name='city']) {
    grid-column: auto / -1;
  }
  .select {
    position: relative;
  }
  .select .box {
    padding-inline-end: 40px;
    cursor: pointer;
  }
  .select .icon {
    position: absolute;
    inset-block-start: calc(50% - 10px);
    inset-inline-end: 12px;
    color: var(--_muted);
    pointer-events: none;
  }
`;

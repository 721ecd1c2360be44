import { css } from '../css.js';

/** A long list and the box that filters it: one card. */
export const listCss = css`
  .search-list {
    display: grid;
    border: 1px solid var(--_line);
    border-radius: 14px;
    background: var(--_raised);
    overflow: hidden;
  }
  .search {
    position: relative;
    border-block-end: 1px solid var(--_line);
  }
  .search > .icon {
    position: absolute;
    inset-block-start: calc(50% - 9px);
    inset-inline-start: 14px;
    inline-size: 18px;
    block-size: 18px;
    color: var(--_muted);
    pointer-events: none;
  }
  .search .box {
    min-block-size: 48px;
    padding-inline-start: 42px;
    border-color: transparent;
    border-radius: 13px 13px 0 0;
  }
  .panel .search .box:focus-visible {
    outline-offset: -2px;
  }
  .search-list ul {
    position: relative;
    max-block-size: calc(5.5 * var(--_row));
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 4px;
    scrollbar-width: thin;
  }
  [role='option'] {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: var(--_row);
    padding: 8px 12px;
    border-radius: 10px;
    cursor: pointer;
  }
  [role='option'] span {
    flex: 1;
    min-inline-size: 0;
  }
  [role='option'] .icon {
    visibility: hidden;
    color: var(--_ring);
  }
  [aria-selected='true'] .icon {
    visibility: visible;
  }
  [aria-selected='true'] {
    font-weight: 500;
  }
  [role='option']:is(:hover, .active) {
    background: var(--_hover);
  }
  [role='option'].active {
    box-shadow: inset 0 0 0 1px var(--_edge);
  }
  .none span {
    display: block;
    padding: 0 16px 14px;
  }
  .search-list .primary {
    margin: 8px;
  }
  .search-list + .own {
    margin-block-start: 8px;
  }
  @media (forced-colors: active) {
    [role='option'].active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

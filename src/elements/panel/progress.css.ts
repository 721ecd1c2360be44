import { css } from '../css.js';

export const progressCss = css`
  progress {
    appearance: none;
    position: absolute;
    inset: -1px 0 auto;
    z-index: 2;
    inline-size: 100%;
    block-size: 2px;
    border: 0;
    background: none;
    color: var(--_ring);
  }
  ::-webkit-progress-bar {
    background: none;
  }
  ::-webkit-progress-value {
    background: var(--_ring);
    transition: inline-size 0.2s var(--_ease);
  }
  ::-moz-progress-bar {
    background: var(--_ring);
  }
`;

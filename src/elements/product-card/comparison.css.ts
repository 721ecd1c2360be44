import { css } from '../css.js';

/** Products side by side, which in a narrow panel is one below the other. */
export const comparisonCss = css`
  .compare .name {
    font-weight: 500;
  }
  .compare .lines > li {
    flex-wrap: wrap;
    padding-block: 12px;
  }
  .compare .lines > li > div {
    flex: 1 0 60%;
  }
  .compare .points {
    display: grid;
    gap: 4px;
    margin-block-start: 8px;
    font-size: 0.8667em;
    line-height: 1.385;
  }
  .compare .points li {
    display: flex;
    gap: 8px;
  }
  .compare .points .icon {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: 1px;
    font-weight: 500;
    line-height: 16px;
    text-align: center;
  }
  .compare .holds .icon {
    color: var(--_success);
  }
  .compare :is(.lacks, .open) {
    color: var(--_muted);
  }
`;

import { css } from '../css.js';

/** Pages that cover the conversation. */
export const pageCss = css`
  .page {
    position: absolute;
    inset: 0;
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
`;

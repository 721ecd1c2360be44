import { css } from '../css.js';

/** The owner's panel: upper corner, out of the way of the chat; a bar on a phone. */
export const debugCss = css`
  :host {
    all: initial !important;
    position: fixed !important;
    z-index: 2147482999 !important;
    inset: 12px auto auto 12px !important;
    inline-size: min(380px, 100vw - 24px) !important;
    color-scheme: light dark !important;
  }
  section {
    --line: light-dark(oklch(0.92 0.006 200), oklch(0.32 0.012 200));
    --muted: light-dark(oklch(0.48 0.01 200), oklch(0.72 0.01 200));
    display: flex;
    flex-direction: column;
    max-block-size: min(640px, 100dvh - 24px);
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: light-dark(#fff, oklch(0.24 0.012 200));
    color: light-dark(oklch(0.22 0.01 200), oklch(0.95 0.005 200));
    box-shadow:
      0 2px 4px #0000000a,
      0 16px 48px #00000024;
    font:
      400 13px/18px system-ui,
      sans-serif;
    overflow-wrap: anywhere;
  }
  h2,
  h3,
  ul,
  p {
    margin: 0;
    padding: 0;
    list-style: none;
    font: inherit;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 2px 4px 2px 16px;
  }
  h2 {
    flex: 1;
    font-weight: 600;
    font-size: 14px;
  }
  .body {
    overflow: auto;
    padding: 0 16px 12px;
    border-block-start: 1px solid var(--line);
  }
  h3 {
    padding-block: 12px 4px;
    color: var(--muted);
    font-weight: 500;
    font-size: 12px;
    line-height: 16px;
  }
  li {
    padding-block: 2px;
    padding-inline-start: 16px;
    text-indent: -16px;
  }
  li::before {
    content: '';
    display: inline-block;
    inline-size: 6px;
    block-size: 6px;
    margin: 0 10px 2px 0;
    border-radius: 50%;
    background: var(--line);
  }
  .good::before {
    background: oklch(0.65 0.13 150);
  }
  .bad::before {
    background: oklch(0.62 0.2 25);
  }
  .bad {
    color: light-dark(oklch(0.48 0.18 25), oklch(0.78 0.13 25));
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 12px 16px;
    border-block-start: 1px solid var(--line);
  }
  button {
    min-block-size: 36px;
    padding: 0 12px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: none;
    color: inherit;
    font:
      500 13px/18px system-ui,
      sans-serif;
    cursor: pointer;
  }
  header button {
    min-block-size: 44px;
    border: 0;
  }
  button:hover {
    background: light-dark(oklch(0.965 0.005 200), oklch(0.28 0.014 200));
  }
  button:disabled {
    color: var(--muted);
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid currentColor;
    outline-offset: -2px;
  }
  textarea {
    inline-size: 100%;
    block-size: 120px;
    box-sizing: border-box;
    font:
      12px/16px ui-monospace,
      monospace;
  }
  [hidden] {
    display: none;
  }
  @media (max-width: 480px) {
    section {
      max-block-size: 56dvh;
    }
    button {
      min-block-size: 44px;
    }
  }
`;

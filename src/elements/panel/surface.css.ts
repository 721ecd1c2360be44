import { css } from '../css.js';

/** Greys in the accent's hue. Dark is its own design: what is raised is lighter, shadows are lines. */
const LIGHT =
  '--_surface:oklch(.99 .003 var(--_h));--_raised:oklch(1 0 0);--_hover:oklch(.965 .005 var(--_h));--_line:oklch(.92 .006 var(--_h));--_edge:oklch(.66 .012 var(--_h));--_text:oklch(.22 .01 var(--_h));--_muted:oklch(.48 .01 var(--_h));--_shadow:0 0 0 1px var(--_line),0 2px 4px #0000000a,0 16px 48px #00000024;color-scheme:light';
const DARK =
  '--_surface:oklch(.2 .01 var(--_h));--_raised:oklch(.24 .012 var(--_h));--_hover:oklch(.27 .014 var(--_h));--_line:oklch(.32 .012 var(--_h));--_edge:oklch(.53 .012 var(--_h));--_text:oklch(.95 .005 var(--_h));--_muted:oklch(.72 .01 var(--_h));--_shadow:0 0 0 1px var(--_line);color-scheme:dark';

const tokens = `:host{--_h:250;--_ease:cubic-bezier(.2,.8,.2,1);--_gutter:16px;--_row:44px;${LIGHT}}@media(prefers-color-scheme:dark){:host(:not([scheme=light])){${DARK}}}:host([scheme=dark]){${DARK}}`;

/**
 * The look of every button and box, and the sizes of type: em of the visitor's own, so that a larger default
 * font is respected whatever the page does.
 */
const controls = css`
  .panel,
  .panel * {
    box-sizing: border-box;
  }
  .panel {
    font: 400 0.9375em/1.4667 var(--warmlead-font, system-ui, sans-serif);
    color: var(--_text);
    background: var(--_surface);
    overflow-wrap: anywhere;
    text-wrap: pretty;
    hyphens: auto;
    hyphenate-limit-chars: 14 6 6;
    -webkit-text-size-adjust: 100%;
  }
  :is(h2, h3, p, ul, dl, dd) {
    margin: 0;
    padding: 0;
    font: inherit;
    list-style: none;
  }
  [hidden] {
    display: none !important;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .meta {
    font-size: 0.8667em;
    line-height: 1.385;
    color: var(--_muted);
  }
  .small {
    font-size: 0.8em;
    line-height: 1.334;
    color: var(--_muted);
  }
  .icon {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon.more {
    stroke-width: 2.5;
  }
  .panel a {
    color: inherit;
  }
  .panel :is(a, .quiet) {
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  button {
    appearance: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .panel :focus-visible,
  #launcher:focus-visible {
    outline: 2px solid var(--_ring);
    outline-offset: 2px;
  }
  .panel [tabindex='-1']:focus {
    outline: none;
  }
  .plain {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 12px;
    color: var(--_muted);
  }
  .quiet {
    display: inline-flex;
    border-radius: 6px;
    align-items: center;
    gap: 4px;
    min-block-size: 44px;
    font-size: 0.8667em;
    line-height: 1.385;
    color: var(--_muted);
    text-decoration: underline var(--_edge);
  }
  .box {
    appearance: none;
    inline-size: 100%;
    min-block-size: var(--_row);
    margin: 0;
    padding: 10px 12px;
    border: 1px solid var(--_edge);
    border-radius: 12px;
    background: var(--_raised);
    color: inherit;
    font: inherit;
    text-align: start;
  }
  .box::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .box:focus-visible {
    outline-offset: -1px;
  }
  @media (hover: none), (max-width: 480px) {
    :host {
      --_row: 48px;
    }
    .panel {
      font-size: 1em;
      line-height: 1.5;
    }
    .meta,
    .quiet {
      font-size: 0.8125em;
    }
    .small {
      font-size: 0.75em;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation-duration: 1ms !important;
      transition-duration: 80ms !important;
      transition-property: opacity, display, overlay !important;
    }
  }
`;

export const surfaceCss = tokens + controls;

/** The line drawings of the panel, 20 × 20, in the colour of their text. */
import { html, type TemplateResult } from 'lit';

const PATHS = {
  close: 'm5.5 5.5 9 9m0-9-9 9',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  send: 'M10 16V4.500M5 9l5-5 5 5',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  down: 'M10 4v11.500M5 11l5 5 5-5',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  warning: 'M10 6.500v4M10 13.500h.01M10 2.500a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Z',
  away: 'M7 13 14 6M8 6h6v6',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration beside words, or the face of a button with a name. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon ${name}" viewBox="0 0 20 20" aria-hidden="true"><path d=${PATHS[name]} /></svg>`;

/** The line drawings of the panel, 20 × 20, in the colour of their text. */
import { html, type TemplateResult } from 'lit';

const drawing = (name: string, path: string): TemplateResult =>
  html`<svg class="icon ${name}" viewBox="0 0 20 20" aria-hidden="true"><path d=${path} /></svg>`;

/** Answers the way to draw one of these. Decoration beside words, or the face of a button with a name. */
export const icons =
  <Name extends string>(paths: Readonly<Record<Name, string>>) =>
  (name: Name): TemplateResult =>
    drawing(name, paths[name]);

export const icon = icons({
  close: 'm5.5 5.5 9 9m0-9-9 9',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  send: 'M10 16V4.500M5 9l5-5 5 5',
});

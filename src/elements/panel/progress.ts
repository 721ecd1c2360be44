/** How far the visitor has come: a line on the lower edge of the header. Nothing where nothing is asked. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FullScene } from '../scene.js';

export const progress = ({ texts, view }: FullScene): TemplateResult | typeof nothing =>
  view.phase === 'asking'
    ? html`<progress
        part="progress"
        max="1"
        .value=${view.fold.progress.shown}
        aria-label=${texts.progress}
      ></progress>`
    : nothing;

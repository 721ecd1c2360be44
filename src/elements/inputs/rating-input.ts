/** A rating: one tap on a number. What the lowest and the highest mean stands below them. */
import { html, nothing, type TemplateResult } from 'lit';
import { bestOf } from '../../flow/kinds/limit.js';
import type { Asked } from './asked.js';
import type { FurtherScene } from './draw.js';
import { group } from './inputs.js';

/** More than these stand in two rows, so that each can be hit with a thumb. */
const MOST_IN_A_ROW = 5;

export const ratingInput = (asked: Asked, scene: FurtherScene, wrong: boolean): TemplateResult => {
  const best = bestOf(asked.step);
  const [low, high] = asked.step.ends ?? [];
  const columns = best > MOST_IN_A_ROW ? Math.ceil(best / 2) : best;
  const format = new Intl.NumberFormat(scene.locale);
  const meaning = (n: number) => (n === 1 ? low : n === best ? high : undefined);
  const buttons = Array.from({ length: best }, (_, i) => {
    const meant = meaning(i + 1);
    const figure = format.format(i + 1);
    return html`<button
      type="button"
      class="option mark-of ${asked.prior === i + 1 ? 'prior' : ''}"
      part="option"
      aria-label=${meant ? `${figure}: ${meant}` : nothing}
      @click=${() => scene.give(String(i + 1))}
    >
      ${figure}
    </button>`;
  });
  return html`<div class="rating columns-${columns}">
    ${group(scene, 'rows', buttons, wrong)}
    ${
      low && high
        ? html`<p class="ends meta" aria-hidden="true"><span>${low}</span><span>${high}</span></p>`
        : nothing
    }
  </div>`;
};

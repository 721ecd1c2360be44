/** What a page knew long ago, to be confirmed with one tap. */
import { html, type TemplateResult } from 'lit';
import { enKnown } from '../../locales/en-known.js';
import { fill } from '../../locales/index.js';
import type { Asked } from '../inputs/asked.js';
import type { FullScene } from '../scene.js';

/** "March 2025", as the visitor writes it; empty for what is no time. */
const monthOf = (at: string, locale: string): string => {
  const date = new Date(at);
  if (Number.isNaN(date.valueOf())) return '';
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
};

type Stale = NonNullable<Asked['stale']>;

/** The texts of a language other than English are there already. */
export const knownFact = ({ of, label, asOf }: Stale, asked: Asked, scene: FullScene): TemplateResult => {
  const { stillRight, yesStill, change } = { ...enKnown, ...scene.texts };
  return html`<p class="known" id="known">
      <strong dir="auto">${label}</strong>
      <span class="meta">${fill(stillRight, { date: monthOf(asOf, scene.locale) })}</span>
    </p>
    <div class="options pills" role="group" part="options" aria-labelledby=${`${asked.labelledBy} known`}>
      <button
        type="button"
        class="option"
        part="option"
        @click=${() => scene.send({ type: 'visitor.confirmed', of })}
      >
        ${yesStill}
      </button>
      <button type="button" class="option" part="option" @click=${() => scene.change(of)}>${change}</button>
    </div>`;
};

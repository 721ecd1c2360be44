/** Every product that fits, with what speaks for it, what does not and what nobody knows yet. */
import { html, nothing, type TemplateResult } from 'lit';
import { enCompare } from '../../locales/en-compare.js';
import { icon } from '../icon.js';
import { moreIcon } from '../more-icons.js';
import { link } from '../rich-text/rich-text.js';
import type { FullScene } from '../scene.js';
import { fittingIn, lacksOf, priceOf, type Fitting } from './product-card.js';

const points = (sign: unknown, words: string, look: string, reasons: readonly string[]) =>
  reasons.map(
    (reason) =>
      html`<li class=${look}>
        ${sign}<span><span class="unseen">${words} </span>${reason}</span>
      </li>`,
  );

const row = (fitting: Fitting, scene: FullScene) => {
  const { known, fits } = fitting;
  const { locale, href } = scene;
  // The texts of a language other than English are there already.
  const texts = { ...enCompare, ...scene.texts };
  const details = href(known.url);
  const price = priceOf(known.price, locale, texts);
  const { matched, unknown = [] } = fits;
  return html`<li>
    <div>
      <p class="name">${known.name}</p>
      ${price ? html`<p class="meta price">${price}</p>` : nothing}
      <ul class="points" role="list">
        ${points(moreIcon('check'), texts.holds, 'holds', matched)}
        ${points(icon('close'), texts.lacks, 'lacks', lacksOf(fitting))}
        ${points(html`<b class="icon" aria-hidden="true">?</b>`, texts.open, 'open', unknown)}
      </ul>
    </div>
    ${
      details
        ? link(
            details,
            html`${texts.details}<span class="unseen">: ${known.name}</span> ${moreIcon('away')}`,
            'quiet details',
          )
        : nothing
    }
  </li>`;
};

export const comparison = (scene: FullScene): TemplateResult => {
  const { compare } = { ...enCompare, ...scene.texts };
  return html`<section class="card compare" part="product-card" aria-labelledby="compare">
    <h3 id="compare">${compare}</h3>
    <ul class="lines" role="list">
      ${fittingIn(scene).map((each) => row(each, scene))}
    </ul>
  </section>`;
};

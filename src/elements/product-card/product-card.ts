/** Cards of what fits, with the reasons in the prospect's own words. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Product } from '../../playbook/schema.js';
import { count, fill, type Texts } from '../../locales/index.js';
import { moreIcon } from '../more-icons.js';
import { link } from '../rich-text/rich-text.js';
import type { FullScene } from '../scene.js';

/** So many are shown before somebody asks for more. */
const AT_FIRST = 2;

/** "from £49 per site and month", in the visitor's figures; empty without a price. */
export const priceOf = (price: Product['price'], locale: string, texts: Texts): string => {
  if (!price) return '';
  const { from, currency, per } = price;
  let figure = `${from} ${currency}`;
  try {
    figure = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: Number.isInteger(from) ? 0 : 2,
    }).format(from);
  } catch {
    // An unchecked playbook may name no currency at all.
  }
  return fill(per ? texts.fromPer : texts.from, { price: figure, per });
};

const reasonsIn = (reasons: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(reasons);

const hide = ({ currentTarget }: Event) => ((currentTarget as HTMLElement).hidden = true);

const card = (product: Product, matched: readonly string[], { texts, locale, href }: FullScene) => {
  const [image, details] = [href(product.image), href(product.url)];
  const price = priceOf(product.price, locale, texts);
  return html`<article class="card product ${image ? 'pictured' : ''}" part="product-card">
    ${image ? html`<img src=${image} alt="" loading="lazy" decoding="async" @error=${hide} />` : nothing}
    <div class="body">
      <h3>${product.name}</h3>
      ${product.line ? html`<p>${product.line}</p>` : nothing}
      ${price ? html`<p class="price">${price}</p>` : nothing}
      ${
        matched.length > 0
          ? html`<p class="because">${fill(texts.fits, { reasons: reasonsIn(matched, locale) })}</p>`
          : nothing
      }
      ${
        details
          ? link(
              details,
              html`${texts.details}<span class="unseen">: ${product.name}</span> ${moreIcon('away')}`,
              'quiet details',
            )
          : nothing
      }
    </div>
  </article>`;
};

export const productCards = (scene: FullScene): TemplateResult => {
  const { texts, locale, view, playbook, allProducts } = scene;
  const fitting = view.recommendations.flatMap(({ product, matched }) => {
    const known = (playbook.products ?? []).find(({ id }) => id === product);
    return known ? [{ known, matched }] : [];
  });
  const shown = allProducts ? fitting : fitting.slice(0, AT_FIRST);
  const more = fitting.length - shown.length;
  if (fitting.length === 0) return html`<p class="says">${texts.noProduct}</p>`;
  return html`${shown.map(({ known, matched }) => card(known, matched, scene))}
  ${
    more > 0
      ? html`<button type="button" class="quiet" @click=${() => scene.toggle('allProducts')}>
          ${count(texts.moreProducts, more, locale)}
        </button>`
      : nothing
  }`;
};

/** Cards of what fits, with the reasons in the prospect's own words. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Playbook, Product } from '../../playbook/schema.js';
import { fill, type Texts } from '../../locales/index.js';
import type { Recommendation } from '../../lead/lead.js';
import { adopt } from '../css.js';
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

/** Reasons beside a rule, where there are any. */
const because = (words: string, reasons: readonly string[], locale: string) =>
  reasons.length > 0
    ? html`<p class="because">${fill(words, { reasons: reasonsIn(reasons, locale) })}</p>`
    : nothing;

/**
 * What it lacks of what was asked. Its own reasons speak of the prospect: one that does not hold rests on something
 * they never said, and says nothing of the product.
 */
export const lacksOf = (
  { known, fits: { relaxed = [], unmet } }: Fitting,
  needs: Playbook['needs'] = [],
): readonly string[] => {
  const reasons = [...(known.fits ?? []), ...needs].map(({ because: reason }) => reason);
  return [...relaxed, ...unmet.filter((lack) => !reasons.includes(lack))];
};

const card = (fitting: Fitting, scene: FullScene) => {
  const { texts, locale, href } = scene;
  const { known: product, fits } = fitting;
  const [image, details] = [href(product.image), href(product.url)];
  const price = priceOf(product.price, locale, texts);
  return html`<article class="card product ${image ? 'pictured' : ''}" part="product-card">
    ${image ? html`<img src=${image} alt="" loading="lazy" decoding="async" @error=${hide} />` : nothing}
    <div class="body">
      <h3>${product.name}</h3>
      ${product.line ? html`<p>${product.line}</p>` : nothing}
      ${price ? html`<p class="price">${price}</p>` : nothing} ${because(texts.fits, fits.matched, locale)}
      ${because(texts.notQuite, lacksOf(fitting, scene.playbook.needs), locale)}
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

/** A product with what is said of it. */
export interface Fitting {
  readonly known: Product;
  readonly fits: Recommendation;
}

/** The recommendations of which the playbook has the product. */
export const fittingIn = ({ view, playbook }: FullScene): readonly Fitting[] =>
  view.recommendations.flatMap((fits) => {
    const known = playbook.products?.find(({ id }) => id === fits.product);
    return known ? [{ known, fits }] : [];
  });

let compare: typeof import('../compare.js') | null = null;
const dressed = new WeakSet<ShadowRoot>();
/** Fetches what compares them first; where it cannot be had, nothing happens and the next tap tries again. */
const openComparison = async ({ toggle }: FullScene, button: Element): Promise<void> => {
  const root = button.getRootNode() as ShadowRoot;
  compare ??= await import('../compare.js').catch(() => null);
  if (!compare) return;
  if (!dressed.has(root)) adopt(root, compare.styles);
  dressed.add(root);
  toggle('allProducts');
};

export const productCards = (scene: FullScene): TemplateResult => {
  const { texts, allProducts } = scene;
  const fitting = fittingIn(scene);
  if (fitting.length === 0) return html`<p class="says">${texts.noProduct}</p>`;
  return html`${fitting.slice(0, AT_FIRST).map((each) => card(each, scene))}
  ${
    fitting.length > AT_FIRST
      ? html`<button
          type="button"
          class="quiet"
          aria-expanded=${allProducts}
          @click=${(event: Event) => openComparison(scene, event.currentTarget as Element)}
        >
          ${texts.compareOthers}
        </button>`
      : nothing
  }
  ${allProducts ? compare?.comparison(scene) : nothing}`;
};

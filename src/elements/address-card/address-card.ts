/** The card that asks for an address. */
import { html, nothing, type TemplateResult } from 'lit';
import { cardField, type CardParts } from '../contact-card/card-field.js';
import { contactCard } from '../contact-card/contact-card.js';
import { furtherIcon } from '../further-icons.js';
import { errorLine, refusalFor } from '../notice/refusal.js';
import type { Asked } from '../inputs/asked.js';
import { countriesIn } from '../inputs/countries.js';
import type { FurtherScene } from '../inputs/draw.js';

/** Source: HTML, autofill field names (2024). */
const FILLS = {
  street: ['address-line1', 'text'],
  postalCode: ['postal-code', 'text'],
  city: ['address-level2', 'text'],
  region: ['address-level1', 'text'],
} as const;

/** A native list, because every phone has a good one and browsers fill it in by code or by name. */
const countryField = (parts: CardParts, texts: FurtherScene['texts']): TemplateResult => {
  const { field, scene, value } = parts;
  const wrong = refusalFor(scene, 'country');
  return html`<div class="field">
    <label for="field-country"
      >${texts.fields['country']}${
        field.optional ? html` <span class="optional">${texts.optional}</span>` : nothing
      }</label
    >
    <div class="select">
      <select
        id="field-country"
        class="box"
        part="input"
        name="country"
        autocomplete="country"
        aria-required=${!field.optional}
        aria-invalid=${wrong !== ''}
        aria-describedby=${wrong ? 'wrong-country' : nothing}
      >
        <option value="">${texts.choose}</option>
        ${countriesIn(scene.locale).map(
          (country) =>
            html`<option value=${country.value} ?selected=${country.value === value}>
              ${country.label}
            </option>`,
        )}</select
      >${furtherIcon('unfold')}
    </div>
    ${wrong ? errorLine(wrong, 'wrong-country') : nothing}
  </div>`;
};

export const addressCard = (asked: Asked, scene: FurtherScene, root: ShadowRoot): TemplateResult =>
  contactCard(asked, scene, root, (parts) =>
    parts.field.name === 'country' ? countryField(parts, scene.texts) : cardField(parts, FILLS),
  );

/** One field of a card: its label, its keyboard, what browsers fill in, and what is wrong with it. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ContactField } from '../../flow/kinds/contact-fields.js';
import { errorLine, refusalFor } from '../notice/refusal.js';
import type { FullScene } from '../scene.js';

/** What browsers and keyboards know fields by: `autocomplete`, `inputmode`, and `type` where it is not text. */
export interface Fills {
  readonly [field: string]: readonly [autocomplete: string, inputmode: string, type?: string];
}

/** Source: HTML, autofill field names (2024). */
const CONTACT: Fills = {
  name: ['name', 'text'],
  email: ['email', 'email', 'email'],
  phone: ['tel', 'tel', 'tel'],
  company: ['organization', 'text'],
  country: ['country-name', 'text'],
  role: ['organization-title', 'text'],
  website: ['url', 'url', 'url'],
};

export interface CardParts {
  readonly field: ContactField;
  readonly isLast: boolean;
  /** What stands in it. */
  readonly value: string;
  readonly scene: FullScene;
  /** Below it. */
  readonly hint: unknown;
}

export const own = <T>(record: { readonly [name: string]: T } | undefined, name: string): T | undefined =>
  record && Object.hasOwn(record, name) ? record[name] : undefined;

export const cardField = (
  { field: { name, optional }, isLast, value, scene, hint }: CardParts,
  fills = CONTACT,
): TemplateResult => {
  const { texts } = scene;
  const [filled, mode, type] = own(fills, name) ?? ['off', 'text'];
  const wrong = refusalFor(scene, name);
  return html`<div class="field">
    <label for="field-${name}"
      >${own(texts.fields, name) ?? name}${
        optional ? html` <span class="optional">${texts.optional}</span>` : nothing
      }</label
    >
    <input
      id="field-${name}"
      class="box"
      part="input"
      name=${name}
      type=${type ?? 'text'}
      autocomplete=${filled}
      inputmode=${mode}
      enterkeyhint=${isLast ? 'send' : 'next'}
      autocapitalize=${type ? 'off' : 'words'}
      spellcheck="false"
      maxlength="200"
      dir=${type ? 'ltr' : 'auto'}
      aria-required=${!optional}
      aria-invalid=${wrong !== ''}
      aria-describedby=${wrong ? `wrong-${name}` : nothing}
      .value=${live(value)}
    />
    ${wrong ? errorLine(wrong, `wrong-${name}`) : hint}
  </div>`;
};

/** The card that asks how to reach somebody: every field with its label, its keyboard and what browsers fill in. */
import { html, nothing, type TemplateResult } from 'lit';
import { fieldsOf } from '../../flow/kinds/contact-fields.js';
import { fill } from '../../locales/index.js';
import { emailFieldHint } from '../hints/email-hint.js';
import type { Asked } from '../inputs/asked.js';
import { redraw } from '../inputs/on-need.js';
import { richText } from '../rich-text/rich-text.js';
import type { FullScene } from '../scene.js';
import { cardField, own, type CardParts } from './card-field.js';

type Rejection = FullScene['view']['rejection'];
type Card = { readonly [field: string]: unknown };

const cardIn = (raw: string | undefined): Card => {
  try {
    return raw ? (JSON.parse(raw) as Card) : {};
  } catch {
    return {};
  }
};

const typedIn = (form: HTMLFormElement, name: string): string => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : '';
};

/** The refusal whose values stand in the card already. */
const shown = new WeakMap<ShadowRoot, Rejection>();

/**
 * What stands in the fields: what was typed or filled in, with what was just refused over it, because it may have
 * been typed below the card; at first what was known before.
 */
const valuesIn = (
  form: HTMLFormElement | null,
  { step, prior }: Asked,
  { rejection }: FullScene['view'],
  root: ShadowRoot,
) => {
  const isNew = rejection?.step === step.id && !(form && shown.get(root) === rejection);
  shown.set(root, rejection);
  const refused = isNew ? cardIn(rejection.raw) : {};
  const before = typeof prior === 'object' && !Array.isArray(prior) ? { ...prior } : {};
  return (name: string): string =>
    String(own(refused, name) ?? (form ? typedIn(form, name) : (own<unknown>(before, name) ?? '')));
};

/** Random, so that no list of names knows it; one for the page, so that nothing is drawn anew. */
const TRAP = `confirm_${Math.random().toString(36).slice(2, 8)}`;

/** A field for programs that fill in everything. Nobody sees, hears or reaches it; see `signals` in the lead. */
export const decoy = (): TemplateResult =>
  html`<div class="unseen" aria-hidden="true">
    <input
      class="decoy"
      name=${TRAP}
      tabindex="-1"
      autocomplete="off"
      aria-hidden="true"
      data-1p-ignore
      data-bwignore
      data-lpignore="true"
      data-form-type="other"
    />
  </div>`;

export const isDecoyFilled = (form: HTMLFormElement): boolean =>
  (form.querySelector<HTMLInputElement>('.decoy')?.value ?? '') !== '';

/** `draw` draws a field; a contact's unless something else is asked for. */
export const contactCard = (
  asked: Asked,
  scene: FullScene,
  root: ShadowRoot,
  draw: (parts: CardParts) => TemplateResult = (parts) => cardField(parts),
): TemplateResult => {
  const { texts, playbook } = scene;
  const fields = fieldsOf(asked.step);
  const there = root.getElementById('card');
  const form = there instanceof HTMLFormElement && there.dataset['key'] === asked.key ? there : null;
  const valueOf = valuesIn(form, asked, scene.view, root);
  const notice = asked.sends ? playbook.privacy?.notice : undefined;
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const card = event.currentTarget as HTMLFormElement;
    const values = fields.map(({ name }) => [name, typedIn(card, name).trim()]);
    scene.give(JSON.stringify(Object.fromEntries(values)), isDecoyFilled(card));
  };
  return html`<form
    class="card ${asked.kind}"
    id="card"
    part="contact-card"
    data-key=${asked.key}
    novalidate
    @submit=${handleSubmit}
    @change=${() => redraw(root)}
  >
    ${asked.step.why ? html`<p class="meta">${asked.step.why}</p>` : nothing}
    ${fields.map((field, i) =>
      draw({
        field,
        isLast: i === fields.length - 1,
        value: valueOf(field.name),
        scene,
        hint: field.name === 'email' ? emailFieldHint(scene, valueOf('email'), root) : nothing,
      }),
    )}
    ${decoy()}
    ${notice ? html`<p class="small" part="notice-text">${richText(notice, scene.href)}</p>` : nothing}
    <button type="submit" class="primary" part="send-button">
      ${
        asked.sends && playbook.delivery.to !== 'mailto'
          ? fill(texts.sendTo, { company: playbook.company.name })
          : asked.of === null
            ? texts.next
            : texts.save
      }
    </button>
  </form>`;
};

/** The card that asks how to reach somebody: every field with its label, its keyboard and what browsers fill in. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldsOf, type ContactField } from '../../flow/kinds/contact.js';
import { fill } from '../../locales/index.js';
import type { Asked } from '../inputs/asked.js';
import { errorLine, refusalFor } from '../notice/refusal.js';
import { richText } from '../rich-text/rich-text.js';
import type { FullScene } from '../scene.js';

/** What browsers and keyboards know a field by. Source: HTML, autofill field names (2024). */
const FILLS: { readonly [field: string]: readonly [autocomplete: string, inputmode: string] } = {
  name: ['name', 'text'],
  email: ['email', 'email'],
  phone: ['tel', 'tel'],
  company: ['organization', 'text'],
  country: ['country-name', 'text'],
  role: ['organization-title', 'text'],
  website: ['url', 'url'],
};
/** Written from left to right in every language. */
const LATIN = ['email', 'phone', 'website'];

const own = <T>(record: { readonly [name: string]: T } | undefined, name: string): T | undefined =>
  record && Object.hasOwn(record, name) ? record[name] : undefined;

const cardIn = (raw: string | undefined): { readonly [field: string]: unknown } => {
  try {
    return raw ? (JSON.parse(raw) as { readonly [field: string]: unknown }) : {};
  } catch {
    return {};
  }
};

/** What stands in a field: what was typed or filled in, else what was refused, else what was known before. */
const valueOf = (name: string, form: HTMLFormElement | null, asked: Asked, scene: FullScene): string => {
  const typed = form?.elements.namedItem(name);
  if (typed instanceof HTMLInputElement) return typed.value;
  const { rejection } = scene.view;
  const refused = rejection?.step === asked.step.id ? own(cardIn(rejection.raw), name) : undefined;
  const { prior } = asked;
  const before =
    typeof prior === 'object' && prior !== null && !Array.isArray(prior)
      ? own<unknown>({ ...prior }, name)
      : undefined;
  return String(refused ?? before ?? '');
};

const field = (
  { name, optional }: ContactField,
  isLast: boolean,
  asked: Asked,
  scene: FullScene,
  form: HTMLFormElement | null,
) => {
  const { texts } = scene;
  const [fills, mode] = own(FILLS, name) ?? ['off', 'text'];
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
      type="text"
      autocomplete=${fills}
      inputmode=${mode}
      enterkeyhint=${isLast ? 'send' : 'next'}
      autocapitalize=${LATIN.includes(name) ? 'off' : 'words'}
      spellcheck="false"
      maxlength="200"
      dir=${LATIN.includes(name) ? 'ltr' : 'auto'}
      aria-required=${!optional}
      aria-invalid=${wrong !== ''}
      aria-describedby=${wrong ? `wrong-${name}` : nothing}
      .value=${live(valueOf(name, form, asked, scene))}
    />
    ${wrong ? errorLine(wrong, `wrong-${name}`) : nothing}
  </div>`;
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

export const contactCard = (asked: Asked, scene: FullScene, root: ShadowRoot): TemplateResult => {
  const { texts, playbook } = scene;
  const fields = fieldsOf(asked.step);
  const there = root.getElementById('card');
  const form = there instanceof HTMLFormElement && there.dataset['key'] === asked.key ? there : null;
  const notice = asked.sends ? playbook.privacy?.notice : undefined;
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const card = event.currentTarget as HTMLFormElement;
    const values = fields.map(({ name }) => {
      const input = card.elements.namedItem(name);
      return [name, input instanceof HTMLInputElement ? input.value.trim() : ''];
    });
    scene.give(JSON.stringify(Object.fromEntries(values)), isDecoyFilled(card));
  };
  return html`<form
    class="card contact"
    id="card"
    part="contact-card"
    data-key=${asked.key}
    novalidate
    @submit=${handleSubmit}
  >
    ${asked.step.why ? html`<p class="meta">${asked.step.why}</p>` : nothing}
    ${fields.map((one, i) => field(one, i === fields.length - 1, asked, scene, form))} ${decoy()}
    ${notice ? html`<p class="small" part="notice-text">${richText(notice, scene.href)}</p>` : nothing}
    <button type="submit" class="primary" part="send-button">
      ${
        asked.sends
          ? fill(texts.sendTo, { company: playbook.company.name })
          : asked.of === null
            ? texts.next
            : texts.save
      }
    </button>
  </form>`;
};

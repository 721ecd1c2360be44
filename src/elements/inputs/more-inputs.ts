/** What few first questions have: several options, consent, and an answer that is being changed. */
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../locales/index.js';
import { moreIcon } from '../more-icons.js';
import type { FullScene } from '../scene.js';
import { areRich, type Asked } from './asked.js';
import { contactCard } from '../contact-card/contact-card.js';
import { furtherInput } from './further-inputs.js';
import { group, optionTaps, taps, yesOrNo } from './inputs.js';

export const pickedIn = (form: HTMLFormElement): readonly string[] =>
  [...form.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);

/** How the controls of few questions draw several options. */
export interface Several {
  /** What an option shows. */
  readonly face: (option: Asked['options'][number]) => unknown;
  /** Below the options. */
  readonly beside: unknown;
  /** What is sent. */
  readonly raw: (form: HTMLFormElement) => string;
}

const PLAIN: Several = {
  face: ({ label }) => label,
  beside: nothing,
  raw: (form) => pickedIn(form).join('\n'),
};

/** Several of the options, sent together. */
export const choices = (
  asked: Asked,
  scene: FullScene,
  wrong: boolean,
  { face, beside, raw } = PLAIN,
): TemplateResult => {
  const before: readonly unknown[] = Array.isArray(asked.prior) ? asked.prior : [];
  const { texts } = scene;
  const words = (n: number) => (n > 0 ? fill(texts.continueWith, { n }) : texts.continue);
  const handleChange = ({ currentTarget }: Event) => {
    const form = currentTarget as HTMLFormElement;
    const button = form.querySelector('button');
    if (button) button.textContent = words(pickedIn(form).length);
  };
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    scene.give(raw(event.currentTarget as HTMLFormElement));
  };
  const boxes = asked.options.map((option) => {
    const { value, text } = option;
    return html`<label class="option ${text ? 'own' : ''}" part="option"
      ><input type="checkbox" value=${value} ?checked=${before.includes(value)} /><span class="box-mark"
        >${moreIcon('check')}</span
      >${face(option)}</label
    >`;
  });
  return html`<form class="several" @change=${handleChange} @submit=${handleSubmit}>
    ${group(scene, 'rows', boxes, wrong)} ${beside}
    <button
      type="submit"
      class="primary"
      part="continue-button"
      .textContent=${words(before.length)}
    ></button>
  </form>`;
};

/** Consent is two equal answers, never a box that is ticked already. */
const consent = (asked: Asked, scene: FullScene, wrong: boolean): TemplateResult => {
  const { texts, playbook } = scene;
  const purpose = playbook.privacy?.consent?.find((known) => known.purpose === asked.step.purpose);
  return html`${purpose?.required ? html`<p class="meta">${texts.required}</p>` : nothing}
  ${taps(scene, yesOrNo(asked, texts.agree, texts.decline), wrong)}`;
};

/** The input of a question that needs more than taps. */
export const moreInputs = (asked: Asked, scene: FullScene, root: ShadowRoot, wrong: boolean): unknown => {
  const { kind, options } = asked;
  const plain = () => {
    if (kind === 'choice') return optionTaps(asked, scene, wrong);
    return kind === 'choices' ? choices(asked, scene, wrong) : nothing;
  };
  if (kind === 'contact') return contactCard(asked, scene, root);
  if (kind === 'consent') return consent(asked, scene, wrong);
  return kind === 'choices' && !areRich(options) ? plain() : furtherInput(asked, scene, root, wrong, plain);
};

/** Above the input for an answer that is being changed: which one, and the way back. */
export const changing = ({ question }: Asked, { texts, change }: FullScene): TemplateResult =>
  html`<div class="changing">
    <p id="changing"><span class="meta">${texts.changing}</span>${question}</p>
    <button type="button" class="quiet" @click=${() => change(null)}>${texts.keep}</button>
  </div>`;

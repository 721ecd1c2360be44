/** What few first questions have: consent, an answer that is being changed, and controls that are fetched. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FullScene } from '../scene.js';
import type { Asked } from './asked.js';
import { contactCard } from '../contact-card/contact-card.js';
import { furtherInput } from './further-inputs.js';
import { optionTaps, taps, yesOrNo } from './inputs.js';
import { onNeed } from './on-need.js';

/** Consent is two equal answers, never a box that is ticked already. */
const consent = (asked: Asked, scene: FullScene, wrong: boolean): TemplateResult => {
  const { texts, playbook } = scene;
  const purpose = playbook.privacy?.consent?.find((known) => known.purpose === asked.step.purpose);
  return html`${purpose?.required ? html`<p class="meta">${texts.required}</p>` : nothing}
  ${taps(scene, yesOrNo(asked, texts.agree, texts.decline), wrong)}`;
};

/** What the page knew is seldom old. */
const known = onNeed(() => import('../known.js'));

/** The input of a question that needs more than taps. */
export const moreInputs = (asked: Asked, scene: FullScene, root: ShadowRoot, wrong: boolean): unknown => {
  if (asked.stale) {
    const part = known(scene.view, root);
    if (part !== false) return part ? part.draw(asked.stale, asked, scene) : nothing;
  }
  if (asked.kind === 'contact') return contactCard(asked, scene, root);
  if (asked.kind === 'consent') return consent(asked, scene, wrong);
  // Without its own control, a question with options can still be answered with one of them.
  const plain = () => (asked.options.length > 0 ? optionTaps(asked, scene, wrong) : nothing);
  return furtherInput(asked, scene, root, wrong, plain);
};

/** Above the input for an answer that is being changed: which one, and the way back. */
export const changing = ({ question }: Asked, { texts, change }: FullScene): TemplateResult =>
  html`<div class="changing">
    <p id="changing"><span class="meta">${texts.changing}</span>${question}</p>
    <button type="button" class="quiet" @click=${() => change(null)}>${texts.keep}</button>
  </div>`;

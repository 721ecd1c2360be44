/** A slip in an e-mail address, and addresses that are not at work: said, and never in the way. */
import { html, nothing, type TemplateResult } from 'lit';
import { likelyAddress, notBusiness } from '../../flow/kinds/mail-domains.js';
import { enHints } from '../../locales/en-hints.js';
import { fill } from '../../locales/index.js';
import type { Step } from '../../playbook/schema.js';
import { redraw } from '../inputs/on-need.js';
import type { FullScene } from '../scene.js';

const textsOf = ({ texts }: FullScene) => ({ ...enHints, ...texts });

/** Keeps an address together in a sentence of the other direction. */
const isolated = (address: string): string => `\u2066${address}\u2069`;

const suggestion = (scene: FullScene, email: string, take: () => void): TemplateResult =>
  html`<button type="button" class="take" part="option" @click=${take}>
    ${fill(textsOf(scene).didYouMean, { email: isolated(email) })}
  </button>`;

const isPreferred = (step: Step, email: string): boolean =>
  step.business === 'prefer' && notBusiness(email) !== undefined;

/** About the address that was given last; nothing about other answers. */
export const answerHint = (scene: FullScene): unknown => {
  const { view, asked, playbook } = scene;
  const { step: id, value, n } = view.answers.at(-1) ?? {};
  const step = playbook.steps.find((known) => known.id === id);
  const isChanging = asked !== null && asked.of !== null;
  if (step?.kind !== 'email' || typeof value !== 'string' || n === undefined || isChanging) return nothing;
  const meant = likelyAddress(value);
  const { workEmail, changeIt } = textsOf(scene);
  if (meant) {
    const take = () => scene.send({ type: 'visitor.corrected', of: n, raw: meant });
    return html`<div class="hint" role="status">${suggestion(scene, meant, take)}</div>`;
  }
  if (!isPreferred(step, value)) return nothing;
  return html`<div class="hint" role="status">
    <span class="meta">${workEmail}</span>
    <button type="button" class="quiet" @click=${() => scene.change(n)}>${changeIt}</button>
  </div>`;
};

/** About the address that stands in the field of a card. */
export const fieldHint = (scene: FullScene, email: string, root: ShadowRoot): unknown => {
  const meant = email.includes('@') ? likelyAddress(email) : undefined;
  if (meant) {
    const take = () => {
      const input = root.getElementById('field-email');
      if (!(input instanceof HTMLInputElement)) return;
      input.value = meant;
      input.focus();
      redraw(root);
    };
    return html`<div class="hint" role="status">${suggestion(scene, meant, take)}</div>`;
  }
  if (!scene.asked || !isPreferred(scene.asked.step, email)) return nothing;
  return html`<div class="hint meta" role="status">${textsOf(scene).workEmail}</div>`;
};

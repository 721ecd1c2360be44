/** A slip in an e-mail address, and addresses that are not at work: said, and never in the way. */
import { html, nothing, type TemplateResult } from 'lit';
import { likelyAddress, notBusiness } from '../../flow/kinds/mail-domains.js';
import { enHints } from '../../locales/en-hints.js';
import { fill } from '../../locales/index.js';
import type { Step } from '../../playbook/schema.js';
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

/** About the address that was just given. */
export const answerHint = (scene: FullScene, step: Step, email: string, n: number): unknown => {
  const meant = likelyAddress(email);
  const { workEmail, changeIt } = textsOf(scene);
  const words = meant
    ? suggestion(scene, meant, () => scene.send({ type: 'visitor.corrected', of: n, raw: meant }))
    : isPreferred(step, email)
      ? html`<span class="meta">${workEmail}</span>
          <button type="button" class="quiet" @click=${() => scene.change(n)}>${changeIt}</button>`
      : nothing;
  return words === nothing ? nothing : html`<div class="hint" role="status">${words}</div>`;
};

/** About the address that stands in the field of a card. */
export const fieldHint = (
  scene: FullScene,
  step: Step,
  email: string,
  take: (email: string) => void,
): unknown => {
  const meant = email.includes('@') ? likelyAddress(email) : undefined;
  if (meant)
    return html`<div class="hint" role="status">${suggestion(scene, meant, () => take(meant))}</div>`;
  if (!isPreferred(step, email)) return nothing;
  return html`<div class="hint meta" role="status">${textsOf(scene).workEmail}</div>`;
};

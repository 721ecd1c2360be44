/** What the visitor has to do, or to know, where the page cannot do everything itself. Fetched by the few who need it. */
import { html, nothing, type TemplateResult } from 'lit';
import { enByHand } from '../../locales/en-by-hand.js';
import { fill, type ByHandTexts } from '../../locales/index.js';
import { contactWays } from '../notice/contact-ways.js';
import type { FullScene } from '../scene.js';
import { answersAsText } from '../ending/handover-line.js';

export { byHandCss as styles } from './by-hand.css.js';

/** The texts of a language other than English are there already. */
const textsOf = ({ texts }: FullScene): ByHandTexts => ({ ...enByHand, ...texts });

/** Whom the link addresses. */
const addressIn = (href: string): string => decodeURIComponent(new URL(href).pathname);

/** Nothing was sent; a link opens the visitor's mail program with the answers in it. */
export const mailing = (scene: FullScene): TemplateResult => {
  const { texts, playbook, copied, view } = scene;
  const { byHand, sendByMail, noMailProgram } = textsOf(scene);
  const href = view.handover.is === 'by-hand' ? view.handover.href : '';
  return html`<div class="by-hand" part="handover">
    <p role="status">${fill(byHand, { company: playbook.company.name })}</p>
    <a class="primary" href=${href}>${sendByMail}</a>
    <p class="meta">${fill(noMailProgram, { email: addressIn(href) })}</p>
    <button type="button" class="quiet" @click=${() => scene.copy(answersAsText(scene))}>
      ${copied ? texts.copied : texts.copyAnswers}
    </button>
  </div>`;
};

/** What erasing does. A destination that takes no updates cannot be asked to erase anything, so somebody has to. */
export const erasing = (scene: FullScene): TemplateResult => {
  const { view, texts, playbook } = scene;
  const { eraseHint, eraseAlone } = textsOf(scene);
  const isAlone = view.updates === false;
  return html`<p>${fill(isAlone ? eraseAlone : eraseHint, { company: playbook.company.name })}</p>
    ${isAlone ? contactWays(playbook.company, texts) : nothing}`;
};

/** What a visitor is told who has to mail the answers: that nothing was sent, and how to do it. Fetched for those. */
import { html, type TemplateResult } from 'lit';
import { enByHand } from '../../locales/en-by-hand.js';
import { fill, type ByHandTexts } from '../../locales/index.js';
import type { FullScene } from '../scene.js';
import { answersAsText } from './handover-line.js';

export { byHandCss as styles } from './by-hand.css.js';

/** Whom the link addresses. */
const addressIn = (href: string): string => decodeURIComponent(new URL(href).pathname);

/** `href` opens the visitor's mail program with the answers in it. */
export const byHand = (scene: FullScene, href: string): TemplateResult => {
  const { texts, playbook, copied } = scene;
  const words: ByHandTexts = { ...enByHand, ...texts };
  return html`<div class="by-hand" part="handover">
    <p role="status">${fill(words.byHand, { company: playbook.company.name })}</p>
    <a class="primary" href=${href}>${words.sendByMail}</a>
    <p class="meta">${fill(words.noMailProgram, { email: addressIn(href) })}</p>
    <button type="button" class="quiet" @click=${() => scene.copy(answersAsText(scene))}>
      ${copied ? texts.copied : texts.copyAnswers}
    </button>
  </div>`;
};

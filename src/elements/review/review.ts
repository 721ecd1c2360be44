/** Looking it over before it is sent, and the same list where the playbook wants a summary. */
import { html, nothing, type TemplateResult } from 'lit';
import { plainText } from '../../flow/rich-text.js';
import { fill } from '../../locales/index.js';
import { decoy, isDecoyFilled } from '../contact-card/contact-card.js';
import { stepOf } from '../inputs/asked.js';
import { richText } from '../rich-text/rich-text.js';
import type { FullScene } from '../scene.js';

/** Its step is still one of the playbook's. */
const isChangeable = ({ view, playbook }: FullScene, n: number): boolean =>
  stepOf(view.answers.find((given) => given.n === n)?.step, playbook) !== undefined;

/** Every question with its answer and the way to change it. */
export const answerList = (scene: FullScene): TemplateResult => {
  const { view, texts } = scene;
  return html`<ul class="lines" role="list" aria-label=${texts.answers}>
    ${view.answers.map(({ n, prompt, label, value }) => {
      const says = value === null ? texts.skipped : label;
      return html`<li>
        <div>
          <p class="meta" dir="auto">${plainText(prompt)}</p>
          <p dir="auto">${says}</p>
        </div>
        ${
          isChangeable(scene, n)
            ? html`<button
                type="button"
                class="quiet"
                aria-label=${fill(texts.changeAnswer, { answer: says })}
                @click=${() => scene.change(n)}
              >
                ${texts.change}
              </button>`
            : nothing
        }
      </li>`;
    })}
  </ul>`;
};

export const review = (scene: FullScene): TemplateResult => {
  const { texts, playbook } = scene;
  const notice = playbook.privacy?.notice;
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    scene.send({ type: 'visitor.submitted', decoyFilled: isDecoyFilled(form) });
  };
  return html`<form class="card" part="review-card" @submit=${handleSubmit}>
    <h3 id="review" tabindex="-1">${texts.review}</h3>
    <p class="meta">${texts.reviewHint}</p>
    ${answerList(scene)} ${decoy()}
    ${notice ? html`<p class="small" part="notice-text">${richText(notice, scene.href)}</p>` : nothing}
    <button type="submit" class="primary" part="send-button">
      ${playbook.delivery.to === 'mailto' ? texts.next : fill(texts.sendTo, { company: playbook.company.name })}
    </button>
  </form>`;
};

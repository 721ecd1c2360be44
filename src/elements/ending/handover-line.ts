/** How the hand-over stands, in words that are true. */
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../locales/index.js';
import { moreIcon } from '../more-icons.js';
import { contactWays } from '../notice/contact-ways.js';
import type { FullScene } from '../scene.js';

/** One sentence; empty when nothing is to be said. */
export const handoverWords = ({ view: { handover }, texts, playbook, time }: FullScene): string => {
  const company = playbook.company.name;
  switch (handover.is) {
    case 'none':
    case 'by-hand':
      return '';
    case 'saving':
      return texts.saving;
    case 'saved':
      if (handover.offline) return handover.durable ? texts.offline : texts.offlineHere;
      return handover.durable ? texts.saved : texts.savedHere;
    case 'sending':
      return handover.durable ? fill(texts.sending, { company }) : texts.savedHere;
    case 'waiting':
      if (handover.offline) return handover.durable ? texts.offline : texts.offlineHere;
      return handover.durable ? texts.waiting : texts.waitingHere;
    case 'sent':
      return fill(handover.unseen ? texts.handed : texts.sent, { company, time: time(handover.atMs) });
    case 'failed':
      return fill(texts.failed, { company });
  }
};

/** Every answer with its question, as plain lines for the clipboard. */
export const answersAsText = ({ view, texts }: FullScene): string =>
  view.answers
    .map(({ prompt, label, value }) => `${prompt.trim()}\n${value === null ? texts.skipped : label}`)
    .join('\n\n');

export const handoverLine = (scene: FullScene): TemplateResult | typeof nothing => {
  const { texts, playbook } = scene;
  const { handover } = scene.view;
  const words = handoverWords(scene);
  if (!words) return nothing;
  const again =
    handover.is === 'waiting' || handover.is === 'failed'
      ? html`<button type="button" class="quiet" @click=${() => scene.send({ type: 'visitor.retried' })}>
          ${texts.tryNow}
        </button>`
      : nothing;
  const line = html`<p class="state state-${handover.is}" part="handover">
    ${
      handover.is === 'sent' && !handover.unseen
        ? moreIcon('check')
        : handover.is === 'failed'
          ? moreIcon('warning')
          : html`<span class="dot" aria-hidden="true"></span>`
    }
    <span>${words}</span> ${handover.is === 'failed' ? nothing : again}
  </p>`;
  if (scene.view.ending?.late) {
    return html`${line}
      <p>${fill(texts.late, { company: playbook.company.name })}</p>
      ${contactWays(playbook.company, texts)}`;
  }
  if (handover.is !== 'failed') return line;
  return html`${line} ${contactWays(playbook.company, texts)}
    <div class="acts">
      <button type="button" class="secondary" @click=${() => scene.copy(answersAsText(scene))}>
        ${scene.copied ? texts.copied : texts.copyAnswers}
      </button>
      ${again}
    </div>`;
};

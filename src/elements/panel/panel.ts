/** What is inside the panel: header, conversation, the input for what is asked, composer. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Composer } from '../composer/composer.js';
import { inputs, questionsLeft } from '../inputs/inputs.js';
import { icon } from '../icon.js';
import type { Block } from '../log/blocks.js';
import { log } from '../log/log.js';
import type { ScrollKeeper } from '../log/scroll-keeper.js';
import { stuck, type Ways } from '../notice/contact-ways.js';
import { refusalFor } from '../notice/refusal.js';
import type { Scene } from '../scene.js';

export type Later = typeof import('../later.js');

export interface PanelParts {
  readonly scene: Scene;
  /** Null as long as it is being loaded, false when it cannot be. */
  readonly later: Later | null | false;
  readonly blocks: readonly Block[];
  readonly composer: Composer;
  readonly scroll: ScrollKeeper;
  readonly ways: Ways;
  readonly root: ParentNode;
}

/** Shown only when it takes longer than people notice. */
export const waiting = (words: string): TemplateResult =>
  html`<div class="waiting" role="status"><span class="unseen">${words}</span><i></i><i></i><i></i></div>`;

const show =
  ({ productCards, answerList }: Later) =>
  (what: 'products' | 'summary', scene: Scene) =>
    what === 'products' ? productCards(scene) : html`<div class="card">${answerList(scene)}</div>`;
const shows = new WeakMap<Later, ReturnType<typeof show>>();
const showWith = (later: Later) => {
  const known = shows.get(later) ?? show(later);
  shows.set(later, known);
  return known;
};

/** Below the conversation: the input, the review, the ending. */
const below = ({ scene, later, ways, root }: PanelParts, wrong: boolean): unknown => {
  const { view, asked, texts, playbook } = scene;
  const help = () => stuck(ways, playbook.company.name, texts);
  const needs = (draw: (parts: Later) => unknown) =>
    later ? draw(later) : later === false ? help() : waiting(texts.loading);
  if (asked) {
    const card = () => needs(({ contactCard }) => contactCard(asked, scene, root));
    return keyed(asked.key, inputs(asked, scene, wrong, card));
  }
  switch (view.phase) {
    case 'restoring':
      return waiting(texts.loading);
    case 'reviewing':
      return needs(({ review }) => review(scene));
    case 'handingOver':
      return needs(({ handoverLine }) => handoverLine(scene));
    case 'ended':
      return needs(({ ending }) => ending(scene));
    default:
      return help();
  }
};

export const panel = (parts: PanelParts): TemplateResult => {
  const { scene, later, blocks, composer, scroll } = parts;
  const { texts, view } = scene;
  const refusal = refusalFor(scene);
  const left = questionsLeft(scene);
  const open = view.phase !== 'broken' && view.phase !== 'restoring';
  return html`
    <progress
      part="progress"
      max="1"
      .value=${view.fold.progress.shown}
      aria-label=${texts.progress}
      ?hidden=${left === ''}
    ></progress>
    <div
      class="scroller"
      tabindex="0"
      role="region"
      aria-label=${texts.conversation}
      @scroll=${scroll.scrolled}
    >
      ${log(scene, blocks, later ? showWith(later) : undefined)}
      <div class="ask" part="ask">${below(parts, refusal !== '')}</div>
    </div>
    ${
      scroll.unread
        ? html`<button type="button" class="unread" part="new-message" @click=${() => scroll.toEnd()}>
            ${texts.newMessage}${icon('down')}
          </button>`
        : nothing
    }
    ${
      open
        ? html`<footer part="footer">
            ${left ? html`<p class="left small">${left}</p>` : nothing}
            ${composer.render(scene, refusal !== '')}
            ${refusal ? html`<p class="error" id="error">${icon('warning')}<span>${refusal}</span></p>` : nothing}
          </footer>`
        : nothing
    }
    ${later && later.page(scene)}
  `;
};

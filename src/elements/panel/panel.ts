/** What is inside the panel: header, conversation, the input for what is asked, composer. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Composer } from '../composer/composer.js';
import { inputs, questionsLeft } from '../inputs/inputs.js';
import type { Block } from '../log/blocks.js';
import { log, type DrawShow } from '../log/log.js';
import type { ScrollKeeper } from '../log/scroll-keeper.js';
import { stuck, type Ways } from '../notice/contact-ways.js';
import type { FullScene, Scene } from '../scene.js';

export type Later = typeof import('../later.js');
export type Returning = typeof import('../returning/returning.js');

export interface PanelParts {
  readonly scene: Scene;
  /** Null as long as it is being loaded, false when it cannot be. */
  readonly later: Later | null | false;
  /** Null unless a visitor who came back is to be told something. */
  readonly returning: Returning | null;
  readonly blocks: readonly Block[];
  readonly composer: Composer;
  readonly scroll: ScrollKeeper;
  readonly ways: Ways;
  readonly root: ShadowRoot;
}

/** The second half of the texts came together with what needs it. */
export const full = (scene: Scene): FullScene => scene as FullScene;

/** Shown only when it takes longer than people notice. */
export const waiting = (words: string): TemplateResult =>
  html`<div class="waiting" role="status"><span class="unseen">${words}</span><i></i><i></i><i></i></div>`;

/** One function for each second half, so that lines that are the same are not drawn again. */
const shows = new WeakMap<Later, DrawShow>();
const showWith = (later: Later): DrawShow => {
  const show: DrawShow =
    shows.get(later) ??
    ((turn, scene) => {
      switch (turn.shows) {
        case 'products':
          return later.productCards(full(scene));
        case 'summary':
          return html`<div class="card">${later.answerList(full(scene))}</div>`;
        default:
          return later.aside(turn, full(scene));
      }
    });
  shows.set(later, show);
  return show;
};

/** Below the conversation: the input, the review, the ending. */
const below = ({ scene, later, ways, root }: PanelParts, wrong: boolean, error: unknown): unknown => {
  const { view, asked, texts, playbook } = scene;
  const help = () => stuck(ways, playbook.company.name, texts);
  const needs = (draw: (parts: Later, scene: FullScene) => unknown) =>
    later ? draw(later, full(scene)) : later === false ? help() : waiting(texts.loading);
  if (asked) {
    const more = () => needs(({ moreInputs }, whole) => moreInputs(asked, whole, root, wrong));
    const head = asked.of !== null && later ? later.changing(asked, full(scene)) : nothing;
    return keyed(asked.key, html`${head} ${inputs(asked, scene, wrong, more, error)}`);
  }
  switch (view.phase) {
    case 'restoring':
    case 'asking':
      return waiting(texts.loading);
    case 'reviewing':
      return needs(({ review }, whole) => review(whole));
    case 'handingOver':
      return needs(({ handoverLine }, whole) => handoverLine(whole));
    case 'ended':
      return needs(({ ending }, whole) => ending(whole, root));
    default:
      return help();
  }
};

export const panel = (parts: PanelParts): TemplateResult => {
  const { scene, later, returning, blocks, composer, scroll } = parts;
  const { texts, view } = scene;
  const refusal = later ? later.refusalFor(full(scene)) : '';
  const error = later && refusal ? later.errorLine(refusal, 'error') : nothing;
  // It stands below what it is about: the box, or what was chosen above it.
  const isBox = refusal !== '' && (!scene.asked || scene.asked.typed || composer.draft !== '');
  const left = questionsLeft(scene);
  const open = view.phase !== 'broken' && view.phase !== 'restoring';
  return html`<div class="body">
    ${later ? later.progress(full(scene)) : nothing} ${returning?.strips(full(scene))}
    <div
      class="scroller"
      tabindex="0"
      role="region"
      aria-label=${texts.conversation}
      @scroll=${scroll.scrolled}
    >
      ${log(scene, blocks, later ? showWith(later) : undefined)}
      <div class="ask" id="ask" part="ask">
        ${below(parts, refusal !== '' && !isBox, isBox ? nothing : error)}
      </div>
    </div>
    ${scroll.unread && later ? later.unread(full(scene), scroll.read) : nothing}
    ${
      open
        ? html`<footer part="footer">
            ${left ? html`<p class="left small">${left}</p>` : nothing}
            ${later ? later.emailHint(full(scene), parts.root) : nothing} ${composer.render(scene, isBox)}
            ${isBox ? error : nothing}
          </footer>`
        : nothing
    }
    ${later ? later.page(full(scene), parts.root) : nothing}
  </div>`;
};

/** The lines of the conversation, as a list inside a log. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Turn } from '../../flow/state.js';
import { stepOf } from '../inputs/asked.js';
import { message } from '../message/message.js';
import type { Scene } from '../scene.js';
import { BLOCK, speakerOf, type Block } from './blocks.js';

/** Draws what is no message: product cards, the summary, and what can be done about what was just said. */
export type DrawShow = (turn: Extract<Turn, { shows: string }>, scene: Scene) => unknown;

const isAnswer = (turn: Turn): boolean => turn.by === 'visitor' && turn.step !== undefined;

const drawBlock = (block: Block, scene: Scene, newest: Turn | undefined, show?: DrawShow) =>
  block.turns.map((turn, i) => {
    // Its place stays, so that the lines behind it are not drawn anew.
    if ('over' in turn) return nothing;
    if ('shows' in turn) return html`<div class="turn wide" role="listitem">${show?.(turn, scene)}</div>`;
    const beside = (other: Turn | undefined, edge: Block['before']) =>
      (other ? speakerOf(other) : edge) === turn.by;
    const place = {
      first: !beside(block.turns[i - 1], block.before),
      last: !beside(block.turns[i + 1], block.after),
      newest: turn === newest,
      changeable: isAnswer(turn) && stepOf(turn.step, scene.playbook) !== undefined,
    };
    return message(turn, scene, place);
  });

/** `show` is missing as long as it is still being loaded. */
export const log = (scene: Scene, blocks: readonly Block[], show?: DrawShow): TemplateResult => {
  const { turns } = scene.view.fold;
  const newest = turns.findLastIndex(isAnswer);
  const within = (index: number, block: number) =>
    Math.floor(index / BLOCK) === block ? turns[index]?.key : '';
  const shown = (block: Block) =>
    block.turns.some((turn) => 'shows' in turn) && [
      show,
      scene.allProducts,
      scene.view.recommendations,
      scene.view.answers.map(({ label }) => label),
    ];
  return html`<div
    class="log ${show ? 'live' : ''}"
    role="log"
    aria-live="off"
    aria-label=${scene.texts.messages}
    part="log"
  >
    <div id="lines" role="list">
      ${blocks.map(
        (block, i) =>
          html`<div class="block" role="none">
            ${guard([block, scene.texts, within(newest, i), show, JSON.stringify(shown(block))], () =>
              drawBlock(block, scene, block.turns[newest - i * BLOCK], show),
            )}
          </div>`,
      )}
    </div>
  </div>`;
};

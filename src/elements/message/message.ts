/**
 * One line of the conversation. There may be hundreds, so every line is one flat template with few parts.
 */
import { html, type TemplateResult } from 'lit';
import type { Turn } from '../../flow/state.js';
import { fill, type Texts } from '../../locales/index.js';
import { richText } from '../rich-text/rich-text.js';
import type { FullScene, Scene } from '../scene.js';

/** Where a line stands among its neighbours. */
export interface Place {
  /** Begins and ends what one side says without a break. */
  readonly first: boolean;
  readonly last: boolean;
  /** The newest answer: its way to change is always in sight on touch screens. */
  readonly newest: boolean;
  /** It is an answer that can be changed here. */
  readonly changeable: boolean;
}

type Spoken = Extract<Turn, { says: string }>;

/** What stands beside what the assistant says: the first letter of its name. */
export const markOf = (name: string): string => [...name.trim()][0]?.toLocaleUpperCase() ?? '';

/** The id of the element that holds a line's words. */
export const lineId = (key: string): string => `line-${key}`;

export const assistantName = ({ playbook: { company } }: Scene): string => company.assistant ?? company.name;

/** What is read out for a line, without marks; empty for lines that are no words. */
export const wordsOf = (turn: Turn, scene: Scene): string => {
  if (!('says' in turn)) return '';
  if (turn.by === 'visitor') return turn.skipped ? scene.texts.skipped : turn.says;
  const { texts } = scene as FullScene;
  const more = turn.url ? ` [${texts.readMore}](${turn.url})` : '';
  if (turn.note === 'answer-written') return `${turn.says}${more}\n*${texts.written}*`;
  if (more) return turn.says + more;
  if (turn.note === 'question-unsure') return texts.unsure;
  if (turn.note === 'looking-up') return texts.lookingUp;
  if (!turn.note || turn.says) return turn.says;
  const { team } = scene.playbook.company;
  return team ? fill(scene.texts.questionNotedTeam, { team }) : scene.texts.questionNoted;
};

/** Read out before what one side says: who it is. */
const speaker = ({ by }: Turn, scene: Scene, first: boolean): string => {
  if (!first) return '';
  return by === 'visitor'
    ? `${scene.texts.youSaid} `
    : `${fill(scene.texts.assistantSaid, { name: assistantName(scene) })} `;
};

/** That an answer was changed, or from which words it was understood. */
const noteOf = ({ changed, typed }: Extract<Spoken, { by: 'visitor' }>, { texts }: Scene): string =>
  changed ? texts.changed : typed ? fill((texts as Texts).understood, { text: typed }) : '';

/** A line with words. Focus can be sent to ours, because a question may be all there is to go to. */
export const message = (turn: Spoken, scene: Scene, place: Place): TemplateResult => {
  const { first, last, newest, changeable } = place;
  const look = `turn ${turn.by}${first ? ' first' : ''}${last ? ' last' : ''}${newest ? ' newest' : ''}`;
  const who = speaker(turn, scene, first);
  const says = wordsOf(turn, scene);
  const time = last ? scene.time(turn.at) : '';
  if (turn.by === 'assistant') {
    return html`<div role="listitem" class=${look} part="message">
      <span class="mark" aria-hidden="true" .textContent=${first ? markOf(assistantName(scene)) : ''}></span
      ><span class="unseen" .textContent=${who}></span>
      <div class="says" id=${lineId(turn.key)} tabindex="-1" part="assistant-message" dir="auto">
        ${richText(says, scene.href)}
      </div>
      <span class="time" .textContent=${time}></span>
    </div>`;
  }
  if (!changeable) {
    return html`<div role="listitem" class=${look} part="message">
      <span class="unseen" .textContent=${who}></span>
      <div class="says" part="visitor-message" dir="auto" .textContent=${says}></div>
      <span class="time" .textContent=${time}></span>
    </div>`;
  }
  const { texts } = scene;
  return html`<div role="listitem" class=${turn.skipped ? `${look} skipped` : look} part="message">
    <span class="unseen" .textContent=${who}></span>
    <div class="says" part="visitor-message" dir="auto" .textContent=${says}></div>
    <span class="note" .textContent=${noteOf(turn, scene)}></span
    ><button
      type="button"
      class="change quiet"
      data-change=${turn.n}
      aria-label=${fill(texts.changeAnswer, { answer: says })}
      .textContent=${texts.change}
    ></button
    ><span class="time" .textContent=${time}></span>
  </div>`;
};

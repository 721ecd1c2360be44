/** One line of the conversation. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Turn } from '../../flow/state.js';
import { fill } from '../../locales/index.js';
import { richText } from '../rich-text/rich-text.js';
import type { Scene } from '../scene.js';

/** Where a line stands among its neighbours. */
export interface Place {
  /** Begins and ends what one side says without a break. */
  readonly first: boolean;
  readonly last: boolean;
  /** The newest answer: its way to change is always in sight on touch screens. */
  readonly newest: boolean;
  /** The pending question: names the input below it. */
  readonly asking: boolean;
}

type Spoken = Extract<Turn, { says: string }>;

/** Whose mark stands beside what the assistant says: the first letter of its name. */
export const mark = (name: string): TemplateResult =>
  html`<span class="mark" aria-hidden="true">${[...name.trim()][0]?.toLocaleUpperCase() ?? ''}</span>`;

export const assistantName = ({ playbook: { company } }: Scene): string => company.assistant ?? company.name;

/** What is read out for a line, without marks; empty for lines that are no words. */
export const wordsOf = (turn: Turn, scene: Scene): string => {
  if (!('says' in turn)) return '';
  if (turn.by === 'visitor') return turn.skipped ? scene.texts.skipped : turn.says;
  if (turn.note !== 'question-noted' || turn.says) return turn.says;
  const { team } = scene.playbook.company;
  return team ? fill(scene.texts.questionNotedTeam, { team }) : scene.texts.questionNoted;
};

const spokenBy = (words: string) => html`<span class="unseen">${words} </span>`;

const assistantLine = (turn: Spoken, scene: Scene, { first, asking }: Place) => html`
  ${
    first
      ? html`${mark(assistantName(scene))}${spokenBy(fill(scene.texts.assistantSaid, { name: assistantName(scene) }))}`
      : nothing
  }
  <div
    class="says"
    id=${asking ? 'question' : nothing}
    tabindex=${asking ? -1 : nothing}
    part="assistant-message"
    dir="auto"
  >
    ${richText(wordsOf(turn, scene), scene.href)}
  </div>
`;

const changeButton = (n: number, scene: Scene, says: string) =>
  html`<button
    type="button"
    class="change quiet"
    aria-label=${fill(scene.texts.changeAnswer, { answer: says })}
    @click=${() => scene.change(n)}
  >
    ${scene.texts.change}
  </button>`;

const visitorLine = (
  turn: Spoken & { by: 'visitor' },
  scene: Scene,
  { first }: Place,
  changeable: boolean,
) => {
  const says = wordsOf(turn, scene);
  return html`
    ${first ? spokenBy(scene.texts.youSaid) : nothing}
    <div class="says ${turn.skipped ? 'skipped' : ''}" part="visitor-message" dir="auto">${says}</div>
    ${turn.changed ? html`<span class="note">${scene.texts.changed}</span>` : nothing}
    ${changeable ? changeButton(turn.n, scene, says) : nothing}
  `;
};

/** A line with words. */
export const message = (turn: Spoken, scene: Scene, place: Place, changeable: boolean): TemplateResult =>
  html`<div
    role="listitem"
    class="turn ${turn.by} ${place.first ? 'first' : ''} ${place.last ? 'last' : ''} ${place.newest ? 'newest' : ''}"
    part="message"
  >
    ${turn.by === 'visitor' ? visitorLine(turn, scene, place, changeable) : assistantLine(turn, scene, place)}
    ${place.last && turn.at ? html`<time datetime=${turn.at}>${scene.time(turn.at)}</time>` : nothing}
  </div>`;

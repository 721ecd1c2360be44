/** What can be done about what was just said: say whether an answer helped, or turn to a person. */
import { html, type TemplateResult } from 'lit';
import type { Turn } from '../../flow/state.js';
import type { FullScene } from '../scene.js';

export const aside = (
  turn: Extract<Turn, { shows: 'judging' | 'person' }>,
  scene: FullScene,
): TemplateResult => {
  const { texts, send, show } = scene;
  const { n: of } = turn;
  const act = (words: string, run: () => void) =>
    html`<button type="button" class="quiet" @click=${run}>${words}</button>`;
  if (turn.shows === 'person')
    return html`<div class="after">${act(texts.person, () => show('person'))}</div>`;
  const judge = (helpful: boolean) => () => send({ type: 'visitor.judged', of, helpful });
  return html`<div class="after" role="group" aria-label=${texts.helped}>
    <span class="meta">${texts.helped}</span>
    ${act(texts.yes, judge(true))} ${act(texts.no, judge(false))}
  </div>`;
};

/** The conversation of a lead, to read through or to watch again as it went. */
import { html } from 'hono/html';
import { plainText } from '../../../src/flow/rich-text.js';
import type { TranscriptTurn } from '../../../src/lead/transcript.js';
import { said, type Html } from './page.js';

const NOTES: Readonly<Record<NonNullable<TranscriptTurn['note']>, string>> = {
  skipped: 'Skipped',
  withheld: 'Not sent along',
  changed: 'changed',
  unanswered: 'nobody answered',
  known: 'known to the page',
  confirmed: 'still right',
  disowned: 'Said it is somebody else',
  consent: 'Yes',
  refused: 'No',
  helped: 'It helped',
  'not-helped': 'It did not help',
  written: 'written by a machine from your answers',
  sent: 'Sent it',
  chose: 'chosen',
  booked: 'booked',
  cancelled: 'cancelled',
  withdrew: 'Took it back',
};

/** "0:07", "12:40", "26:03:00": how long after the beginning. */
export const elapsed = (sinceMs: number): string => {
  const seconds = Math.max(0, Math.floor(sinceMs / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (count: number) => String(count).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};

/** A question stood there as soon as what came before it was answered. */
const sinces = (turns: readonly TranscriptTurn[], beganMs: number): readonly number[] => {
  let sinceMs = 0;
  return turns.map(({ by, at }) => {
    if (by === 'visitor') sinceMs = Math.max(sinceMs, Date.parse(at) - beganMs || 0);
    return sinceMs;
  });
};

const turn = ({ by, text, note, at }: TranscriptTurn, sinceMs: number): Html => {
  const words = note ? NOTES[note] : '';
  return html`<li class="${by}" data-since="${sinceMs}">
    <span class="unseen">${by === 'visitor' ? 'They: ' : 'We: '}</span>
    ${text ? said(by === 'assistant' ? plainText(text) : text) : words}
    ${text && words ? html`<span class="soft">${words}</span>` : ''}
    ${by === 'visitor' ? html`<time class="soft" datetime="${at}">${elapsed(sinceMs)}</time>` : ''}
  </li>`;
};

/** Everything that was said, in order. The buttons appear where scripts run; without them it is there to read. */
export const talk = (turns: readonly TranscriptTurn[], beganAt: string): Html => {
  const since = sinces(turns, Date.parse(beganAt));
  return html`<details class="talk">
    <summary>Whole conversation</summary>
    <p class="replay" hidden>
      <button type="button" data-replay>Play</button>
      <label
        >Speed
        <select data-speed>
          <option value="1">As it went</option>
          <option value="4" selected>4 times</option>
          <option value="16">16 times</option>
        </select></label
      >
      <span class="soft" data-clock></span>
    </p>
    <ol>
      ${turns.map((one, i) => turn(one, since[i] ?? 0))}
    </ol>
  </details>`;
};

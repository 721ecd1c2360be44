/** Why the verdict is what it is: every point with the answer it comes from. */
import { html } from 'hono/html';
import type { LeadAnswer } from '../../../src/lead/lead.js';
import { bandWord } from '../../../src/qualification/band-word.js';
import type { Judgement, Reason } from '../../../src/qualification/judgement.js';
import { said, type Html } from './page.js';

export const reasons = (judgement: Judgement, answers: readonly LeadAnswer[]): Html => {
  const word = bandWord(judgement);
  const [verdict] = judgement.reasons.filter(({ points }) => points === undefined);
  const points = judgement.reasons.filter((reason) => reason.points !== undefined);
  const widest = Math.max(1, ...points.map((reason) => Math.abs(reason.points ?? 0)));
  const unknown = judgement.slots
    .filter(({ id }) => judgement.missing.includes(id))
    .map(({ label }) => label);
  return html`<section class="verdict" aria-label="Verdict">
    <p class="verdict-line">
      <span class="band" data-word="${word}"><i></i>${word}</span>
      ${verdict ? html`<span>${said(verdict.because)}</span>` : ''} ${sums(judgement)}
    </p>
    ${
      points.length > 0
        ? html`<table class="reasons">
            <thead class="unseen">
              <tr>
                <th scope="col">Points</th>
                <th scope="col">Share</th>
                <th scope="col">Reason</th>
                <th scope="col">Their words</th>
              </tr>
            </thead>
            <tbody>
              ${points.map((reason) => line(reason, answers, widest))}
            </tbody>
          </table>`
        : ''
    }
    ${unknown.length > 0 ? html`<p class="soft">Not known: ${said(unknown.join(', '))}</p>` : ''}
  </section>`;
};

const sums = ({ score, outOf, slots, framework }: Judgement): Html => {
  const yes = slots.filter(({ state }) => state === 'yes').length;
  const parts = [
    ...(outOf > 0 ? [`${score} of ${outOf} points`] : []),
    ...(slots.length > 0
      ? [`${yes} of ${slots.length} ${framework === 'own' ? 'slots' : framework} yes`]
      : []),
  ];
  return html`<span class="soft sums">${parts.join(' · ')}</span>`;
};

const line = (
  { points = 0, because, evidence }: Reason,
  answers: readonly LeadAnswer[],
  widest: number,
): Html => {
  const words = answers.filter(({ n }) => evidence.includes(n)).map(({ label }) => label);
  const width = Math.round((100 * Math.abs(points)) / widest);
  return html`<tr>
    <td class="points">${points > 0 ? '+' : '−'}${Math.abs(points)}</td>
    <td class="share" aria-hidden="true">
      <svg viewBox="0 0 100 2" preserveAspectRatio="none">
        <rect class="${points < 0 ? 'minus' : ''}" width="${width}" height="2" />
      </svg>
    </td>
    <td>${said(because)}</td>
    <td class="quote">${words.map((text, i) => html`${i > 0 ? ', ' : ''}“${said(text)}”`)}</td>
  </tr>`;
};

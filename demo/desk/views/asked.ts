/** What a prospect asked and what held them back, with what they were told. */
import { html } from 'hono/html';
import { plainText } from '../../../src/flow/rich-text.js';
import type { Lead, LeadObjection } from '../../../src/lead/lead.js';
import { said, type Html } from './page.js';

/** Their questions; those without an answer that helped stand out. Empty: none. */
export const asked = ({ questions = [] }: Lead): Html | '' =>
  questions.length === 0
    ? ''
    : html`<ul>
        ${questions.map(
          ({ text, knowledge, helpful, answer, writtenFrom }) =>
            html`<li>
              “${said(text)}”
              ${
                knowledge === null
                  ? html`<span class="open">not answered: have an answer ready</span>`
                  : helpful === false
                    ? html`<span class="open">answered, did not help</span>`
                    : html`<span class="soft">answered${helpful ? ', helped' : ''}</span>`
              }${
                writtenFrom
                  ? html` <span class="soft"
                      >by a machine, from ${said(writtenFrom.map(wordsOf).join(', '))}:
                      ${said(plainText(answer ?? ''))}</span
                    >`
                  : ''
              }
            </li>`,
        )}
      </ul>`;

const OUTCOMES: Readonly<Record<LeadObjection['outcome'], string>> = {
  raised: 'not talked about',
  explored: 'no reply yet',
  responded: 'they went on',
  resolved: 'that helped',
  parked: 'left open',
  escalated: 'wants to talk to a person about it',
};

const STILL_OPEN: readonly LeadObjection['outcome'][] = ['raised', 'explored', 'parked', 'escalated'];

/** Their worries one by one: what kind, in their words, what was replied, what came of it. Empty: none. */
export const worries = ({ objections = [] }: Lead): Html | '' =>
  objections.length === 0
    ? ''
    : html`<ul>
        ${objections.map(
          ({ objection, category, text, explored, response, outcome }) =>
            html`<li>
              <b>${said(wordsOf(objection))}</b>${
                category === 'other' || category === objection
                  ? ''
                  : html` <span class="soft">${wordsOf(category)}</span>`
              }
              ${[text, explored].filter(Boolean).map((words) => html`“${said(words)}” `)}
              ${response ? html`<span class="soft">told: ${said(plainText(response))}</span>` : ''}
              <span class="${STILL_OPEN.includes(outcome) ? 'open' : 'soft'}">${OUTCOMES[outcome]}</span>
            </li>`,
        )}
      </ul>`;

/** A name of the playbook as words. */
const wordsOf = (name: string): string => name.replace(/[_-]+/g, ' ');

/** How far the team is: a line a target, with the goal and what an even pace would have brought by now. */
import { html } from 'hono/html';
import type { Attained, Target } from '../../../src/lead/targets.js';
import type { Playbook } from '../../../src/playbook/schema.js';
import { targetWords } from '../targets.js';
import { said, type Html } from './page.js';

const PERIOD: Readonly<Record<Target['period'], string>> = {
  month: 'This month',
  quarter: 'This quarter',
  year: 'This year',
};

export const targetsTable = (all: readonly Attained[], playbook: Playbook): Html | '' =>
  all.length === 0
    ? ''
    : html`<section>
        <h2>Targets</h2>
        <table id="targets">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Reached</th>
              <th scope="col" class="wide">Share</th>
              <th scope="col">Pace</th>
            </tr>
          </thead>
          <tbody>
            ${all.map(({ target, done, attainment, expected }) => {
              const behind = Math.ceil(expected) - done;
              return html`<tr>
                <th scope="row">
                  ${said(targetWords(target, playbook))} <span class="soft">${PERIOD[target.period]}</span>
                  <progress
                    max="${target.goal}"
                    value="${Math.min(done, target.goal)}"
                    aria-hidden="true"
                  ></progress>
                </th>
                <td>${done} <span class="soft">of ${target.goal}</span></td>
                <td class="wide">${Math.round(100 * attainment)} %</td>
                <td>
                  ${done >= target.goal ? 'Reached' : behind > 0 ? `${behind} behind an even pace` : 'On pace'}
                </td>
              </tr>`;
            })}
          </tbody>
        </table>
        <p class="note"><a href="/targets.csv?playbook=${playbook.id}">The same for a spreadsheet</a></p>
      </section>`;

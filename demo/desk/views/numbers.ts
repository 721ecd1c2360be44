/** How far conversations come: as pictures, and the same figures as tables, which the pictures are drawn from. */
import { html } from 'hono/html';
import type { Attained } from '../../../src/lead/targets.js';
import type { Playbook } from '../../../src/playbook/schema.js';
import type { Funnel, Reached, StepReached, VersionReached } from '../funnel.js';
import { mark, page, said, type Html } from './page.js';
import { targetsTable } from './targets.js';

/** Days that can be looked at; the last one is today. */
export const PERIODS = [7, 30, 90] as const;

interface Numbers {
  readonly funnel: Funnel;
  readonly targets: readonly Attained[];
  readonly playbook: Playbook;
  readonly playbooks: readonly Playbook[];
  readonly days: number;
  /** The version that is looked at; empty: all. */
  readonly hash: string;
}

export const numbersPage = (numbers: Numbers): Html =>
  page(
    'Numbers',
    'numbers',
    html`<header class="bar">
        <p class="brand">${mark()} Desk</p>
        <nav aria-label="Desk">
          <a href="/">Inbox</a>
          <a href="/numbers" aria-current="page">Numbers</a>
        </nav>
        <form method="post" action="/logout"><button class="quiet" type="submit">Log out</button></form>
      </header>
      <main>
        <div class="title">
          <h1>Numbers</h1>
          ${periods(numbers)}
        </div>
        ${numbers.playbooks.length > 1 ? choiceOfPlaybook(numbers) : ''}
        ${targetsTable(numbers.targets, numbers.playbook)}
        ${numbers.funnel.versions.length === 0 ? nothing(numbers) : figures(numbers)}
      </main>`,
    html`<link rel="stylesheet" href="/desk/numbers.css" />
      <script src="/desk/chart.js" defer></script>
      <script src="/desk/numbers.js" defer></script>`,
  );

/** The address of this page with another period, version or playbook. */
const pageWith = (
  { playbook, days, hash }: Numbers,
  other: { days?: number; hash?: string; playbook?: string },
): string => {
  const query = new URLSearchParams({
    playbook: other.playbook ?? playbook.id,
    days: String(other.days ?? days),
    ...((other.hash ?? hash) && { version: other.hash ?? hash }),
  });
  return `/numbers?${query}`;
};

const periods = (numbers: Numbers): Html =>
  html`<nav class="choice" aria-label="Period">
    ${PERIODS.map(
      (days) =>
        html`<a
          href="${pageWith(numbers, { days })}"
          ${days === numbers.days ? html`aria-current="true"` : ''}
          >${days} days</a
        >`,
    )}
  </nav>`;

const choiceOfPlaybook = (numbers: Numbers): Html =>
  html`<nav class="choice" aria-label="Playbook">
    ${numbers.playbooks.map(
      ({ id }) =>
        html`<a
          href="${pageWith(numbers, { playbook: id, hash: '' })}"
          ${id === numbers.playbook.id ? html`aria-current="true"` : ''}
          >${id}</a
        >`,
    )}
  </nav>`;

const nothing = ({ days, playbook }: Numbers): Html =>
  html`<div class="empty">
    <h2>Nothing was counted in the last ${days} days.</h2>
    ${
      playbook.delivery.counts
        ? html`<p>A chat that is opened on your site is counted when its page is left.</p>`
        : html`<p>
            Counting is off. Write <code>"counts": true</code> into <code>"delivery"</code> of your playbook.
          </p>`
    }
  </div>`;

/** "62 %"; a dash where there is nothing to take a share of. */
const share = (part: number, whole: number): string =>
  whole > 0 ? `${Math.round((100 * part) / whole)} %` : '–';

const figures = (numbers: Numbers): Html => {
  const { funnel } = numbers;
  const { opened, started, finished, steps, days, versions } = funnel;
  return html`<dl class="sums">
      ${sum('Opened', opened, `in ${numbers.days} days`)}
      ${sum('Started', started, `${share(started, opened)} of opened`)}
      ${sum('Finished', finished, `${share(finished, started)} of started`)}
    </dl>
    ${
      steps.length > 0
        ? section('Step by step', 'steps', 'How many answered each question, and how many were left at it.', [
            stepsTable(steps),
          ])
        : ''
    }
    ${section('Day by day', 'days', 'Opened, started and finished on each day.', [
      html`<details>
        <summary>The same as a table</summary>
        ${daysTable(days)}
      </details>`,
    ])}
    <section>
      <h2>Version by version</h2>
      ${versionsTable(versions, numbers)}
    </section>
    <p class="note">
      Counts have no answers and no people in them. Trials and what looks like spam are left out, and so are
      visitors whose browser asks not to be tracked (Global Privacy Control).
    </p>`;
};

const sum = (name: string, number: number, note: string): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${number} <span class="soft">${note}</span></dd>
  </div>`;

const section = (title: string, name: string, picture: string, tables: readonly Html[]): Html =>
  html`<section>
    <h2>${title}</h2>
    <div class="picture"><canvas data-chart="${name}" role="img" aria-label="${picture}"></canvas></div>
    ${tables}
  </section>`;

const stepsTable = (steps: readonly StepReached[]): Html =>
  html`<table id="steps">
    <thead>
      <tr>
        <th scope="col">Question</th>
        <th scope="col">Asked</th>
        <th scope="col">Answered</th>
        <th scope="col">Left here</th>
        <th scope="col" class="wide">Share</th>
      </tr>
    </thead>
    <tbody>
      ${steps.map(({ step, ask, asked, answered }) => {
        // Asked on a day before the period, answered in it.
        const left = Math.max(0, asked - answered);
        return html`<tr title="${step}">
          <th scope="row">${said(ask)}</th>
          <td>${asked}</td>
          <td>${answered}</td>
          <td>${left}</td>
          <td class="wide">${share(left, asked)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;

const reachedHead = (first: string): Html =>
  html`<thead>
    <tr>
      <th scope="col">${first}</th>
      <th scope="col">Opened</th>
      <th scope="col">Started</th>
      <th scope="col">Finished</th>
    </tr>
  </thead>`;

const reachedCells = ({ opened, started, finished }: Reached): Html =>
  html`<td>${opened}</td>
    <td>${started}</td>
    <td>${finished}</td>`;

const daysTable = (days: Funnel['days']): Html =>
  html`<table id="days">
    ${reachedHead('Day')}
    <tbody>
      ${days.map(
        (day) =>
          html`<tr>
            <th scope="row"><time datetime="${day.day}">${dayWords(day.day)}</time></th>
            ${reachedCells(day)}
          </tr>`,
      )}
    </tbody>
  </table>`;

const versionsTable = (versions: readonly VersionReached[], numbers: Numbers): Html =>
  html`<table id="versions">
    ${reachedHead('Version')}
    <tbody>
      ${versions.map(
        (one) =>
          html`<tr>
            <th scope="row">
              <a href="${pageWith(numbers, { hash: one.hash })}">${said(one.version || 'No version')}</a>
              <span class="soft">since ${dayWords(one.since)}</span>
              ${
                one.hash === numbers.hash
                  ? html`<span class="tag">shown</span>
                      <a class="soft" href="${pageWith(numbers, { hash: '' })}">show all</a>`
                  : ''
              }
            </th>
            ${reachedCells(one)}
          </tr>`,
      )}
    </tbody>
  </table>`;

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** "23 Nov". */
const dayWords = (day: string): string => DAY.format(Date.parse(day));

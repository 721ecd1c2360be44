import { html } from 'hono/html';
import { rowOf } from '../row.js';
import type { Drawer, KeptLead } from '../store.js';
import { ageOf, dayOf, dueOf, initialsOf } from '../words.js';
import { mark, page, said, type Html } from './page.js';

export interface Inbox {
  readonly drawer: Drawer;
  readonly search: string;
  readonly leads: readonly KeptLead[];
  readonly counts: Readonly<Record<Drawer, number>>;
  /** There are older ones that are not shown. */
  readonly more: boolean;
  readonly nowMs: number;
  readonly zone: string;
}

const TABS: readonly (readonly [Drawer, string, string])[] = [
  ['leads', 'Inbox', '/'],
  ['done', 'Done', '/?tab=done'],
  ['test', 'Test', '/?tab=test'],
  ['spam', 'Spam', '/?tab=spam'],
];

/** How each drawer is called. */
export const TITLES: Readonly<Record<Drawer, string>> = {
  leads: 'Inbox',
  done: 'Done',
  test: 'Test',
  spam: 'Spam',
};
const NOTHING: Readonly<Record<Drawer, string>> = {
  leads: 'No leads yet.',
  done: 'Nothing is done yet.',
  test: 'No test leads.',
  spam: 'No spam.',
};

export const inboxPage = (inbox: Inbox): Html =>
  page(
    'Leads',
    'inbox',
    html`<header class="bar">
        <p class="brand">${mark()} Desk</p>
        <nav aria-label="Inbox">
          ${TABS.map(
            ([drawer, label, href]) =>
              html`<a href="${href}" ${drawer === inbox.drawer ? html`aria-current="page"` : ''}
                >${label} <span class="count" data-count="${drawer}">${inbox.counts[drawer]}</span></a
              >`,
          )}
          <a href="/numbers">Numbers</a>
        </nav>
        <form class="search" role="search" action="/" method="get">
          <input type="hidden" name="tab" value="${inbox.drawer}" />
          <input
            type="search"
            name="q"
            value="${inbox.search}"
            placeholder="Search"
            aria-label="Search leads"
            autocomplete="off"
          />
        </form>
        <p class="state" id="state" role="status"></p>
        <form method="post" action="/logout"><button class="quiet" type="submit">Log out</button></form>
      </header>
      <main>
        <h1 class="unseen">${TITLES[inbox.drawer]}</h1>
        <div id="list" data-live="${inbox.drawer}">
          ${inbox.leads.length === 0 ? empty(inbox) : groups(inbox)}
        </div>
        ${inbox.drawer === 'leads' && !inbox.search && inbox.leads.length > 0 ? openQuestions() : ''}
      </main>
      <footer class="keys" aria-hidden="true">
        <span><kbd>j</kbd> <kbd>k</kbd> move</span> <span><kbd>Enter</kbd> open</span>
        <span><kbd>/</kbd> search</span>
      </footer>
      <p class="unseen" id="news" role="status"></p>`,
  );

const openQuestions = (): Html =>
  html`<p class="end">
    <a href="/questions.csv" download>Questions without an answer</a>, as a table to write the answers into.
  </p>`;

const groups = (inbox: Inbox): Html => {
  const days = [...grouped(inbox)];
  return html`${days.map(
    ([day, leads], i) =>
      html`<section>
        <h2>
          ${day.replace(/^./, (letter) => letter.toUpperCase())}
          <span class="count">${leads.length}${inbox.more && i === days.length - 1 ? '+' : ''}</span>
        </h2>
        <ul class="rows">
          ${leads.map((kept) => html`<li>${line(kept, inbox)}</li>`)}
        </ul>
      </section>`,
  )}
  ${inbox.more ? html`<p class="end">Older leads are not shown. Search to find them.</p>` : ''}`;
};

const grouped = ({ leads, nowMs, zone }: Inbox): Map<string, KeptLead[]> => {
  const days = new Map<string, KeptLead[]>();
  for (const kept of leads) {
    const day = dayOf(kept.receivedAt.getTime(), nowMs, zone);
    days.set(day, [...(days.get(day) ?? []), kept]);
  }
  return days;
};

const line = (kept: KeptLead, { nowMs, zone }: Inbox): Html => {
  const row = rowOf(kept);
  const due = row.dueAt === null || kept.doneAt ? null : dueOf(row.dueAt, nowMs, zone);
  return html`<a class="row" href="/leads/${row.ref}" data-ref="${row.ref}" data-name="${row.name}">
    <span class="band" data-word="${row.word}"><i></i>${row.word}</span>
    <span class="name"
      >${row.marks.map(({ word, text }) => html`<span class="tag" title="${text}">${word}</span> `)}${said(row.name)}</span
    >
    <span class="company">${said(row.company)}</span>
    <span class="need">${said(row.need)}</span>
    <span class="next"
      >${row.step}${row.step && due ? html`<span class="dot"> · </span>` : ''}${
        due ? html`<span class="due" data-due="${due.state}">${due.text}</span>` : ''
      }</span
    >
    <span class="owner" title="${row.owner ?? 'Nobody'}"
      >${row.owner ? html`<span aria-hidden="true">${said(initialsOf(row.owner))}</span><span class="unseen">${said(row.owner)}</span>` : ''}</span
    >
    <time class="age" datetime="${row.receivedAt.toISOString()}">${ageOf(row.receivedAt, nowMs)}</time>
  </a>`;
};

const empty = ({ drawer, search }: Inbox): Html => {
  if (search) {
    return html`<div class="empty">
      <p>Nothing found for “${said(search)}”.</p>
      <p><a href="/?tab=${drawer}">Show all</a></p>
    </div>`;
  }
  return html`<div class="empty">
    <p>${NOTHING[drawer]}</p>
    ${
      drawer === 'done' || drawer === 'spam'
        ? ''
        : html`<form method="post" action="/test-lead"><button type="submit">Send a test lead</button></form>`
    }
  </div>`;
};

/** One lead: what a rep needs to act, in the order in which it is needed. */
import { html } from 'hono/html';
import { plainText } from '../../../src/flow/rich-text.js';
import type { Brief, BriefPart } from '../../../src/lead/brief.js';
import { lineText } from '../../../src/lead/brief-text.js';
import { knownWords } from '../../../src/lead/known-words.js';
import type { Lead, LeadAnswer } from '../../../src/lead/lead.js';
import type { TranscriptTurn } from '../../../src/lead/transcript.js';
import { isOwnWords, nameOf, rowOf } from '../row.js';
import type { KeptLead } from '../store.js';
import { asked, worries } from './asked.js';
import { TITLES } from './inbox.js';
import { inside } from './inside.js';
import { leadAside, type Beside } from './lead-aside.js';
import { nextStep } from './next-step.js';
import { mark, page, said, type Html } from './page.js';
import { reasons } from './reasons.js';
import { fits } from './recommended.js';
import { talk } from './talk.js';
import { tasks } from './tasks.js';

export interface LeadView extends Beside {
  readonly brief: Brief;
  readonly transcript: readonly TranscriptTurn[];
}

export const leadPage = (view: LeadView): Html => {
  const { kept } = view;
  const { lead } = kept;
  const name = nameOf(lead);
  return page(
    `${name} · Desk`,
    'lead',
    html`<header class="bar">
        <a class="back" href="/${kept.drawer === 'leads' ? '' : `?tab=${kept.drawer}`}"
          >${mark()}<span>${TITLES[kept.drawer]}</span></a
        >
        <p class="ref">${kept.ref}</p>
        <p class="state" id="state" role="status"></p>
      </header>
      <main>${lead.phase === 'withdrawn' ? gone(kept) : html`${head(view)} ${body(view)}`}</main>`,
  );
};

const gone = ({ ref }: KeptLead): Html =>
  html`<div class="empty">
    <h1>${ref} was withdrawn</h1>
    <p>Nothing personal is kept of it.</p>
    <p><a href="/">All leads</a></p>
  </div>`;

const head = ({ kept, brief }: LeadView): Html => {
  const { lead } = kept;
  const row = rowOf(kept);
  const { phone, email } = lead.contact ?? {};
  return html`<div class="title">
      <h1>${said(row.name)}${row.company ? html`<span class="firm">, ${said(row.company)}</span>` : ''}</h1>
      ${row.marks.map(({ text }) => html`<span class="tag">${text}</span>`)}
    </div>
    <div class="acts">
      ${phone ? html`<a class="act main" href="tel:${phone.replace(/[^+\d]/g, '')}">Call</a>` : ''}
      ${
        email
          ? html`<a
              class="act ${phone ? '' : 'main'}"
              href="mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent('Your question to us')}"
              >Reply</a
            >`
          : ''
      }
      <form method="post" action="/leads/${kept.ref}/done">
        ${kept.doneAt ? html`<input type="hidden" name="open" value="yes" />` : ''}
        <button type="submit">${kept.doneAt ? 'Open again' : 'Done'}</button>
      </form>
      <button class="act" type="button" data-copy="brief" hidden>Copy brief</button>
      ${
        kept.drawer === 'test'
          ? ''
          : html`<form method="post" action="/leads/${kept.ref}/spam">
              <input type="hidden" name="is" value="${kept.drawer === 'spam' ? 'no' : 'yes'}" />
              <button type="submit">${kept.drawer === 'spam' ? 'Not spam' : 'Spam'}</button>
            </form>`
      }
      <a class="act" href="/leads/${kept.ref}.json" download="${kept.ref}.json">Export</a>
      <pre id="brief" hidden>${[brief.subject, '', ...brief.lines].join('\n')}</pre>
    </div>`;
};

const body = (view: LeadView): Html => {
  const { lead } = view.kept;
  return html`<div class="columns">
    <article>
      ${again(view.brief)} ${nextStep(view)}
      <p class="person">${person(lead)}</p>
      ${lead.qualification ? reasons(lead.qualification, lead.answers ?? []) : ''} ${inside(view.both)}
      <dl class="brief">
        ${ownWords(lead).map((text) => entry('They added', html`“${said(text)}”`))}
        ${fits(lead) ? entry('Fits', fits(lead)) : ''} ${worry(view)}
        ${asked(lead) ? entry('They asked', asked(lead)) : ''} ${sayFirst(view.brief)}
        ${tasks(view) ? entry('Follow-up', tasks(view)) : ''} ${entry('Answers', answers(lead.answers ?? []))}
      </dl>
      ${talk(view.transcript, lead.createdAt)}
    </article>
    ${leadAside(view)}
  </div>`;
};

/** What the brief says in one of its parts; empty where it says nothing. */
const partOf = ({ sections }: Brief, wanted: BriefPart): string =>
  (sections.find(({ part }) => part === wanted)?.lines ?? []).map(lineText).join(' ');

/** That they were here before, and what is different now. */
const again = (brief: Brief): Html | '' => {
  const words = partOf(brief, 'again');
  return words ? html`<p class="again">${said(words)}</p>` : '';
};

/** One by one; for leads of earlier versions as the brief has them. */
const worry = ({ brief, kept: { lead } }: LeadView): Html | '' => {
  const words = partOf(brief, 'worry');
  const listed = worries(lead);
  return listed || words ? entry('Worry', listed || html`${said(words)}`) : '';
};

/** The sentence to begin with, which the brief takes from their own words. */
const sayFirst = (brief: Brief): Html | '' => {
  const words = partOf(brief, 'say').replace(/^"(.*)"$/, '$1');
  return words ? entry('Say first', html`${said(words)}`) : '';
};

const entry = (label: string, text: Html | ''): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd>${text}</dd>
  </div>`;

const person = (lead: Lead): Html => {
  const { role, email, country, website } = lead.contact ?? {};
  const domain = website ?? email?.split('@')[1];
  const parts = [role, domain, country].filter((part) => part !== undefined && part !== '');
  return html`${parts.map((part) => html`${said(part)}<span class="dot"> · </span>`)} writes
  ${said(languageOf(lead.locale))}`;
};

const languageOf = (locale: string): string => {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
};

const ownWords = (lead: Lead): readonly string[] =>
  (lead.answers ?? [])
    .filter((answer) => isOwnWords(answer) && answer.label !== '')
    .map(({ label }) => label);

const answers = (list: readonly LeadAnswer[]): Html => {
  const shown = list.filter((answer) => answer.kind !== 'contact' && !isOwnWords(answer));
  if (shown.length === 0) return html`<span class="soft">none</span>`;
  return html`<ul class="answers">
    ${shown.map((answer) => {
      const { question, label, changed, before } = answer;
      const known = knownWords(answer);
      return html`<li>
        <span class="soft">${said(plainText(question))}</span>
        ${label ? said(label) : html`<span class="soft">skipped</span>`}
        ${changed ? html`<span class="soft">(changed from ${said(before)})</span>` : ''}
        ${known ? html`<span class="soft">(${said(known)})</span>` : ''}
      </li>`;
    })}
  </ul>`;
};

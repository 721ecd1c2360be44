/** What is planned for a lead, with the time that each is due. */
import { html } from 'hono/html';
import type { LeadTask } from '../../../src/lead/lead.js';
import type { KeptLead } from '../store.js';
import { dueOf } from '../words.js';
import { said, type Html } from './page.js';

interface TasksView {
  readonly kept: KeptLead;
  readonly nowMs: number;
  readonly zone: string;
}

const WORDS: { readonly [act in LeadTask['do']]: string } = {
  call: 'Call',
  email: 'E-mail',
  message: 'Message',
  visit: 'Visit',
  task: 'To do',
};

/** Empty where nothing is planned. What is done is done: then no times are shown. */
export const tasks = ({ kept, nowMs, zone }: TasksView): Html | '' => {
  const planned = kept.lead.tasks ?? [];
  if (planned.length === 0) return '';
  return html`<ol class="tasks">
    ${planned.map(({ do: act, say, dueAt, because }) => {
      const due = kept.doneAt ? null : dueOf(dueAt, nowMs, zone);
      return html`<li>
        <strong>${WORDS[act] ?? 'To do'}</strong>
        ${due ? html`<span class="due" data-due="${due.state}">${due.text}</span>` : ''}
        <span>${said(say)}</span>
        <span class="soft">${said(because)}</span>
      </li>`;
    })}
  </ol>`;
};

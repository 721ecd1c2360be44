/** What other programs have of a lead. */
import { html } from 'hono/html';
import type { ForwardTrouble } from '../../../src/receiver/forwarding/contract.js';
import type { ForwardState } from '../forwarding.js';
import type { KeptLead } from '../store.js';
import { dayAndTime } from '../words.js';
import { said, type Html } from './page.js';

interface Shown {
  readonly kept: KeptLead;
  readonly forwarded: readonly ForwardState[];
  readonly nowMs: number;
  readonly zone: string;
}

/** A line for every program; empty where none is named. */
export const forwarded = (shown: Shown): Html | '' =>
  shown.forwarded.length > 0 ? html`${shown.forwarded.map((state) => line(state, shown))}` : '';

const line = ({ program, label, progress }: ForwardState, { kept, nowMs, zone }: Shown): Html => {
  const when = (iso: string) => dayAndTime(iso, nowMs, zone);
  const { trouble, doneAt, nextAt, revision = 0 } = progress ?? {};
  const isNew = kept.lead.revision > revision;
  const words = trouble
    ? html`<span class="warn">${TROUBLE[trouble.is]}</span>`
    : doneAt && !isNew
      ? html`<span class="soft">passed on ${when(doneAt)}</span>`
      : html`<span class="soft">${progress && isNew ? 'newer here than there' : 'not passed on'}</span>`;
  const why = trouble && [trouble.why, trouble.code].filter(Boolean).join(' · ');
  return html`<div class="program" data-program="${program}" data-trouble="${trouble?.is ?? ''}">
    <p>${label} ${words}</p>
    ${why ? html`<p class="soft">${said(why)}</p>` : ''}
    ${trouble && nextAt ? html`<p class="soft">Next try ${when(nextAt)}</p>` : ''}
    ${
      mayPass(kept) && (trouble || isNew)
        ? html`<form method="post" action="/leads/${kept.ref}/forward">
            <input type="hidden" name="program" value="${program}" />
            <button type="submit">${progress ? 'Try now' : 'Pass on'}</button>
          </form>`
        : ''
    }
  </div>`;
};

const TROUBLE: Readonly<Record<ForwardTrouble['is'], string>> = {
  later: 'does not answer. It is tried again.',
  settings: 'does not let us in. Check its key and address.',
  refused: 'refused it as it is.',
};

/** Trials, spam and what nobody sent yet are for the desk only. */
const mayPass = ({ drawer, lead }: KeptLead): boolean =>
  (drawer === 'leads' || drawer === 'done') && lead.phase !== 'partial';

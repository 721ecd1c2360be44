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
  shown.forwarded.length > 0
    ? html`<dl class="fields programs">${shown.forwarded.map((state) => line(state, shown))}</dl>`
    : '';

const line = ({ program, label, progress }: ForwardState, { kept, nowMs, zone }: Shown): Html => {
  const when = (iso: string) => dayAndTime(iso, nowMs, zone);
  const { trouble, doneAt, nextAt, revision = 0 } = progress ?? {};
  const isNew = kept.lead.revision > revision;
  const stands =
    doneAt && !isNew
      ? when(doneAt)
      : html`<span class="soft">${progress && !isNew ? 'nothing to pass on' : 'not passed on'}</span>`;
  return html`<div data-program="${program}" data-trouble="${trouble?.is ?? ''}">
    <dt>${label}</dt>
    <dd>
      ${trouble ? html`<span class="trouble">${TROUBLE[trouble.is]}</span>` : stands}
      ${trouble ? html`<span class="soft">${said(whyOf(trouble))}</span>` : ''}
      ${trouble && nextAt ? html`<span class="soft">Next try ${when(nextAt)}</span>` : ''}
      ${
        mayPass(kept) && (trouble || isNew)
          ? html`<form method="post" action="/leads/${kept.ref}/forward">
              <input type="hidden" name="program" value="${program}" />
              <button type="submit">${progress ? 'Try now' : 'Pass on'}</button>
            </form>`
          : ''
      }
    </dd>
  </div>`;
};

const TROUBLE: Readonly<Record<ForwardTrouble['is'], string>> = {
  later: 'No answer. It is tried again.',
  settings: 'Does not let us in. Check key and address.',
  refused: 'Refused this lead.',
};

/** "Service Unavailable (503)". */
const whyOf = ({ code, why }: ForwardTrouble): string => {
  const short = code.replace(/^status\./, '');
  return why && why !== short ? `${why} (${short})` : short;
};

/** Trials, spam and what nobody sent yet are for the desk only. */
const mayPass = ({ drawer, lead }: KeptLead): boolean =>
  (drawer === 'leads' || drawer === 'done') && lead.phase !== 'partial';

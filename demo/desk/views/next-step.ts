/** What happens next with a lead: when, in both zones, whether it stands, who answers and by when. */
import { html } from 'hono/html';
import type { Lead } from '../../../src/lead/lead.js';
import { minutesAhead } from '../../../src/routing/slots.js';
import { rowOf } from '../row.js';
import type { KeptLead } from '../store.js';
import { cityOf, dayAndTime, dueOf } from '../words.js';
import { said, type Html } from './page.js';

interface StepView {
  readonly kept: KeptLead;
  readonly nowMs: number;
  readonly zone: string;
}

/** The line at the top of a lead; empty where nothing was agreed and nothing is due. */
export const nextStep = (view: StepView): Html | '' => {
  const { kept, nowMs, zone } = view;
  const { nextStep: step, routing } = kept.lead;
  const row = rowOf(kept);
  const due = routing?.dueAt && !kept.doneAt ? dueOf(routing.dueAt, nowMs, zone) : null;
  if (!step && !due) return '';
  return html`<p class="step">
    <strong>${row.step || 'Answer'}</strong>
    ${step?.start ? html`<span>${dayAndTime(step.start, nowMs, zone)} ${cityOf(zone)}</span>` : ''}
    ${step?.start ? forThem(step, view) : ''} ${step ? stepStands(step) : ''} ${step ? stepDetails(step) : ''}
    ${routing?.name ? html`<span>${said(routing.name)}</span>` : ''}
    ${step?.start ? html`<a href="/leads/${kept.ref}.ics" download="${kept.ref}.ics">Add to calendar</a>` : ''}
    ${due ? html`<span class="due" data-due="${due.state}">${step ? 'answer ' : ''}${due.text}</span>` : ''}
  </p>`;
};

/** Whether anybody still has to do something about it. */
const stepStands = ({ status, kind, start, label }: NonNullable<Lead['nextStep']>): Html | '' => {
  if (status === 'cancelled') return html`<span>${said(label)}</span>`;
  if (status === 'booked') return html`<span class="soft">booked</span>`;
  if (kind !== 'callback' && kind !== 'visit' && !start) return '';
  return html`<span class="soft">requested, not yet confirmed</span>`;
};

/** The same time as the prospect sees it, where their clock says something else. */
const forThem = ({ start = '', timeZone }: NonNullable<Lead['nextStep']>, view: StepView): Html | '' => {
  if (timeZone === undefined || minutesAhead(timeZone, view.zone, start) === 0) return '';
  const theirs = dayAndTime(start, view.nowMs, timeZone);
  return html`<span class="soft">${theirs} ${cityOf(timeZone)} for them</span>`;
};

const stepDetails = ({ details = {} }: NonNullable<Lead['nextStep']>): readonly Html[] =>
  ['address', 'place', 'phone', 'note', 'reference'].flatMap((name) =>
    details[name] ? [html`<span>${said(details[name])}</span>`] : [],
  );

/** Beside the brief: who it is, who answers, how they came, what they agreed to, and what the desk knows. */
import { html } from 'hono/html';
import { plainText } from '../../../src/flow/rich-text.js';
import type { Arrival } from '../../../src/flow/log.js';
import type { Contact, Lead } from '../../../src/lead/lead.js';
import { sourceWords } from '../../../src/lead/source-words.js';
import { pathLines, visitWords } from '../../../src/lead/visit-words.js';
import { whenIn } from '../../../src/lead/when.js';
import type { Judging } from '../../../src/receiver/contract.js';
import type { WithPrivate } from '../../../src/receiver/private-part.js';
import type { ForwardState } from '../forwarding.js';
import type { KeptLead } from '../store.js';
import { cityOf, dayAndTime } from '../words.js';
import { forwarded } from './forwarded.js';
import { said, type Html } from './page.js';

export interface Beside {
  readonly kept: KeptLead;
  /** What the private part of the playbook says about it; the lead is judged with it already. */
  readonly both: WithPrivate | undefined;
  readonly nowMs: number;
  readonly zone: string;
  /** How far it got with other programs; empty: none is named. */
  readonly forwarded: readonly ForwardState[];
}

export const leadAside = (beside: Beside): Html => {
  const { kept, both, nowMs, zone } = beside;
  const { lead } = kept;
  const programs = forwarded(beside);
  const when = (iso: string) => dayAndTime(iso, nowMs, zone);
  return html`<aside>
    ${part('Contact', contact(lead.contact ?? {}))}
    ${lead.routing ? part('Owner', owner(lead.routing, both)) : ''}
    ${lead.attribution ? part('Source', source(lead.attribution, lead.variants, zone)) : ''}
    ${part('Consent', consent(lead, when))} ${part('Delivery', delivery(kept, when, zone))}
    ${programs ? part('Passed on', programs) : ''}
    <form method="post" action="/leads/${kept.ref}/erase" class="erase">
      <details>
        <summary>Delete this person’s data</summary>
        <p>It cannot be brought back. Only the number ${kept.ref} stays.</p>
        <button type="submit" class="danger">Delete for good</button>
      </details>
    </form>
  </aside>`;
};

const part = (title: string, body: Html): Html =>
  html`<section>
    <h2>${title}</h2>
    ${body}
  </section>`;

const FIELD_NAMES = new Map([
  ['name', 'Name'],
  ['role', 'Role'],
  ['company', 'Company'],
  ['email', 'E-mail'],
  ['phone', 'Phone'],
  ['country', 'Country'],
  ['website', 'Website'],
]);

const contact = (fields: Contact): Html => {
  const known = [...FIELD_NAMES].flatMap(([field, label]) =>
    fields[field] ? [[label, field, fields[field]]] : [],
  );
  const others = Object.entries(fields).filter(([field, text]) => text && !FIELD_NAMES.has(field));
  const rows = [...known, ...others.map(([field, text]) => [field, field, text])];
  return html`<dl class="fields">
    ${rows.map(
      ([label, field, text = '']) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${linked(field ?? '', text)}</dd>
        </div>`,
    )}
  </dl>`;
};

/** Addresses become links only where the whole text is one; anything else stays text. */
const linked = (field: string, text: string): Html => {
  if (field === 'email' && /^[^\s@]+@[^\s@]+$/.test(text)) {
    return html`<a href="mailto:${encodeURIComponent(text)}">${said(text)}</a>`;
  }
  if (field === 'phone' && /^[+\d][\d\s()./-]{3,}$/.test(text)) {
    return html`<a href="tel:${text.replace(/[^+\d]/g, '')}">${said(text)}</a>`;
  }
  return said(text);
};

const owner = (
  { name, because, territory, account }: NonNullable<Lead['routing']>,
  both: WithPrivate | undefined,
): Html =>
  html`<p>${name === null ? 'Nobody yet' : said(name)}</p>
    <p class="soft">${said(because)}</p>
    ${account ? html`<p>Account: ${said(account)}</p>` : ''}
    ${territory ? html`<p>Territory: ${said(territory)}</p>` : ''}
    ${(['email', 'phone'] as const).map((field) => {
      const text = both?.reach[field];
      return text ? html`<p>${linked(field, text)}</p>` : '';
    })}`;

const source = (arrival: Arrival, variants: Lead['variants'], zone: string): Html => {
  const when = whenIn(zone);
  const shown = Object.entries(variants ?? {}).map(([experiment, variant]) => `${experiment}: ${variant}`);
  const lines = [
    visitWords(arrival, when),
    ...pathLines(arrival, when),
    shown.length > 0 ? `Variants shown: ${shown.join(', ')}` : '',
  ].filter((line) => line !== '');
  return html`<p>${said(sourceWords(arrival))}</p>
    ${lines.map((line) => html`<p class="soft">${said(line)}</p>`)}`;
};

const consent = (lead: Lead, when: (iso: string) => string): Html =>
  html`${
    lead.notice
      ? html`<p>Notice shown ${when(lead.notice.at)}</p>
          <p class="soft">“${said(plainText(lead.notice.text))}”</p>`
      : html`<p>No notice was shown.</p>`
  }
  ${lead.consents.map(
    ({ purpose, granted, at, version }) =>
      html`<p>
        ${said(purpose)}: ${granted ? 'yes' : 'no'}
        <span class="soft">${when(at)}, text ${said(version)}</span>
      </p>`,
  )}`;

const JUDGING: Readonly<Record<Judging, string>> = {
  match: 'Checked: the rules give the same verdict.',
  mismatch: 'The rules give another verdict than the one that was sent. Read the answers yourself.',
  'unknown-playbook': 'Not checked: this version of the playbook is not known here.',
  'no-log': 'Not checked: the conversation was not sent along.',
};

const delivery = (
  { lead, judging, updatedAt }: KeptLead,
  when: (iso: string) => string,
  zone: string,
): Html =>
  html`<dl class="fields">
      <div>
        <dt>Sent</dt>
        <dd>${when(lead.updatedAt)} ${cityOf(zone)}</dd>
      </div>
      <div>
        <dt>Received</dt>
        <dd>${when(updatedAt.toISOString())}</dd>
      </div>
      ${
        lead.revision > 1
          ? html`<div>
              <dt>Revision</dt>
              <dd>${lead.revision}</dd>
            </div>`
          : ''
      }
      <div>
        <dt>Playbook</dt>
        <dd>${said(`${lead.playbook.id} ${lead.playbook.version}`)}</dd>
      </div>
    </dl>
    ${judging ? html`<p class="${judging === 'mismatch' ? 'warn' : 'soft'}">${JUDGING[judging]}</p>` : ''}`;

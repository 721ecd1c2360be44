/** What fits a prospect, and what a near miss lacks. */
import { html } from 'hono/html';
import type { Lead, Recommendation } from '../../../src/lead/lead.js';
import { said, type Html } from './page.js';

const because = ({ matched, relaxed = [] }: Recommendation): Html =>
  html`<span class="soft">(${said([...matched, ...relaxed.map((lack) => `but ${lack}`)].join(', '))})</span>`;

/** The first product with its reasons, then the others; empty when nothing speaks for any. */
export const fits = (lead: Lead): Html | '' => {
  const [first, ...others] = (lead.recommendations ?? []).filter(
    ({ matched, relaxed = [] }) => matched.length + relaxed.length > 0,
  );
  if (!first) return '';
  return html`${said(first.name)}
  ${because(first)}${others.map(
    (other, i) => html`${i === 0 ? ' · also: ' : ', '}${said(other.name)} ${because(other)}`,
  )}`;
};

/** What only the people here may read: what the private rules changed, and what to keep in mind. */
import { html } from 'hono/html';
import type { WithPrivate } from '../../../src/receiver/private-part.js';
import { said, type Html } from './page.js';

export const inside = (both: WithPrivate | undefined): Html | '' => {
  const lines = [...(both?.changes ?? []), ...(both?.notes ?? [])];
  if (lines.length === 0) return '';
  return html`<section class="inside" aria-labelledby="inside">
    <h2 id="inside">Only for you</h2>
    <ul>
      ${lines.map((text) => html`<li>${said(text)}</li>`)}
    </ul>
  </section>`;
};

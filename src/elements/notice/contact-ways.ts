/** The company's own contact: what is left when the chat cannot help. */
import { html, nothing, type TemplateResult } from 'lit';
import { fill, type FirstTexts } from '../../locales/index.js';
import { link } from '../rich-text/rich-text.js';

export interface Ways {
  readonly phone?: string;
  readonly email?: string;
  /** Address of a contact page, checked. */
  readonly page?: string;
}

export const hasWays = ({ phone, email, page }: Ways): boolean => Boolean(phone || email || page);

/** Links to call, to write and to the contact page, as far as they are known. */
export const contactWays = ({ phone, email, page }: Ways, texts: FirstTexts): TemplateResult =>
  html`<div class="ways" part="contact">
    ${phone ? link(`tel:${phone.replace(/[^+\d]/g, '')}`, fill(texts.call, { phone }), 'secondary') : nothing}
    ${email ? link(`mailto:${email}`, fill(texts.mail, { email }), 'secondary') : nothing}
    ${page ? link(page, texts.site, 'secondary') : nothing}
  </div>`;

/** Instead of a conversation that cannot go on. */
export const stuck = (ways: Ways, company: string, texts: FirstTexts): TemplateResult =>
  html`<div class="card" part="notice">
    <p class="title">${texts.stuck}</p>
    ${hasWays(ways) ? html`<p>${fill(texts.reach, { company })}</p>` : nothing} ${contactWays(ways, texts)}
  </div>`;

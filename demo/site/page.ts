/** The frame around every page of the company's site. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { mark } from './art/drawings.js';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Where the chat sits: as a button in the corner, inside the page's own text, or as the page. */
export type ChatPlace = 'corner' | 'in-page' | 'whole-page';

export interface Page {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly chat: ChatPlace;
  /** The playbook is fetched when the page is idle, for what appears by itself. */
  readonly early?: true;
  readonly main: Html;
  /** Stands in the place of the links to other pages. */
  readonly nav?: Html;
}

export const COMPANY = {
  name: 'Kestrel',
  phone: '+44 20 7946 0123',
  phoneLink: 'tel:+442079460123',
  alarmPhone: '+44 20 7946 0199',
  alarmPhoneLink: 'tel:+442079460199',
  email: 'sales@kestrel.example',
  support: 'support@kestrel.example',
} as const;

const LINKS = [
  ['/pricing', 'Pricing'],
  ['/haccp', 'HACCP guide'],
  ['/support', 'Support'],
  ['/contact', 'Contact'],
] as const;

/** The one tag a site needs; pages that place the chat themselves leave the playbook out of it. */
const tag = ({ chat, early }: Pick<Page, 'chat' | 'early'>) => {
  return chat === 'corner'
    ? html`<script
        src="/warmlead/warmlead.js"
        data-playbook="/playbook.json"
        data-fallback-email="${COMPANY.email}"
        ${early ? html`data-playbook-when="idle"` : ''}
        async
      ></script>`
    : html`<script src="/warmlead/warmlead.js" data-fallback-email="${COMPANY.email}" async></script>`;
};

const mainNav = (path: string): Html =>
  html`<nav aria-label="Main">
    ${LINKS.map(
      ([href, label]) =>
        html`<a href="${href}" ${href === path ? html`aria-current="page"` : ''}>${label}</a>`,
    )}
  </nav>`;

const foot = (): Html =>
  html`<footer class="foot">
    <div>
      <p class="brand">${mark()}<span>${COMPANY.name}</span></p>
      <p>Freezer alarms and temperature records for food warehouses.</p>
    </div>
    <div>
      <p>
        <a href="${COMPANY.phoneLink}">${COMPANY.phone}</a><br /><a href="mailto:${COMPANY.email}"
          >${COMPANY.email}</a
        >
      </p>
      <p class="soft">Monday to Friday, 09:00 to 17:30 London</p>
    </div>
    <div>
      <p>
        <a href="/ask">Ask a question</a><br /><a href="/support">Support</a><br /><a href="/welcome-back"
          >Ways to arrive</a
        ><br /><a href="/privacy">Privacy</a>
      </p>
    </div>
  </footer>`;

export const page = ({ path, title, description, chat, early, main, nav }: Page): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="description" content="${description}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#f8fafa" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0f1719" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/img/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/site.css" />
        ${tag({ chat, early })}
      </head>
      <body class="${chat}">
        <a class="skip" href="#main">Skip to the content</a>
        <header class="top">
          <a class="brand" href="/">${mark()}<span>${COMPANY.name}</span></a>
          ${nav ?? mainNav(path)}
        </header>
        <main id="main" tabindex="-1">${main}</main>
        ${chat === 'whole-page' ? '' : foot()}
      </body>
    </html>`;

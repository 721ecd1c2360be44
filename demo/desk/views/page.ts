/** The frame around every page of the desk. Everything visitors wrote is text, and isolated: see `said`. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/**
 * What a visitor wrote: escaped by the template like everything else, and kept from turning the text around
 * it when it is written from right to left or holds invisible marks.
 */
export const said = (text: string | null | undefined): Html => html`<bdi>${text ?? ''}</bdi>`;

export const mark = (): Html =>
  html`<svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
    <path
      d="M3 5.500A2.5 2.5 0 0 1 5.5 3h9A2.5 2.5 0 0 1 17 5.500v6a2.5 2.5 0 0 1-2.5 2.500H10l-4 3.500V14h-.5A2.5 2.5 0 0 1 3 11.500z"
    />
  </svg>`;

/** `more` goes into the head: what only this page loads. */
export const page = (title: string, name: string, body: Html, more: Html | '' = ''): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/desk/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/desk/desk.css" />
        <script src="/desk/desk.js" defer></script>
        ${name === 'lead' ? html`<script src="/desk/replay.js" defer></script>` : ''} ${more}
      </head>
      <body class="${name}">
        ${body}
      </body>
    </html>`;

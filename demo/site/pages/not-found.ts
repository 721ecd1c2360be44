import { html } from 'hono/html';
import type { Page } from '../page.js';

export const notFound = (): Page => ({
  path: '',
  title: 'Not found: Kestrel',
  description: 'There is no page here.',
  chat: 'corner',
  main: html` <section class="hero small">
    <h1>Nothing in this room.</h1>
    <p class="lead">
      The page moved or never was. Try the <a href="/">home page</a>, the <a href="/pricing">prices</a> or the
      <a href="/haccp">HACCP guide</a>.
    </p>
  </section>`,
});

import { html } from 'hono/html';
import type { Page } from '../page.js';

const WAYS = [
  [
    '/cold-rooms?utm_source=google&utm_medium=cpc&utm_campaign=haccp-uk&utm_term=freezer+alarm&gclid=demo',
    'By an ad',
    'A click on “freezer alarm” leads to a page that keeps the ad’s promise. After six seconds a sentence appears beside the button.',
  ],
  [
    '/november?utm_source=letter&utm_medium=email&utm_campaign=november',
    'From the newsletter',
    'The chat thanks for reading. The sentence comes when 40 % of the letter is read; the link in it opens the chat.',
  ],
  [
    '/welcome-back',
    'Again',
    'Come back after half an hour, without ad or letter: the chat greets somebody it has seen before, and says so to sales.',
  ],
] as const;

/** For somebody who was here before; and the ways to arrive, to try them. */
export const welcomeBack = (): Page => ({
  path: '/welcome-back',
  title: 'Welcome back: Kestrel',
  description: 'Ways to arrive at this site, and what the chat makes of each of them.',
  chat: 'corner',
  early: true,
  main: html` <article class="guide">
    <header class="hero small">
      <h1>Welcome back</h1>
      <p class="lead">How you came decides how you are greeted. Try it.</p>
    </header>
    ${WAYS.map(
      ([href, title, what]) =>
        html`<section>
          <h2><a href="${href}">${title}</a></h2>
          <p>${what}</p>
        </section>`,
    )}
    <p class="soft">
      Your browser remembers how you came, as <a href="/privacy">Privacy</a> says. Add
      <a href="/welcome-back?warmlead=debug">?warmlead=debug</a> to any address, and a panel says which
      sentence waits for what.
    </p>
  </article>`,
});

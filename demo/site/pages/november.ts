import { html } from 'hono/html';
import type { Page } from '../page.js';

/** An issue of the newsletter: its readers come from their mailbox, and the chat thanks them for it. */
export const november = (): Page => ({
  path: '/november',
  title: 'Kestrel letter, November 2026: the weekend question',
  description: 'What happens in a cold store between Friday evening and Monday morning, in 200 words.',
  chat: 'corner',
  early: true,
  main: html` <article class="guide">
    <header class="hero small">
      <h1>The weekend question</h1>
      <p class="lead">Kestrel letter, November 2026. Two minutes.</p>
    </header>
    <section>
      <h2>Sixty-two hours</h2>
      <p>
        From Friday 17:30 to Monday 07:30 nobody walks past most freezers. A door that does not close at 02:14
        on Saturday has two days to do its work, and the log on the wall shows two good readings: one before,
        one after.
      </p>
      <p>
        Ask yourself who would know at 02:15, how, and what they would do. If the answer is “the display is
        red”, nobody knows.
      </p>
    </section>
    <section>
      <h2>Three things to try this week</h2>
      <ol class="plain">
        <li>Open one door for ten minutes on Thursday at noon. Write down who noticed, and when.</li>
        <li>Call the number that your alarm calls. Let it ring. Who is next?</li>
        <li>Read last month’s log as an auditor would: where is the deviation, and what was done?</li>
      </ol>
      <p>
        Or <a href="#warmlead">tell us about your rooms</a>, and we say what would have happened there. The
        limits and a log to copy are in the <a href="/haccp">HACCP guide</a>.
      </p>
    </section>
  </article>`,
});

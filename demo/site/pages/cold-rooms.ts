import { html } from 'hono/html';
import { probeKit } from '../art/drawings.js';
import type { Page } from '../page.js';

/** Where an advertisement leads: one promise, the same words as in the ad, and the chat that knows of it. */
export const coldRooms = (): Page => ({
  path: '/cold-rooms',
  title: 'Freezer alarms from £49 a month: Kestrel',
  description: 'A phone call 60 seconds after a freezer door is left open. From £49 per site and month.',
  chat: 'corner',
  early: true,
  main: html` <section class="hero small">
      <h1>A phone call, 60 seconds after the door stays open</h1>
      <p class="lead">
        From £49 per site and month. Fitted in 20 minutes, no electrician, no contract longer than a month.
      </p>
      <p class="acts">
        <a class="button" href="/contact" data-warmlead-open>See what fits</a>
        <a class="quiet" href="/pricing">All prices</a>
      </p>
    </section>
    <section class="split">
      <div class="side">
        <h2>What you get</h2>
        <p>
          Probes for one site, a box that phones, and a log that writes itself. The alarm is a call, not an
          e-mail.
        </p>
      </div>
      <figure class="drawing">${probeKit()}</figure>
    </section>`,
});

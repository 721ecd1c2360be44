import { html } from 'hono/html';
import { auditSuite, guide, probeKit } from '../art/drawings.js';
import { weekend } from '../art/weekend.js';
import { COMPANY, type Page } from '../page.js';

const NIGHT = [
  ['02:14', 'A door in cold room 3 does not close.', 'The probe inside reads −20.6 °C and rising.'],
  [
    '02:15',
    'Kestrel calls whoever is on call.',
    'A real phone call: it says which site, which room and how warm, and rings until somebody presses 1.',
  ],
  [
    '02:17',
    'Nobody picks up, so the next on the rota is called.',
    'Then the next. Up to five people, in the order you set.',
  ],
  [
    '02:22',
    'The door is shut.',
    'One tap notes the cause. At 04:05 the room is back below −18 °C, and Kestrel says so.',
  ],
  ['07:30', 'The log is already written.', 'Deviation, cause, action and name, ready for the auditor.'],
] as const;

const FACTS = [
  ['20 minutes', 'to fit a site, with adhesive pads and no electrician'],
  ['30 days', 'of readings kept inside each probe when the network is down'],
  ['±0.3 °C', 'from −40 to +30 °C, with a calibration certificate every year'],
  ['1 month', 'is the longest contract we offer'],
] as const;

export const home = (): Page => ({
  path: '/',
  title: 'Kestrel: freezer alarms for food warehouses',
  description:
    'Kestrel watches every cold room and phones whoever is on call 60 seconds after a door is left open.',
  chat: 'corner',
  main: html` <section class="hero">
      <h1>A freezer left open on Saturday should not be Monday’s news.</h1>
      <p class="lead">
        Kestrel watches the temperature in every cold room and phones whoever is on call, 60 seconds after
        something goes wrong.
      </p>
      <p class="acts">
        <a class="button" href="/ask">Ask what fits you</a> <a class="quiet" href="/pricing">See prices</a>
      </p>
    </section>
    <figure class="night">
      ${weekend()}
      <figcaption>
        Two identical freezers, one weekend. The orange one is not watched. Drawn from how a 40 m³ room at −21
        °C warms through a door left ajar.
      </figcaption>
    </figure>
    <section class="split">
      <div class="side">
        <h2>What happens at 02:14</h2>
        <p>
          Alarms that send an e-mail are read in the morning. Kestrel makes sure that a person has heard it.
        </p>
      </div>
      <ol class="night-log">
        ${NIGHT.map(
          ([time, what, how]) =>
            html`<li>
              <time>${time}</time>
              <div>
                <h3>${what}</h3>
                <p>${how}</p>
              </div>
            </li>`,
        )}
      </ol>
    </section>
    <section>
      <h2>Two ways to start</h2>
      <div class="pair">
        <article class="product">
          ${probeKit()}
          <h3><a href="/pricing#probe-kit">Probe Kit</a></h3>
          <p>Your phone rings 60 seconds after a door is left open. For up to 20 sites.</p>
          <p class="price">from £49 <span>per site and month</span></p>
        </article>
        <article class="product">
          ${auditSuite()}
          <h3><a href="/pricing#audit-suite">Audit Suite</a></h3>
          <p>Everything in the Probe Kit, and HACCP records that write themselves.</p>
          <p class="price">from £89 <span>per site and month</span></p>
        </article>
      </div>
    </section>
    <section>
      <h2 class="unseen">In figures</h2>
      <dl class="facts">
        ${FACTS.map(
          ([figure, what]) =>
            html`<div>
              <dt>${figure}</dt>
              <dd>${what}</dd>
            </div>`,
        )}
      </dl>
    </section>
    <section class="band">
      <div>
        <h2>Temperature records an auditor accepts</h2>
        <p>
          What to measure, how often, what to write down when it goes wrong, and a week’s log to copy. Free,
          ten minutes, no form to fill in.
        </p>
        <p class="acts"><a class="button" href="/haccp">Read the HACCP guide</a></p>
      </div>
      ${guide()}
    </section>
    <section class="closing">
      <h2>Rather talk?</h2>
      <p>
        Dana and Tom answer <a href="${COMPANY.phoneLink}">${COMPANY.phone}</a> on weekdays from 09:00 to
        17:30. At any other hour, <a href="/contact">leave a question</a> and they call you back.
      </p>
    </section>`,
});

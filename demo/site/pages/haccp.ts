import { html } from 'hono/html';
import type { Page } from '../page.js';

const LIMITS = [
  ['Quick-frozen food in storage', '−18 °C or colder', 'Directive 89/108/EEC, kept in UK law'],
  [
    'Quick-frozen food in transport',
    'up to −15 °C for a short time',
    'the same; local delivery and display may differ',
  ],
  [
    'Chilled food, England and Wales',
    '8 °C or colder',
    'Food Safety and Hygiene Regulations; 5 °C is good practice',
  ],
  ['Fresh meat', '7 °C or colder, offal 3 °C', 'Regulation (EC) 853/2004'],
  ['Poultry', '4 °C or colder', 'Regulation (EC) 853/2004'],
  ['Fresh fish', 'that of melting ice, 0 to 2 °C', 'Regulation (EC) 853/2004'],
] as const;

const STEPS = [
  [
    'Find the hazards',
    'Follow one pallet from the dock to the lorry. Note where it can get warm, for how long, and what would grow or spoil.',
  ],
  [
    'Name the control points',
    'Usually three: goods in, storage, goods out. A point counts only if you can act on it there.',
  ],
  ['Set the limit', 'A figure and a time, not “cold”: air at −18 °C or colder, at most 30 minutes above it.'],
  [
    'Watch it',
    'Where, with what, how often, by whom. In the warmest spot, at the top near the door, not beside the evaporator.',
  ],
  [
    'Say what you will do',
    'Before it happens: who moves the goods, who measures the core, who decides what is thrown away.',
  ],
  [
    'Check that it works',
    'Compare each probe with a reference once a year. Look through the log once a month, and sign that you did.',
  ],
  [
    'Write it down',
    'Only what you need, and always the deviations. An honest gap with a reason is better than a perfect table.',
  ],
] as const;

const LOG = [
  ['Mon', '06:00', '−20.8', '', ''],
  ['Tue', '06:00', '−21.1', '', ''],
  [
    'Wed',
    '14:20',
    '−15.9',
    'Delivery, door open 25 min',
    'Core of 3 cartons −18.6, released. Dock rule repeated. A. N.',
  ],
  ['Thu', '06:00', '−20.9', '', ''],
  ['Fri', '06:00', '−21.0', '', 'Week checked. A. N.'],
] as const;

const ASKED = [
  'Show me the week of the last deviation, and what you did about it.',
  'Where does this probe hang, and why there?',
  'When was it last compared with a reference? May I see the certificate?',
  'Who gets the alarm at night? Show me that it was tried.',
  'How would I notice if somebody had changed a value afterwards?',
] as const;

export const haccp = (): Page => ({
  path: '/haccp',
  title: 'HACCP temperature records for cold stores: a short guide',
  description:
    'What to measure in a cold store, how often, what to write down when it goes wrong, and a week’s log to copy.',
  chat: 'corner',
  main: html` <article class="guide">
    <header class="hero small">
      <h1>Temperature records an auditor accepts</h1>
      <p class="lead">For people who run cold stores, not for people who write manuals. Ten minutes.</p>
    </header>
    <nav class="contents" aria-label="In this guide">
      <a href="#limits">The limits</a> <a href="#steps">Seven steps</a> <a href="#often">How often</a>
      <a href="#log">A week’s log</a> <a href="#wrong">When it goes wrong</a>
      <a href="#audit">What auditors ask</a>
    </nav>
    <section id="limits">
      <h2>The limits</h2>
      <p>
        These are the usual ones in the United Kingdom and the European Union. Your own plan may be stricter;
        your authority has the last word.
      </p>
      <div class="wide" role="region" aria-label="Temperature limits" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">Goods</th>
              <th scope="col">Limit</th>
              <th scope="col">Where it comes from</th>
            </tr>
          </thead>
          <tbody>
            ${LIMITS.map(
              ([goods, limit, source]) =>
                html`<tr>
                  <th scope="row">${goods}</th>
                  <td>${limit}</td>
                  <td>${source}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>
    <section id="steps">
      <h2>Seven steps, in the words of a warehouse</h2>
      <ol class="steps">
        ${STEPS.map(
          ([what, how]) =>
            html`<li>
              <h3>${what}</h3>
              <p>${how}</p>
            </li>`,
        )}
      </ol>
    </section>
    <section id="often">
      <h2>How often is often enough</h2>
      <p>
        Twice a day by hand proves twice a day. A freezer door left open on Saturday morning has spoiled the
        goods by Sunday. For frozen storage, regulation (EC) 37/2005 asks for instruments that measure “at
        frequent and regular intervals”, made to EN 12830, and for dated records kept for at least a year,
        longer if the goods keep longer. A retail store’s small cabinet or a cold room under 10 m³ may do with
        a thermometer that is easy to see.
      </p>
      <p>
        One reading every 15 minutes is what most auditors expect today. More often costs nothing with an
        instrument and shows how long a peak lasted, which is what decides whether goods can be kept.
      </p>
    </section>
    <section id="log">
      <h2>A week’s log</h2>
      <p>One line a day, and one for each deviation. Copy it.</p>
      <div class="wide" role="region" aria-label="Example of a week’s log" tabindex="0">
        <table class="log">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Time</th>
              <th scope="col">°C</th>
              <th scope="col">Cause</th>
              <th scope="col">What was done, by whom</th>
            </tr>
          </thead>
          <tbody>
            ${LOG.map(
              ([day, time, degrees, cause, done]) =>
                html`<tr ${cause ? html`class="deviation"` : ''}>
                  <th scope="row">${day}</th>
                  <td>${time}</td>
                  <td>${degrees}</td>
                  <td>${cause}</td>
                  <td>${done}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>
    <section id="wrong">
      <h2>When it goes wrong</h2>
      <ol class="plain">
        <li>Shut the door, or move the goods to another room. Note the time.</li>
        <li>Measure the core of the goods, not the air: three cartons from the warmest place.</li>
        <li>
          Colder than your limit: release, with a note. Warmer: set aside, label, and let the person named in
          your plan decide.
        </li>
        <li>Find the cause. “Door” is not a cause; “strip curtain torn, lorry waited” is.</li>
        <li>Write down cause, action, name and time on the same day.</li>
      </ol>
    </section>
    <section id="audit">
      <h2>What auditors ask</h2>
      <ul class="plain">
        ${ASKED.map((question) => html`<li>${question}</li>`)}
      </ul>
      <p>If each answer takes less than a minute to find, the rest of the visit tends to be short.</p>
    </section>
    <aside class="next">
      <h2>Shall we see if it can run by itself?</h2>
      <p>
        Kestrel measures every minute, phones when a limit is passed and writes the log.
        <a href="/ask">Answer a few questions</a> and see what it would cost, or look at the
        <a href="/pricing">prices</a>.
      </p>
      <p class="soft">This guide is general information, not legal advice.</p>
    </aside>
  </article>`,
});

import { html } from 'hono/html';
import { auditSuite, probeKit } from '../art/drawings.js';
import type { Page } from '../page.js';

const PLANS = [
  {
    id: 'probe-kit',
    name: 'Probe Kit',
    line: 'Know within a minute.',
    price: '£49',
    drawing: probeKit,
    holds: [
      'Four probes and one gateway for each site',
      'Phone calls to up to five people, in your order',
      'Door, temperature and power alarms',
      'Readings every minute, kept for two years',
    ],
    foot: 'Up to 20 sites. Further probes £6 a month each.',
  },
  {
    id: 'audit-suite',
    name: 'Audit Suite',
    line: 'And have it written down.',
    price: '£89',
    drawing: auditSuite,
    holds: [
      'Everything in the Probe Kit, for any number of sites',
      'HACCP log with causes, actions and signatures',
      'The auditor’s report as a PDF, for any dates',
      'Yearly calibration certificates for every probe',
    ],
    foot: 'Records kept for as long as you are a customer, and exportable for ever.',
  },
] as const;

const EXAMPLES = [
  ['1 site', '£49', '£89'],
  ['5 sites', '£225', '£410'],
  ['12 sites', '£540', '£984'],
  ['20 sites', '£900', '£1,640'],
  ['More than 20', '–', 'by offer'],
] as const;

const QUESTIONS = [
  ['Is there a contract?', 'One month at a time. Send the probes back and you pay nothing further.'],
  [
    'What if the Wi-Fi is down?',
    'The gateway changes to mobile data by itself; the SIM is included. If both are down, each probe keeps 30 days of readings and we call you because it fell silent.',
  ],
  [
    'Do we need an electrician?',
    'No. Probes run on a battery for about three years, the gateway needs one socket. Most sites are done in 20 minutes.',
  ],
  [
    'Can we keep the probes we have?',
    'Often. Probes with a 4–20 mA or Modbus output can be read by the gateway for £3 a month each.',
  ],
  [
    'What happens when a battery runs low?',
    'We post you a new probe eight weeks before it matters. You swap it and post the old one back.',
  ],
] as const;

export const pricing = (): Page => ({
  path: '/pricing',
  title: 'Prices: Kestrel',
  description: 'Probe Kit from £49 and Audit Suite from £89 per site and month. One month at a time.',
  chat: 'corner',
  main: html` <section class="hero small">
      <h1>Per site, per month, and nothing else.</h1>
      <p class="lead">
        Probes, gateway, SIM card, phone calls and spare parts are included. From five sites on it costs 8 %
        less.
      </p>
    </section>
    <section class="pair plans">
      ${PLANS.map(
        ({ id, name, line, price, drawing, holds, foot }) =>
          html`<article class="plan" id="${id}">
            ${drawing()}
            <div class="plan-head">
              <h2>${name}</h2>
              <p class="price">from ${price} <span>per site and month</span></p>
            </div>
            <p class="plan-line">${line}</p>
            <ul class="checks">
              ${holds.map((item) => html`<li>${item}</li>`)}
            </ul>
            <p class="soft">${foot}</p>
          </article>`,
      )}
    </section>
    <section class="split">
      <div class="side">
        <h2>What it comes to</h2>
        <p>Per month, without VAT.</p>
      </div>
      <table class="sums">
        <thead>
          <tr>
            <th scope="col"><span class="unseen">Sites</span></th>
            <th scope="col">Probe Kit</th>
            <th scope="col">Audit Suite</th>
          </tr>
        </thead>
        <tbody>
          ${EXAMPLES.map(
            ([sites, kit, suite]) =>
              html`<tr>
                <th scope="row">${sites}</th>
                <td>${kit}</td>
                <td>${suite}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>
    <section class="split">
      <div class="side"><h2>Asked before</h2></div>
      <div class="questions">
        ${QUESTIONS.map(
          ([question, answer]) =>
            html`<details>
              <summary>${question}</summary>
              <p>${answer}</p>
            </details>`,
        )}
      </div>
    </section>`,
});

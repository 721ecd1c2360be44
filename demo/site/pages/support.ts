import { html } from 'hono/html';
import { COMPANY, type Page } from '../page.js';

const TROUBLE = [
  [
    'The phone rang. What now?',
    'Press 1 to say that you take it. The call names the site and the room; the app shows the curve. When it is solved, choose a cause. If you cannot go, press 2 and the next person is called.',
  ],
  [
    'We are loading and do not want alarms',
    'In the app: room, “Quiet for…”, at most two hours. It is noted in the log with your name, and ends by itself.',
  ],
  [
    'A probe is silent',
    'Look at its lamp. A slow blink: it measures and will send when the gateway is back. No light: hold the button for five seconds. Still none: tell us the number on its back and a new one is posted today.',
  ],
  [
    'The gateway’s lamp is red',
    'Unplug it for ten seconds. If it stays red, your network blocks port 8883; it then uses mobile data, and nothing is lost.',
  ],
  [
    'Add or change who is called',
    'In the app: site, “On call”. Changes hold from the next alarm on. Use “Try it” once; it rings everybody in order.',
  ],
] as const;

export const support = (): Page => ({
  path: '/support',
  title: 'Support: Kestrel',
  description: 'Alarm now, a silent probe, a red lamp: what to do, and who answers day and night.',
  chat: 'corner',
  main: html` <section class="hero small">
      <h1>Support</h1>
      <p class="lead">
        An alarm is ringing and something is wrong with it?
        <a href="${COMPANY.alarmPhoneLink}">${COMPANY.alarmPhone}</a>, day and night.
      </p>
    </section>
    <section class="split">
      <div class="side">
        <h2>Solve it yourself</h2>
        <p>Most things take a minute.</p>
      </div>
      <div class="questions">
        ${TROUBLE.map(
          ([question, answer]) =>
            html`<details>
              <summary>${question}</summary>
              <p>${answer}</p>
            </details>`,
        )}
      </div>
    </section>
    <section class="split" id="install">
      <div class="side">
        <h2>Fitting a site</h2>
        <p>About 20 minutes, no electrician.</p>
      </div>
      <ol class="steps">
        <li>
          <h3>Plug in the gateway</h3>
          <p>In a dry place near the cold rooms, not inside one. Wait for the green lamp.</p>
        </li>
        <li>
          <h3>Hang the probes</h3>
          <p>
            In the warmest spot: high up, near the door, away from the evaporator. Clean the wall, press for
            ten seconds.
          </p>
        </li>
        <li>
          <h3>Scan and name</h3>
          <p>Scan the code on each probe, give it the name people use: “Room 3”, not “Evap. 3B”.</p>
        </li>
        <li>
          <h3>Let it ring</h3>
          <p>Open a door for two minutes and answer the phone. Now everybody knows what it sounds like.</p>
        </li>
      </ol>
    </section>
    <section class="split" id="ticket">
      <div class="side"><h2>Open a ticket</h2></div>
      <div>
        <p>
          Write to <a href="mailto:${COMPANY.support}">${COMPANY.support}</a> with the site’s name and the
          number on the back of the probe. You get an answer within four working hours.
        </p>
      </div>
    </section>`,
});

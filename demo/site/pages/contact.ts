import { html } from 'hono/html';
import { COMPANY, type Page } from '../page.js';

/** What stands in the chat's place until it is there, and for good where scripts are off. */
export const withoutChat = () =>
  html`<p class="without-chat" lang="en" dir="ltr">
    Call <a href="${COMPANY.phoneLink}">${COMPANY.phone}</a> or write to
    <a href="mailto:${COMPANY.email}">${COMPANY.email}</a>.
  </p>`;

export const contact = (): Page => ({
  path: '/contact',
  title: 'Contact: Kestrel',
  description: 'Write, call, or answer a few questions and get a summary with prices.',
  chat: 'in-page',
  main: html` <section class="contact">
    <div class="contact-words">
      <h1>Talk to us</h1>
      <p class="lead">
        Answer a few questions and see what fits and what it costs. Or ask whatever you like.
      </p>
      <dl class="ways">
        <div>
          <dt>Call</dt>
          <dd><a href="${COMPANY.phoneLink}">${COMPANY.phone}</a></dd>
        </div>
        <div>
          <dt>Write</dt>
          <dd><a href="mailto:${COMPANY.email}">${COMPANY.email}</a></dd>
        </div>
        <div>
          <dt>Hours</dt>
          <dd>Monday to Friday, 09:00 to 17:30 London</dd>
        </div>
        <div>
          <dt>Alarm now?</dt>
          <dd><a href="${COMPANY.alarmPhoneLink}">${COMPANY.alarmPhone}</a>, day and night</dd>
        </div>
        <div>
          <dt>Visit</dt>
          <dd>Unit 4, Kestrel Works, 1 Example Wharf, London</dd>
        </div>
      </dl>
    </div>
    <div class="contact-chat">
      <h2 class="unseen">Chat</h2>
      <warmlead-chat mode="inline" playbook="/playbook.json">${withoutChat()}</warmlead-chat>
    </div>
  </section>`,
});

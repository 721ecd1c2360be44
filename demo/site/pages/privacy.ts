import { html } from 'hono/html';
import { COMPANY, type Page } from '../page.js';

export const privacy = (): Page => ({
  path: '/privacy',
  title: 'Privacy: Kestrel',
  description: 'What this site keeps, for how long, and how to have it erased.',
  chat: 'corner',
  main: html` <article class="guide">
    <header class="hero small">
      <h1>Privacy</h1>
      <p class="lead">
        This site sets no cookies and follows nobody. What you tell us in the chat reaches us only when you
        send it.
      </p>
    </header>
    <section>
      <h2>Before you write anything</h2>
      <p>
        Nothing is sent anywhere. Once the chat is there, your browser remembers how you came to this site and
        how often, so that the chat greets you rightly, and that you have seen enough of its invitation. That
        stays on your device, for 180 days at most. The chat comes from our own server.
      </p>
    </section>
    <section>
      <h2>When you use the chat</h2>
      <p>
        Your answers are kept in your browser, for this tab, so that you can go on after changing the page.
        They reach us only when you press <em>Send</em>: your answers and questions, the contact details you
        gave, the page you wrote from and the advertisement that brought you, if any. We use this to answer
        you (Article 6(1)(b) GDPR and UK GDPR) and for nothing else.
      </p>
      <p>
        We count how many conversations are opened, begun and sent, and which questions are answered: numbers
        only, without answers and without anything that tells visitors apart. With Global Privacy Control in
        your browser we do not.
      </p>
      <p>The newsletter is a question of its own. Without a yes you do not get it.</p>
    </section>
    <section>
      <h2>How long</h2>
      <p>
        We erase what you sent 180 days after your last message, or earlier if you ask. In the chat’s menu,
        <em>Privacy and my data</em> erases the conversation here and asks us to do the same.
      </p>
    </section>
    <section>
      <h2>Who to ask</h2>
      <p>
        Write to <a href="mailto:${COMPANY.email}">${COMPANY.email}</a>. You may see, correct or have erased
        what we hold about you, and complain to your data protection authority; in the United Kingdom that is
        the Information Commissioner.
      </p>
    </section>
    <p class="soft">Kestrel is an invented company. This site exists to show the chat.</p>
  </article>`,
});

import { html } from 'hono/html';
import type { Page } from '../page.js';
import { withoutChat } from './contact.js';

const LANGUAGES = [
  { code: 'en', dir: 'ltr', name: 'English', title: 'Ask Kestrel' },
  { code: 'de', dir: 'ltr', name: 'Deutsch', title: 'Fragen Sie Kestrel' },
  { code: 'ar', dir: 'rtl', name: 'العربية', title: 'اسأل Kestrel' },
] as const;

/** The chat as a page of its own. `language` is one of en, de, ar; anything else is English. */
export const ask = (language = 'en'): Page => {
  const chosen = LANGUAGES.find(({ code }) => code === language) ?? LANGUAGES[0];
  return {
    path: '/ask',
    title: chosen.title,
    description: 'Ask anything, or answer a few questions and see what fits and what it costs.',
    chat: 'whole-page',
    nav: html`<nav class="languages" aria-label="Language">
      ${LANGUAGES.map(
        ({ code, name }) =>
          html`<a
            href="/ask?lang=${code}"
            lang="${code}"
            hreflang="${code}"
            ${code === chosen.code ? html`aria-current="page"` : ''}
            >${name}</a
          >`,
      )}
    </nav>`,
    main: html`<section class="ask" lang="${chosen.code}" dir="${chosen.dir}">
      <h1 class="unseen">${chosen.title}</h1>
      <warmlead-chat mode="page" playbook="/playbook.json" locale="${chosen.code}"
        >${withoutChat()}</warmlead-chat
      >
    </section>`,
  };
};

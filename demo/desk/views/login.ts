import { html } from 'hono/html';
import { mark, page, type Html } from './page.js';

/** The one page a stranger sees. `problem` says why the last attempt failed; `next` is where to go afterwards. */
export const loginPage = ({ problem, next }: { problem?: string | undefined; next: string }): Html =>
  page(
    'Desk',
    'login',
    html`<main>
      <form method="post" action="/login">
        <h1>${mark()} Desk</h1>
        <input type="hidden" name="next" value="${next}" />
        <label for="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          autofocus
          ${problem ? html`aria-invalid="true" aria-describedby="problem"` : ''}
        />
        ${problem ? html`<p class="problem" id="problem" role="alert">${problem}</p>` : ''}
        <button type="submit">Open the desk</button>
        <p class="hint">It was printed where the desk was started.</p>
      </form>
    </main>`,
  );

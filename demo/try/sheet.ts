/** The one dialog of the page, for whatever is longer than a line, and the line that says that something was done. */
import { button, made, part } from './find.js';

const TOAST_MS = 4_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says it at the lower edge for a moment. */
export const toast = (words: string): void => {
  const line = part('toast', HTMLElement);
  line.textContent = words;
  clearTimeout(timer);
  timer = setTimeout(() => line.replaceChildren(), TOAST_MS);
};

/** Opens the dialog; where it is open it shows this instead. The focus goes to `focus`, else to the way out. */
export const openSheet = (title: string, content: readonly Node[], focus?: HTMLElement): void => {
  const sheet = part('sheet', HTMLDialogElement);
  part('sheet-title', HTMLElement).textContent = title;
  const body = part('sheet-body', HTMLElement);
  body.replaceChildren(...content);
  body.scrollTop = 0;
  if (!sheet.open) sheet.showModal();
  (focus ?? button('sheet-close')).focus();
};

export const closeSheet = (): void => part('sheet', HTMLDialogElement).close();

/** Says why there is nothing to be done yet, with the way to the checks. */
export const checksFirst = (title: string, words: string, showChecks: () => void): void => {
  const act = made('button', 'primary', 'Show the checks');
  act.type = 'button';
  act.addEventListener('click', () => {
    closeSheet();
    showChecks();
  });
  openSheet(title, [made('p', '', words), made('div', 'row', act)], act);
};

/** Lets the button, a click beside it and Escape close the dialog. */
export const readySheet = (): void => {
  const sheet = part('sheet', HTMLDialogElement);
  button('sheet-close').addEventListener('click', closeSheet);
  sheet.addEventListener('click', (event) => {
    if (event.target === sheet) closeSheet();
  });
};

/** The box for own words that one option opens, "Something else" for example. */
import { html, type TemplateResult } from 'lit';
import type { Asked } from './asked.js';
import type { FurtherScene } from './draw.js';

type Option = Asked['options'][number];

/** The answer that is that option, with what was written beside it. */
export const withWords = (value: string, words: string): string => (words ? `${value}: ${words}` : value);

/** The words in a form. */
export const wordsIn = (form: HTMLFormElement): string =>
  form.querySelector<HTMLInputElement>('[name=words]')?.value.replace(/\s+/g, ' ').trim() ?? '';

/** In a box, arrows move the cursor. */
const keepArrows = (event: KeyboardEvent) => {
  if (event.key.startsWith('Arrow')) event.stopPropagation();
};

/** A click on the option: opens its box and goes there, or closes it again. */
export const openWords = ({ currentTarget }: Event): void => {
  const button = currentTarget as HTMLElement;
  const isOpen = button.ariaExpanded === 'true';
  button.ariaExpanded = String(!isOpen);
  if (!isOpen) button.parentElement?.querySelector<HTMLElement>('#words input')?.focus();
};

const box = ({ label }: Option, { words }: Asked, { texts }: FurtherScene): TemplateResult =>
  html`<input
    class="box"
    part="input"
    name="words"
    autocomplete="off"
    enterkeyhint="send"
    maxlength="400"
    dir="auto"
    placeholder=${texts.ownWords}
    aria-label=${label}
    value=${words ?? ''}
    @keydown=${keepArrows}
  />`;

/** Below one of several options; shown as long as it is among the chosen. */
export const wordsBox = (option: Option, asked: Asked, scene: FurtherScene): TemplateResult =>
  html`<div class="words">${box(option, asked, scene)}</div>`;

/** Right behind its option, with its own button. */
export const wordsForm = (option: Option, asked: Asked, scene: FurtherScene): TemplateResult => {
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    scene.give(withWords(option.value, wordsIn(form)));
  };
  return html`<form class="words beside" id="words" novalidate @submit=${handleSubmit}>
    ${box(option, asked, scene)}
    <button type="submit" class="primary" part="continue-button">${scene.texts.continue}</button>
  </form>`;
};

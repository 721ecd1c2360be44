/**
 * A long list of answers with a box that filters it: the combobox of the ARIA practices, with its list always
 * open, so that thumbs and eyes need no keyboard. Drawn once; what is typed and chosen lives in the elements.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { fill } from '../../locales/index.js';
import { furtherIcon } from '../further-icons.js';
import { moreIcon } from '../more-icons.js';
import type { Asked } from './asked.js';
import type { FurtherScene } from './draw.js';
import { wordsForm } from './own-words.js';
import { chosenIn, searchKeys, searchInput, showWords } from './search-keys.js';

export interface Item {
  readonly value: string;
  readonly label: string;
  /** Other words by which it is found. */
  readonly also?: string;
  /** Choosing it asks for words of the visitor's own. */
  readonly text?: boolean | undefined;
}

/** What was answered before comes into sight without moving anything but the list. */
const show = (list: Element | undefined) =>
  queueMicrotask(() => {
    const chosen = list?.querySelector<HTMLElement>('[aria-selected=true]');
    if (list && chosen) list.scrollTop = chosen.offsetTop - list.clientHeight / 2;
  });

export const searchList = (
  asked: Asked,
  scene: FurtherScene,
  wrong: boolean,
  items: readonly Item[] = asked.options,
): TemplateResult => {
  const { texts } = scene;
  const isMany = asked.kind === 'choices';
  const before = new Set<unknown>([asked.prior].flat());
  const words = (n: number) => (n > 0 ? fill(texts.continueWith, { n }) : texts.continue);
  const own = items.find(({ text }) => text);
  const choose = (option: HTMLElement) => {
    const { value = '' } = option.dataset;
    if (isMany) {
      option.ariaSelected = String(option.ariaSelected !== 'true');
      const form = option.closest('form');
      const button = form?.querySelector('button');
      if (form && button) button.textContent = words(chosenIn(form).length);
    } else if (value === own?.value) showWords(option);
    else scene.give(value);
  };
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isMany) scene.give(chosenIn(event.currentTarget as HTMLFormElement).join('\n'));
  };
  const handleClick = ({ target }: Event) => {
    const option = target instanceof Element ? target.closest<HTMLElement>('[role=option]') : null;
    if (option) choose(option);
  };
  return html`<form
      class="search-list"
      part="options"
      novalidate
      @submit=${handleSubmit}
      @input=${searchInput}
      @keydown=${searchKeys(choose, (typed) => scene.give(typed))}
    >
      <div class="field search">
        ${furtherIcon('search')}
        <input
          class="box"
          part="input"
          role="combobox"
          name="search"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="search"
          aria-expanded="true"
          aria-controls="list"
          aria-autocomplete="list"
          aria-labelledby=${asked.labelledBy}
          aria-describedby=${wrong ? 'error' : nothing}
          placeholder=${texts.search}
        />
      </div>
      <ul
        id="list"
        role="listbox"
        aria-labelledby=${asked.labelledBy}
        aria-multiselectable=${isMany || nothing}
        @click=${handleClick}
        ${ref(show)}
      >
        ${items.map(
          ({ value, label, also }, i) =>
            html`<li
              role="option"
              id="list-${i}"
              part="option"
              data-value=${value}
              aria-selected=${before.has(value)}
              data-also=${also ?? ''}
            >
              <span dir="auto">${label}</span>${moreIcon('check')}
            </li>`,
        )}
      </ul>
      <p class="none meta" role="status"><span hidden>${texts.noMatch}</span></p>
      ${
        isMany
          ? html`<button
              type="submit"
              class="primary"
              part="continue-button"
              .textContent=${words([...before].filter((one) => one !== null).length)}
            ></button>`
          : nothing
      }
    </form>
    ${own && !isMany ? html`<div hidden class="own">${wordsForm({ ...own }, asked, scene)}</div>` : nothing}`;
};

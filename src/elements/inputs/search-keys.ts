/** What typing and keys do in a list that is searched. The option that Enter takes is the box's active descendant. */
import { isComposing } from '../composer/composer.js';

/** Case and accents do not matter, and a word may be found by its beginning. */
const folded = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;

const optionsIn = (form: Element): readonly HTMLElement[] => [
  ...form.querySelectorAll<HTMLElement>('[role=option]'),
];
const boxIn = (form: Element) => form.querySelector<HTMLInputElement>('[role=combobox]');

/** The values that are chosen. */
export const chosenIn = (form: Element): readonly string[] =>
  optionsIn(form)
    .filter(({ ariaSelected }) => ariaSelected === 'true')
    .map(({ dataset }) => dataset['value'] ?? '');

/** Opens the box for own words and goes there. */
export const showWords = (option: Element): void => {
  const own = option.closest('form')?.nextElementSibling;
  if (!(own instanceof HTMLElement)) return;
  own.hidden = false;
  own.querySelector('input')?.focus();
};

const activate = (form: Element, option: HTMLElement | undefined): void => {
  for (const active of form.querySelectorAll('.active')) active.classList.remove('active');
  const box = boxIn(form);
  if (!option) return void box?.removeAttribute('aria-activedescendant');
  box?.setAttribute('aria-activedescendant', option.id);
  option.classList.add('active');
  const list = option.parentElement;
  if (!list) return;
  // By hand, because bringing it into view could move the page as well.
  const { offsetTop: top, offsetHeight: height } = option;
  list.scrollTop = Math.min(top, Math.max(list.scrollTop, top + height - list.clientHeight));
};

const filter = (form: Element): void => {
  const box = boxIn(form);
  const wanted = folded(box?.value ?? '').trimEnd();
  const options = optionsIn(form);
  const finding = (text: string) =>
    options.filter(({ textContent, dataset }) =>
      folded(`${textContent} ${dataset['also']} ${dataset['value']}`).includes(text),
    );
  const begun = finding(wanted);
  const found = begun.length > 0 ? begun : finding(wanted.trim());
  const shown = new Set(found);
  for (const option of options) option.hidden = !shown.has(option);
  const none = form.querySelector<HTMLElement>('.none span');
  if (none) none.hidden = found.length > 0;
  activate(form, wanted ? found[0] : undefined);
};

export const searchInput = ({ currentTarget }: Event): void => filter(currentTarget as Element);

/** `choose`: takes an option. `ask`: takes what was typed where no option is found. */
export const searchKeys =
  (choose: (option: HTMLElement) => void, ask: (typed: string) => void) =>
  (event: KeyboardEvent): void => {
    const form = event.currentTarget as Element;
    const box = boxIn(form);
    if (!box || event.target !== box || isComposing(event)) return;
    const shown = optionsIn(form).filter(({ hidden }) => !hidden);
    const at = shown.findIndex(({ classList }) => classList.contains('active'));
    switch (event.key) {
      case 'ArrowDown':
        activate(form, shown[(at + 1) % shown.length]);
        break;
      case 'ArrowUp':
        activate(form, shown.at(Math.max(at, 0) - 1));
        break;
      case 'Enter': {
        const active = shown[at];
        if (event.repeat) break;
        if (active) choose(active);
        else if (shown.length === 0) ask(box.value.trim());
        break;
      }
      case 'Escape':
        // The first one empties the box, the next one leaves.
        if (box.value === '') return;
        box.value = '';
        filter(form);
        event.stopPropagation();
        break;
      default:
        return;
    }
    event.preventDefault();
  };

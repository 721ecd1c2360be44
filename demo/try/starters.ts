/** The playbooks to begin with; they lie beside the page as files. */
import { button, made, part } from './find.js';

interface Starter {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}

export interface StarterOptions {
  /** The text of the one that was chosen, and its name as a file. */
  chosen(text: string, name: string): void;
  said(words: string): void;
}

const fetched = async (file: string): Promise<Response> => {
  const response = await fetch(`starters/${file}`);
  if (!response.ok) throw new Error(`starters/${file}: ${response.status}`);
  return response;
};

const textOf = async (id: string): Promise<string> => (await fetched(`${id}.json`)).text();

/** Fills the menu of starters. Answers with the way to choose the first; rejects when there are none to be had. */
export const offerStarters = async ({ chosen, said }: StarterOptions): Promise<() => void> => {
  const menu = part('starters', HTMLElement);
  const opener = button('starters-open');
  const starters = (await (await fetched('index.json')).json()) as readonly Starter[];
  const take = (id: string): void => {
    textOf(id).then(
      (text) => chosen(text, `${id}.json`),
      () => said('This starter could not be loaded'),
    );
  };
  const itemOf = (title: string, about: string, act: () => void): HTMLLIElement => {
    const item = made('button', 'item', made('span', 'title', title), made('span', 'about', about));
    item.type = 'button';
    item.addEventListener('click', () => {
      menu.hidePopover();
      act();
    });
    return made('li', '', item);
  };
  const items = starters.map(({ id, title, summary }) => itemOf(title, summary, () => take(id)));
  const empty = itemOf('Empty', 'Begin with nothing. Undo brings your text back.', () =>
    chosen('', 'playbook.json'),
  );
  menu.replaceChildren(made('ul', '', ...items, empty));
  opener.disabled = false;
  menu.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'open') menu.querySelector('button')?.focus();
  });
  menu.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const all = [...menu.querySelectorAll('button')];
    const at = all.findIndex((one) => one === document.activeElement);
    all.at((at + by + all.length) % all.length)?.focus();
  });
  return () => take(starters[0]?.id ?? '');
};

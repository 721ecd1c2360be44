/** The languages that the chat can be tried in, and its direction. */
import { directionOf } from '../../src/locales/index.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { button, made, part } from './find.js';

/** The languages that the widget's own words are there in. */
const OURS = ['en', 'de', 'ar'];

const names = new Intl.DisplayNames(['en'], { type: 'language' });
const nameOf = (tag: string): string => {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
};

export interface Languages {
  /** Another playbook: offers its languages. */
  follow(playbook: Playbook): void;
}

/** `chosen` gets a language tag; empty for the playbook's own. */
export const createLanguages = (chosen: (locale: string) => void): Languages => {
  const list = part('language', HTMLSelectElement);
  const mirror = button('mirror');
  let own = 'en';
  let before = '';
  let offered = '';

  const options = (): readonly string[] => [...list.options].map(({ value }) => value);
  const isMirrored = (): boolean => directionOf(list.value || own) === 'rtl';
  const choose = (value: string): void => {
    list.value = value;
    mirror.ariaPressed = String(isMirrored());
    chosen(value);
  };
  list.addEventListener('change', () => choose(list.value));
  mirror.addEventListener('click', () => {
    if (isMirrored()) return choose(directionOf(before || own) === 'rtl' ? 'en' : before);
    before = list.value;
    choose(options().find((tag) => directionOf(tag || own) === 'rtl') ?? 'ar');
  });
  return {
    follow({ language, texts = {} }) {
      const tags = [language, ...Object.keys(texts), ...OURS];
      const distinct = [...new Set(tags)].map((tag) => (tag === language ? '' : tag));
      const key = `${language} ${distinct.join(' ')}`;
      if (key === offered) return;
      offered = key;
      own = language;
      const had = list.value;
      list.replaceChildren(
        ...distinct.map((tag) => {
          const option = made('option', '', nameOf(tag || own));
          option.value = tag;
          return option;
        }),
      );
      list.value = distinct.includes(had) ? had : '';
      mirror.ariaPressed = String(isMirrored());
      if (list.value !== had) chosen(list.value);
    },
  };
};

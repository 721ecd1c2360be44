/**
 * The options of the script tag. The same names work as `data-` attributes of the tag, in the query of the
 * script's own address, in `window.WarmleadOptions` and in `Warmlead.init({...})`.
 */

/**
 * One text, because that is the shortest way to carry it. The first three are on wherever they stand, also
 * empty; the fourth may be an object.
 */
const NAMES =
  'preview test open-on-exit playbook playbook-when open-after open-at-scroll teaser name locale accent side scheme offset label exclude storage events base fallback-email fallback-phone fallback-url';

type Words<Text> = Text extends `${infer Word} ${infer Rest}` ? Word | Words<Rest> : Text;
export type OptionName = Words<typeof NAMES>;

/** Everything the tag knows before the playbook is there. */
export const OPTION_NAMES = NAMES.split(' ') as readonly OptionName[];

/** Values as written. `playbook` may be an object in `WarmleadOptions` and in `init`. */
export type Options = { [N in Exclude<OptionName, 'playbook'>]?: string } & { playbook?: string | object };

/**
 * Options from objects a page's script wrote; a later object wins. `fallbackEmail` and `fallback-email` are the
 * same, and so are `84` and `'84'`. Unknown names, empty words and wrong types are left out.
 */
export const optionsFrom = (...sources: readonly unknown[]): Options => {
  const options: { [name: string]: unknown } = {};
  for (const source of sources)
    for (const [given, value] of Object.entries(Object(source) as object)) {
      const name = given.replace(/[A-Z]/g, '-$&').toLowerCase();
      const place = OPTION_NAMES.indexOf(name as OptionName);
      const word: unknown = value === '' && place < 3 ? name : value;
      if (place >= 0 && word && (place === 3 || word !== Object(word)))
        options[name] = place === 3 ? word : `${word as string}`;
    }
  return options;
};

/** Options from a script tag: its attributes win over the query of its own address. */
export const optionsFromTag = (tag: HTMLScriptElement | null): Options =>
  optionsFrom(Object.fromEntries(new URL(tag?.src || 'a:').searchParams), tag?.dataset);

/** Whether something may appear by itself: then the conversation is fetched when the page is idle. */
export const wantsTriggers = (options: Options): boolean => /when|open-/.test(`${Object.keys(options)}`);

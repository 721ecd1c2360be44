/**
 * The options of the script tag. The same names work as `data-` attributes of the tag, in the query of the
 * script's own address, in `window.WarmleadOptions` and in `Warmlead.init({...})`.
 */

/** Everything the tag knows before the playbook is there. */
export const OPTION_NAMES = [
  'playbook',
  'name',
  'locale',
  'accent',
  'side',
  'scheme',
  'offset',
  'label',
  'exclude',
  'storage',
  'base',
  'fallback-email',
  'fallback-phone',
  'fallback-url',
] as const;

export type OptionName = (typeof OPTION_NAMES)[number];
/** Values as written. `playbook` may be an object in `WarmleadOptions` and in `init`. */
export type Options = { [N in Exclude<OptionName, 'playbook'>]?: string } & { playbook?: string | object };

/**
 * Options from objects a page's script wrote; a later object wins. `fallbackEmail` and `fallback-email` are the
 * same, and so are `84` and `'84'`. Unknown names, empty words and wrong types are left out.
 */
export const optionsFrom = (...sources: readonly unknown[]): Options =>
  Object.fromEntries(
    sources
      .flatMap((source) => Object.entries(Object(source) as object))
      .map(([name, value]) => [name.replace(/[A-Z]/, '-$&').toLowerCase(), value] as const)
      .filter(
        ([name, value]) =>
          value &&
          (OPTION_NAMES as readonly string[]).includes(name) &&
          (name === 'playbook' || /^(str|num)/.test(typeof value)),
      )
      .map(([name, value]) => [name, name === 'playbook' ? value : `${value}`]),
  );

/** Options from a script tag: its attributes win over the query of its own address. */
export const optionsFromTag = (tag: HTMLScriptElement | null): Options =>
  optionsFrom(Object.fromEntries(new URL(tag?.src || 'about:blank').searchParams), tag?.dataset);

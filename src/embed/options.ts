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
  'base',
  'fallback-email',
  'fallback-phone',
  'fallback-url',
] as const;

export type OptionName = (typeof OPTION_NAMES)[number];
/** Values as written. `playbook` may be an object in `WarmleadOptions` and in `init`. */
export type Options = { [N in Exclude<OptionName, 'playbook'>]?: string } & { playbook?: string | object };

const pick = (read: (name: string) => unknown): Options => {
  const options: Record<string, unknown> = {};
  for (const name of OPTION_NAMES) {
    const value = read(name);
    if (value && (typeof value === 'string' || name === 'playbook')) options[name] = value;
  }
  return options;
};

/**
 * Options from an object a page's script wrote; `fallbackEmail` and `fallback-email` are the same. Unknown
 * names and wrong types are left out.
 */
export const optionsFromObject = (given: unknown): Options =>
  pick((name) => {
    const from = Object(given) as Record<string, unknown>;
    return from[name] ?? from[name.replace(/-./, (part) => part.slice(1).toUpperCase())];
  });

/** Options from a script tag: its attributes win over the query of its own address. */
export const optionsFromTag = (tag: HTMLScriptElement | null): Options => {
  const query = new URL(tag?.src || location.href).searchParams;
  return pick((name) => tag && (tag.getAttribute(`data-${name}`) || (tag.src && query.get(name))));
};

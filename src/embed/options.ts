/**
 * The options of the script tag. The same names work as `data-` attributes of the tag, in the query of the
 * script's own address, in `window.WarmleadOptions` and in `Warmlead.init({...})`.
 */

/** Everything the tag knows before the playbook is there. */
export const OPTION_NAMES = [
  'playbook',
  'mode',
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

/** `fallbackEmail` and `fallback-email` are the same option. */
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const pick = (source: Iterable<readonly [string, unknown]>): Options => {
  const options: Record<string, unknown> = Object.create(null);
  for (const [key, value] of source) {
    const name = kebab(key);
    const given =
      name === 'playbook' && typeof value === 'object'
        ? value !== null
        : typeof value === 'string' && value !== '';
    if (given && (OPTION_NAMES as readonly string[]).includes(name)) options[name] = value;
  }
  return options as Options;
};

/** Options from an object a page's script wrote; unknown names and wrong types are left out. */
export const optionsFromObject = (given: unknown): Options =>
  typeof given === 'object' && given !== null ? pick(Object.entries(given)) : pick([]);

/** Options from a script tag: its attributes win over the query of its own address. */
export const optionsFromTag = (tag: HTMLScriptElement | null): Options => {
  if (!tag) return pick([]);
  const query = tag.src ? new URL(tag.src, document.baseURI).searchParams : new URLSearchParams();
  return { ...pick(query), ...pick(Object.entries(tag.dataset)) };
};

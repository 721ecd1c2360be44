/** The value that grows while a JSON file is read, together with the place of everything in the text. */
import { FORBIDDEN_NAMES } from './limits.js';
import { pathTo, segmentsOf } from './path.js';

/** Where a member stands: offsets of its name (of the value, in a list) and of its value. */
type Place = readonly [name: number, value: number];

/** A bracket that is still open. */
export interface OpenBracket {
  readonly bracket: '{' | '[';
  readonly openedAt: number;
  readonly path: string;
  /** The name that waits for its value; empty in a list. */
  readonly name: string;
}

interface Frame extends OpenBracket {
  readonly container: { [name: string]: unknown } | unknown[];
  readonly places: Map<string, Place>;
  name: string;
  nameAt: number;
}

export interface JsonBuild {
  /** The innermost open bracket. */
  readonly top: OpenBracket | undefined;
  readonly depth: number;
  readonly value: unknown;
  /** Path of the value that is read next, or of the object whose next name is read. */
  path(): string;
  /** Puts a value where it belongs. Forbidden names get none. */
  put(value: unknown, at: number): void;
  open(bracket: '{' | '[', at: number): void;
  close(): void;
  /** Takes the name of the next value; answers where the same name stood before. */
  name(name: string, at: number): number | undefined;
  /** Whether a bracket of this sort is open anywhere. */
  isOpen(bracket: '{' | '['): boolean;
  /** The offset of a name or a value. What is not there is looked for in what should contain it. */
  locate(path: string, part: 'name' | 'value'): number;
}

export const createBuild = (): JsonBuild => {
  const stack: Frame[] = [];
  const placesOf = new WeakMap<object, ReadonlyMap<string, Place>>();
  let root: unknown;
  let rootAt = 0;

  const path = (): string => {
    const frame = stack.at(-1);
    if (!frame) return '';
    if (Array.isArray(frame.container)) return pathTo(frame.path, frame.container.length);
    return frame.name ? pathTo(frame.path, frame.name) : frame.path;
  };

  const put = (value: unknown, at: number): void => {
    const frame = stack.at(-1);
    if (!frame) {
      root = value;
      rootAt = at;
    } else if (Array.isArray(frame.container)) {
      frame.places.set(String(frame.container.length), [at, at]);
      frame.container.push(value);
    } else {
      frame.places.set(frame.name, [frame.nameAt, at]);
      if (!FORBIDDEN_NAMES.has(frame.name)) frame.container[frame.name] = value;
      frame.name = '';
    }
  };

  const open = (bracket: '{' | '[', at: number): void => {
    const here = path();
    const container = bracket === '[' ? [] : {};
    const places = new Map<string, Place>();
    placesOf.set(container, places);
    put(container, at);
    stack.push({ bracket, openedAt: at, path: here, container, places, name: '', nameAt: at });
  };

  return {
    get top() {
      return stack.at(-1);
    },
    get depth() {
      return stack.length;
    },
    get value() {
      return root;
    },
    path,
    put,
    open,
    close: () => void stack.pop(),
    name: (name, at) => {
      const frame = stack.at(-1);
      if (!frame) return undefined;
      frame.name = name;
      frame.nameAt = at;
      return frame.places.get(name)?.[0];
    },
    isOpen: (bracket) => stack.some((frame) => frame.bracket === bracket),
    locate: (wanted, part) => {
      let container: unknown = root;
      let found: Place = [rootAt, rootAt];
      for (const segment of segmentsOf(wanted)) {
        const places = typeof container === 'object' && container ? placesOf.get(container) : undefined;
        const next = places?.get(segment);
        if (!next) return found[1];
        found = next;
        container = (container as { readonly [key: string]: unknown })[segment];
      }
      return part === 'name' ? found[0] : found[1];
    },
  };
};

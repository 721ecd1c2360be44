/** The text that is being written, kept in this browser for the next visit, unless somebody does not want that. */
import { button, part } from './find.js';

const KEY = 'warmlead-try';
const PAUSE_MS = 400;

interface Kept {
  /** Null: nothing is to be kept. */
  readonly text: string | null;
}

const read = (): Kept | undefined => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof value !== 'object' || value === null || !('text' in value)) return undefined;
    const { text } = value;
    return typeof text === 'string' || text === null ? { text } : undefined;
  } catch {
    return undefined;
  }
};

/** Answers whether it could be written. */
const write = (kept: Kept): boolean => {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
};

export interface Draft {
  /** What was written last time. */
  readonly text: string | undefined;
  changed(): void;
}

/** `current`: the text of now. Says below the editor what is kept, and lets people change that. */
export const keepDraft = (current: () => string): Draft => {
  const before = read();
  let keeps = before?.text !== null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const words = part('draft-words', HTMLElement);
  const act = button('draft-act');

  const say = (works: boolean): void => {
    words.textContent = !works
      ? 'This browser keeps no draft. Save your file before you leave.'
      : keeps
        ? 'Draft kept in this browser only'
        : 'Draft not kept';
    act.textContent = keeps ? 'Don’t keep it' : 'Keep it';
    act.hidden = !works;
  };
  const save = (): void => {
    clearTimeout(timer);
    timer = undefined;
    say(write({ text: keeps ? current() : null }));
  };
  act.addEventListener('click', () => {
    keeps = !keeps;
    save();
  });
  addEventListener('pagehide', () => {
    if (timer !== undefined) save();
  });
  say(true);
  return {
    text: before?.text ?? undefined,
    changed() {
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE_MS);
    },
  };
};

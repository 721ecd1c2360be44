/** Where the checks write down what they find. */
import type { Problem } from '../playbook/error.js';
import { MOST_PROBLEMS } from '../playbook/limits.js';

/** A cure that takes some looking up may be given as a function: it is only called when it is needed. */
type Note = (code: string, path: string, message: string, cure: string | (() => string)) => void;

export interface Findings {
  readonly error: Note;
  readonly warning: Note;
  readonly info: Note;
  /** Everything found, in the order in which it was. */
  readonly problems: readonly Problem[];
}

/** Notes the first 500 of each level, so that no number of warnings hides an error. */
export const createFindings = (): Findings => {
  const problems: Problem[] = [];
  const note = (level: Problem['level']): Note => {
    let noted = 0;
    return (code, path, message, cure) => {
      if (++noted > MOST_PROBLEMS) return;
      problems.push({ level, code, path, message, cure: typeof cure === 'string' ? cure : cure() });
    };
  };
  return { error: note('error'), warning: note('warning'), info: note('info'), problems };
};

/** `"need"`, for sentences. */
export const quote = (name: string): string => `"${name}"`;

/** `"a", "b" and 3 more`, for sentences. */
export const someOf = (names: readonly string[], most = 5): string => {
  const shown = names.slice(0, most).map(quote).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
};

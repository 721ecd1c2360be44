/** Drafts of knowledge from what a company has written already: questions with their answers, in whatever file. */
import { smallWords } from '../answering/small-words.js';
import { plainWords } from '../answering/words.js';
import type { Knowledge } from '../playbook/answering-schema.js';

/** A question as it was found, with its answer as rich text. */
export interface FoundAnswer {
  readonly questions: readonly string[];
  readonly answer: string;
  readonly also?: readonly string[];
  readonly id?: string;
  readonly url?: string;
}

export interface Learned {
  readonly entries: readonly Knowledge[];
  /** Questions that nobody has answered yet. */
  readonly unanswered: readonly string[];
  /** Names of entries whose answer is long for a chat. */
  readonly long: readonly string[];
}

/** Characters that can be read in a chat without scrolling far. */
const LONG = 400;
const WORDS_OF_A_NAME = 4;
const NAME = /^[A-Za-z][\w-]{0,63}$/;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const same = (text: string): string => plainWords(text).join(' ');

/** A name for an entry, from the words of its question that say something. */
const nameFrom = (question: string): string => {
  const small = smallWords('en');
  const words = plainWords(question).filter((word) => /^[a-z0-9]+$/.test(word));
  const telling = words.filter((word) => !small.has(word));
  const name = (telling.length > 0 ? telling : words).slice(0, WORDS_OF_A_NAME).join('-').slice(0, 48);
  return /^[a-z]/.test(name) ? name : name ? `q-${name}` : 'entry';
};

const unused = (name: string, used: ReadonlySet<string>): string => {
  if (!used.has(name)) return name;
  let n = 2;
  while (used.has(`${name}-${n}`)) n += 1;
  return `${name}-${n}`;
};

/**
 * Entries of what was found, in its order. A question that comes again keeps its first answer; questions with the same
 * answer become one entry.
 */
export const learned = (found: readonly FoundAnswer[]): Learned => {
  const entries: { -readonly [K in keyof Knowledge]: Knowledge[K] }[] = [];
  const unanswered = new Map<string, string>();
  const answered = new Set<string>();
  const names = new Set<string>();
  for (const { questions, answer, also = [], id, url } of found) {
    const asked = questions.map(oneLine).filter((question) => question !== '');
    if (answer.trim() === '') for (const question of asked) unanswered.set(same(question), question);
    const fresh = asked.filter((question) => !answered.has(same(question)));
    const [first] = fresh;
    if (answer.trim() === '' || first === undefined) continue;
    for (const question of fresh) answered.add(same(question));
    const twin = entries.find((entry) => entry.answer === answer.trim());
    if (twin) {
      twin.questions = [...twin.questions, ...fresh];
      twin.url ??= url;
      continue;
    }
    const name = unused(id !== undefined && NAME.test(id) ? id : nameFrom(first), names);
    names.add(name);
    entries.push({
      id: name,
      questions: fresh,
      ...(also.length > 0 && { also }),
      answer: answer.trim(),
      ...(url !== undefined && { url }),
    });
  }
  return {
    entries,
    unanswered: [...unanswered].flatMap(([key, question]) => (answered.has(key) ? [] : [question])),
    long: entries.filter(({ answer }) => answer.length > LONG).map(({ id }) => id),
  };
};

/** The words of all entries, what each of them says about a subject, and which of them a typed word may mean. */
import { common, isSlip, pairsOf, slipsIn } from './alike.js';
import { isBinding, smallWords } from './small-words.js';
import { synonymGroups } from './synonyms.js';
import { plainWords, stemOf } from './words.js';

export interface Word {
  readonly stem: string;
  /** What it says about the subject: 0 to about 1. Words of few entries say more than words of many. */
  readonly weight: number;
}

/** The stems that a word may mean, and how surely: 1 is the word itself. */
export type Meanings = ReadonlyMap<string, number>;

export interface Vocabulary {
  wordsOf(text: string): readonly Word[];
  /** Only stems that an entry has are among the meanings. */
  meantBy(text: string): readonly (Word & { readonly means: Meanings })[];
}

// Found on the calibrating half of test/bench/retrieval, as were all figures in this folder.
const SYNONYM = 0.65;
const SLIP = 0.85;
const BEGINNING = 0.6;
const ALIKE = 0.8;
const ALIKE_AT_LEAST = 0.62;
/** A word that no entry has is taken for a little rarer than one that a single entry has. */
const UNSEEN = 1.2;
/** With fewer entries than this a word that only one of them has would look frequent. */
const FEWEST = 25;
const SHORTEST_BEGINNING = 4;

/** `texts`: all that an entry says, one text an entry. */
export const createVocabulary = (texts: readonly string[], language: string): Vocabulary => {
  const small = smallWords(language);
  const groupsOf = synonymGroups(language);
  const bindingStems = new Set(
    [...small].flatMap(([word, worth]) => (isBinding(worth) ? [stemOf(word, language)] : [])),
  );
  /** stem → how many entries have it. */
  const entriesWith = new Map<string, number>();
  const pairsOfStem = new Map<string, ReadonlySet<string>>();
  const stemsWithPair = new Map<string, string[]>();
  const stemsInGroup = new Map<number, string[]>();

  const keep = (stem: string): void => {
    for (const group of groupsOf.get(stem) ?? []) put(stemsInGroup, group, stem);
    if (bindingStems.has(stem)) return;
    const pairs = pairsOf(stem);
    pairsOfStem.set(stem, pairs);
    for (const pair of pairs) put(stemsWithPair, pair, stem);
  };
  for (const text of texts)
    for (const stem of new Set(plainWords(text).map((word) => stemOf(word, language)))) {
      const entries = entriesWith.get(stem) ?? 0;
      entriesWith.set(stem, entries + 1);
      if (entries === 0) keep(stem);
    }

  const rarity = (entries: number): number =>
    Math.log(1 + (Math.max(texts.length, FEWEST) - entries + 0.5) / (entries + 0.5));
  const rarest = rarity(0);
  const read = (text: string) =>
    plainWords(text).map((word) => {
      const stem = stemOf(word, language);
      const entries = entriesWith.get(stem) ?? 0;
      const worth = small.get(word) ?? (entries === 0 ? UNSEEN : 1);
      return { stem, worth, weight: (rarity(entries) / rarest) * worth };
    });

  const meanings = (stem: string, worth: number): Meanings => {
    const means = new Map<string, number>();
    const mayMean = (other: string, how: number) => {
      if (how > (means.get(other) ?? 0)) means.set(other, how);
    };
    const groups = groupsOf.get(stem);
    for (const group of groups ?? [])
      for (const other of stemsInGroup.get(group) ?? []) mayMean(other, SYNONYM);
    const isWord = groups !== undefined || entriesWith.has(stem) || isBinding(worth);
    // Only what is no word that we know is taken for a slip, an inflection or a compound of one that we know.
    if (!isWord) {
      const pairs = pairsOf(stem);
      for (const other of new Set([...pairs].flatMap((pair) => stemsWithPair.get(pair) ?? [])))
        mayMean(other, likeness(stem, pairs, other, pairsOfStem.get(other) ?? new Set()));
    }
    if (entriesWith.has(stem)) means.set(stem, 1);
    return means;
  };

  return {
    wordsOf: (text) => read(text).map(({ stem, weight }) => ({ stem, weight })),
    meantBy: (text) =>
      read(text).map(({ stem, worth, weight }) => ({ stem, weight, means: meanings(stem, worth) })),
  };
};

const put = <K>(lists: Map<K, string[]>, key: K, value: string): void => {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
};

/** 0 where two words do not look alike. */
const likeness = (
  stem: string,
  pairs: ReadonlySet<string>,
  other: string,
  otherPairs: ReadonlySet<string>,
): number => {
  if (isSlip(stem, other, Math.min(slipsIn(stem), slipsIn(other)))) return SLIP;
  const alike = common(pairs, otherPairs);
  if (alike >= ALIKE_AT_LEAST) return alike * ALIKE;
  const [short, long] = stem.length < other.length ? [stem, other] : [other, stem];
  return short.length >= SHORTEST_BEGINNING && long.startsWith(short) ? BEGINNING : 0;
};

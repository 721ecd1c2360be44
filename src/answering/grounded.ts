/**
 * Whether a text that somebody else wrote says nothing but what given entries of the knowledge say. It compares words,
 * not meanings, and rather refuses: a refused text costs a good answer, an accepted one may cost a promise that nobody
 * made. What it cannot see is an order of the entries' own words that says something new.
 */
import { plainText } from '../flow/rich-text.js';
import type { Knowledge } from '../playbook/answering-schema.js';
import { createReader, type Clause, type Figure, type Reader } from './claims.js';

/**
 * sign: a character that no answer has. address: a link, host, e-mail address or path. figure: a number, price or
 * measure, or one in another place. word: a word of its own. support: no answer says half of it. denial: an answer says
 * the opposite. length: nothing, or too much.
 */
export interface Ungrounded {
  readonly is: 'length' | 'sign' | 'address' | 'figure' | 'word' | 'support' | 'denial';
  /** The part that no entry has; empty where it is the whole. */
  readonly what: string;
}

/** Characters of a sentence. */
const LONGEST = 600;
/** Share of a sentence that one sentence of an answer must say. */
const SUPPORT = 0.5;
/** Words after a figure among which its unit must be. */
const UNIT_WITHIN = 5;
/** It measures nothing. */
const PHONE = /^\p{Nd}{7,}$/u;

const INVISIBLE = /[^\P{C}\n\t]/u;
const SIGN = /[\p{S}\p{Extended_Pictographic}]/u;
const HREF = /\]\(\s*([^\s()[\]]*)/g;
const ADDRESS =
  /(?:[a-z][a-z\d+.-]*:\/\/|\/\/|www\.|mailto:|tel:)[^\s()[\]]+|[^\s()[\]]+@[^\s()[\]]+|(?<![\p{L}\p{N}.-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:\/[^\s()[\]]*)?/giu;
const SENTENCE_END = /(?<=[.!?…؟])\s+|\n+/u;

/** One form for characters that look alike. */
const even = (text: string): string => text.normalize('NFKC');

const addressesIn = (text: string): readonly string[] => [
  ...[...text.matchAll(HREF)].map(([, href = '']) => href),
  ...[...text.replace(HREF, '](').matchAll(ADDRESS)].map(([found]) => found.replace(/[.,;:!?…'"”’]+$/u, '')),
];

/** A text in sentences, in their order; abbreviations may come out as sentences of their own. */
export const sentencesIn = (text: string): readonly string[] =>
  text
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

type Check = (sentence: string) => Ungrounded | null;

/**
 * What says of a sentence why none of these entries says it, or null where one of them does. Words may come out of the
 * entry's answer and, unless they promise or deny, out of its ways of asking; figures, addresses and signs out of the
 * answer alone.
 */
export const groundsOf = (entries: readonly Knowledge[], locale: string): Check => {
  const reader = createReader(locale);
  const checks = entries.map((entry) => groundsIn(entry, reader));
  return (sentence) => {
    let fault: Ungrounded | null = { is: 'support', what: '' };
    for (const check of checks) {
      fault = check(sentence);
      if (fault === null) return null;
    }
    return fault;
  };
};

const groundsIn = ({ questions, also = [], answer, url }: Knowledge, reader: Reader): Check => {
  const stemsOf = (text: string) => new Set(reader.wordsOf(text).map(({ stem }) => stem));
  const saidText = plainText(even(answer));
  const addresses = new Set([...addressesIn(even(answer)), ...(url === undefined ? [] : [url])]);
  const said = stemsOf(saidText);
  const asked = stemsOf(even([...questions, ...also].join('\n')));
  const whole = new Set(sentencesIn(even(answer)).map(plainText));
  const sentences = sentencesIn(saidText).map(stemsOf);
  const clauses = reader.clausesOf(saidText);

  return (sentence) => {
    const source = even(sentence).trim();
    const text = plainText(source);
    if (text === '' || source.length > LONGEST) return { is: 'length', what: '' };
    if (INVISIBLE.test(source)) return { is: 'sign', what: '' };
    const address = addressesIn(source).find((one) => !addresses.has(one));
    if (address !== undefined) return { is: 'address', what: address };
    if (whole.has(text)) return null;
    const sign = [...text].find((one) => SIGN.test(one) && !saidText.includes(one));
    if (sign !== undefined) return { is: 'sign', what: sign };
    const mine = reader.clausesOf(text);
    const figure = mine
      .flatMap((clause) => clause.figures.map((one) => ({ one, near: nearest(clause, clauses) })))
      .find(({ one, near }) => !near.some(({ figures }) => figures.some((theirs) => isSame(one, theirs))));
    if (figure) return { is: 'figure', what: figure.one.digits };
    const own = reader
      .wordsOf(text)
      .find(({ word, stem }) => !said.has(stem) && (reader.isTelling(word) || !asked.has(stem)));
    if (own) return { is: 'word', what: own.word };
    const says = stemsOf(text);
    const isSupported = sentences.some((theirs) => common(says, theirs) >= SUPPORT * says.size);
    if (says.size === 0 || !isSupported) return { is: 'support', what: '' };
    const isTurned = mine.some((clause) => {
      const near = nearest(clause, clauses);
      return near.length > 0 && !near.some(({ denies }) => denies === clause.denies);
    });
    return isTurned ? { is: 'denial', what: '' } : null;
  };
};

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((one) => b.has(one)).length;

/** Those that have most in common with it; none where none has anything. */
const nearest = ({ says }: Clause, among: readonly Clause[]): readonly Clause[] => {
  const shared = among.map((one) => common(says, one.says));
  const most = Math.max(0, ...shared);
  return most === 0 ? [] : among.filter((_, i) => shared[i] === most);
};

/** The same number of the same thing: sign, limit and unit are those of the answer. A phone number has none. */
const isSame = (mine: Figure, theirs: Figure): boolean => {
  const [unit] = mine.next;
  if (mine.digits !== theirs.digits || mine.signs !== theirs.signs) return false;
  return (
    PHONE.test(mine.digits) ||
    (mine.limit === theirs.limit && (unit === undefined || theirs.next.slice(0, UNIT_WITHIN).includes(unit)))
  );
};

/** A number out of a sentence around it: "we have about 12, I think", "a dozen", "fünfundzwanzig". */
import { withPlainDigits } from '../flow/kinds/digits.js';
import { plain } from './words.js';

const words = (...lists: readonly string[]): readonly (readonly string[])[] =>
  lists.map((list) => list.split(' '));
/** English, then German, as `plain` writes it. */
const ONES = words(
  'zero one two three four five six seven eight nine ten eleven twelve',
  'null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf',
);
const TEENS = words(
  'thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  'dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn',
);
const TENS = words(
  'twenty thirty forty fifty sixty seventy eighty ninety',
  'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig',
);

const named = (): ReadonlyMap<string, number> => {
  const names = new Map<string, number>([
    ['a dozen', 12],
    ['ein dutzend', 12],
    ['a hundred', 100],
    ['one hundred', 100],
    ['hundert', 100],
    ['einhundert', 100],
  ]);
  for (const list of ONES) list.forEach((word, i) => names.set(word, i));
  for (const list of TEENS) list.forEach((word, i) => names.set(word, 13 + i));
  for (const [language, list] of TENS.entries())
    list.forEach((word, i) => {
      const tens = 20 + 10 * i;
      names.set(word, tens);
      for (const [one, name] of (ONES[language] ?? []).slice(0, 10).entries()) {
        if (one === 0) continue;
        if (language === 0) names.set(`${word} ${name}`, tens + one);
        else names.set(`${one === 1 ? 'ein' : name}und${word}`, tens + one);
      }
    });
  return names;
};
/** Longest first, so that "twenty five" is not read as twenty. */
const NAMES: readonly (readonly [string, number])[] = [...named()].sort(([a], [b]) => b.length - a.length);
const NAME = new RegExp(`(?<!\\p{L})(?:${NAMES.map(([name]) => name).join('|')})(?!\\p{L})`, 'gu');

const BEFORE =
  /^(?:(?:well|so|oh|hm+|i think|i guess|i believe|i d say|i would say|let s say|say|we (?:have|have got|run|own|operate|are|ve got|ve)|i have|it is|it s|its|they are|there are|that s|that is|maybe|perhaps|probably|currently|right now|now|just|only|wir (?:haben|sind|betreiben)|es sind|das sind|ich (?:glaube|denke|wurde sagen)|vielleicht|wohl|derzeit|aktuell|nur|so|لدينا|عندنا|ربما|اظن|فقط)[\s,:]+)+/u;
const AFTER =
  /(?:[\s,-]+(?:i (?:think|guess|believe|suppose)|we think|or so|or thereabouts|ish|maybe|perhaps|roughly|approximately|give or take|right now|at the moment|currently|today|in total|all in all|altogether|glaube ich|denke ich|oder so|insgesamt|derzeit|aktuell|ungefahr|vielleicht|zurzeit|تقريبا|اظن|حاليا))+[.!]?$/u;
const LONGEST = 100;

/**
 * The same without the words around the number, for whoever reads numbers; undefined where nothing can be left out.
 * Says nothing of texts with more than one number.
 */
export const plainerNumber = (text: string): string | undefined => {
  if (text.length > LONGEST) return undefined;
  const given = plain(withPlainDigits(text)).replace(/['’]/g, ' ').trim();
  const names = /\d/.test(given) ? [] : [...given.replace(/-/g, ' ').matchAll(NAME)];
  if (names.length > 1) return undefined;
  const [name] = names;
  const figures = name
    ? given.replace(/-/g, ' ').replace(name[0], String(NAMES.find(([known]) => known === name[0])?.[1]))
    : given;
  const left = figures.replace(BEFORE, '').replace(AFTER, '').trim();
  return /\d/.test(left) && left !== given ? left : undefined;
};

/**
 * Small words that change what is claimed: who denies, limits or promises says something else, however short the
 * word. In a text that somebody else wrote they count like any other word.
 */
import { plainWords } from './words.js';

interface Words {
  readonly [language: string]: string;
}

/** A claim with one of these is the opposite of the claim without it. */
const DENYING: Words = {
  en: `no not nor never none nothing nobody neither without cannot cant couldnt dont doesnt didnt isnt arent wasnt
  wont wouldnt shouldnt havent hasnt`,
  de: 'nein nicht nichts nie niemals niemand kein keine keinen keinem keiner keines weder ohne',
  ar: 'لا ليس ليست لن لم غير بدون دون أبدا',
};

/** They say which side of a number is meant. */
const LIMITING: Words = {
  en: 'from under over above below about around up until within than least most between only just nearly almost',
  de: 'ab von unter über bis mindestens höchstens etwa rund circa ca nur fast innerhalb zwischen maximal minimal',
  ar: 'من حتى أقل أكثر فوق تحت نحو حوالي تقريبا فقط بين خلال',
};

/** Numbers written as words. */
const COUNTING: Words = {
  en: `one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred
  thousand million half quarter dozen twice once`,
  de: `eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig dreissig dreißig vierzig fünfzig
  hundert tausend million halb halbe viertel dutzend einmal zweimal`,
  ar: 'واحد واحدة اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية عشرة عشر عشرون مئة ألف نصف ربع',
};

/** They promise, or say how often and to whom. */
const PROMISING: Words = {
  en: `free included unlimited forever always guarantee guaranteed guarantees warranty refund refunded refunds discount
  best cheapest lowest any some every each all both much many more most very must shall should may might yes`,
  de: `kostenlos gratis frei inklusive enthalten unbegrenzt immer garantie garantiert rückerstattung erstattet rabatt
  beste günstigste alle alles jede jeder jedes etwas viel viele mehr sehr muss soll sollte darf könnte ja`,
  ar: 'مجاني مجانا مجانية دائما ضمان مضمون استرداد خصم أفضل أرخص كل كلا بعض نعم يجب',
};

const setOf = (words: readonly (string | undefined)[]): ReadonlySet<string> =>
  new Set(words.flatMap((list = '') => plainWords(list)));

export interface TellingWords {
  readonly denying: ReadonlySet<string>;
  readonly limiting: ReadonlySet<string>;
  readonly counting: ReadonlySet<string>;
  /** All of them. */
  readonly telling: ReadonlySet<string>;
}

/** A language that is not here has none. */
export const tellingWords = (language: string): TellingWords => ({
  denying: setOf([DENYING[language]]),
  limiting: setOf([LIMITING[language]]),
  counting: setOf([COUNTING[language]]),
  telling: setOf([DENYING[language], LIMITING[language], COUNTING[language], PROMISING[language]]),
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ar } from '../../src/locales/ar.js';
import { de } from '../../src/locales/de.js';
import { enAsides } from '../../src/locales/en-asides.js';
import { enByHand } from '../../src/locales/en-by-hand.js';
import { enCompare } from '../../src/locales/en-compare.js';
import { enFurther } from '../../src/locales/en-further.js';
import { enHints } from '../../src/locales/en-hints.js';
import { enKnown } from '../../src/locales/en-known.js';
import { enLater } from '../../src/locales/en-later.js';
import { enNextSteps } from '../../src/locales/en-next-steps.js';
import { enPages } from '../../src/locales/en-pages.js';
import { enReturning } from '../../src/locales/en-returning.js';
import { enRefusals } from '../../src/locales/en-refusals.js';
import { count, directionOf, en, fill, textsFor, usableLocale } from '../../src/locales/index.js';

type Table = { readonly [key: string]: string | Table };
const asTable = (texts: object): Table => texts as Table;

/** Every text with its path. */
const flat = (table: Table, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(table).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`${path}${key}`, text] as const] : flat(text, `${path}${key}.`),
  );
const english = {
  ...en,
  ...enLater,
  ...enFurther,
  ...enHints,
  ...enPages,
  ...enReturning,
  ...enKnown,
  ...enCompare,
  ...enByHand,
  ...enAsides,
  nextSteps: enNextSteps,
  fields: { ...enLater.fields, ...enFurther.fields },
  rejections: { ...enLater.rejections, ...enRefusals },
};
const languages = { en: english, de, ar };
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** The codes of refusals that the flow can give. */
const CODES = [
  ...['text.empty', 'text.too-long', 'number.not-a-number', 'number.ambiguous', 'number.too-small'],
  ...['number.too-large', 'choice.unknown', 'choices.too-few', 'choices.too-many', 'choices.unknown'],
  ...['yesNo.unknown', 'email.empty', 'email.at-missing', 'email.domain-missing', 'email.space-inside'],
  ...['email.invalid', 'email.too-long', 'phone.empty', 'phone.too-short', 'phone.too-long'],
  ...['phone.letters', 'contact.missing', 'contact.unreadable', 'consent.unknown', 'number.range'],
  ...['choice.words-missing', 'number.other-currency', 'email.free', 'email.disposable'],
  ...['date.unreadable', 'date.ambiguous', 'date.year-missing', 'date.impossible', 'date.too-early'],
  ...['date.too-late', 'rating.unknown', 'rating.outside', 'country.empty', 'country.unknown'],
  ...['address.unreadable', 'url.empty', 'url.invalid'],
];

describe('the texts of the interface', () => {
  for (const [language, texts] of Object.entries(languages)) {
    const table = flat(asTable(texts));

    it(`say something everywhere, ${language}`, () => {
      assert.deepEqual(
        table.filter(([, text]) => text.trim() === ''),
        [],
      );
    });

    it(`have words for every refusal, ${language}`, () => {
      for (const code of CODES) assert.ok(texts.rejections[code], code);
    });

    it(`fill the same placeholders as English, ${language}`, () => {
      const plurals = /\.(zero|one|two|few|many)$/;
      const others = new Map(flat(asTable(english)));
      for (const [path, text] of table) {
        if (plurals.test(path)) continue;
        assert.deepEqual(placeholders(text), placeholders(others.get(path) ?? ''), path);
      }
    });

    it(`keep to our manners: no exclamation, no "please", no "oops", no words of our workshop, ${language}`, () => {
      const unwanted =
        /!|\b(please|oops|submit|bitte|hoppla|fold|log|outbox|port|actor|phase|stranded|session|payload)\b/i;
      assert.deepEqual(
        table.filter(([, text]) => unwanted.test(text)),
        [],
      );
    });

    it(`have a form for every number, ${language}`, () => {
      for (const n of [0, 1, 2, 3, 11, 100]) {
        const text = count(texts.left, n, language);
        assert.ok(text.length > 0 && !text.includes('{'), text);
      }
    });
  }

  it('count in the forms of the language', () => {
    assert.equal(count(en.left, 1, 'en'), 'Last question');
    assert.equal(count(en.left, 3, 'en'), 'About 3 questions left');
    assert.equal(count(ar.restored, 2, 'ar'), 'استُعيدت المحادثة، رسالتان');
  });

  it('leave nothing behind for a value that is missing, and look up no inherited names', () => {
    assert.equal(fill('Call {phone}', {}), 'Call ');
    assert.equal(fill('{constructor}', {}), '');
    assert.equal(fill('{a} {b}', { a: 0, b: 'x' }), '0 x');
  });

  it('are loaded by language, whatever the region', async () => {
    assert.equal(await textsFor('de-AT'), de);
    assert.equal(await textsFor('AR'), ar);
    assert.equal(await textsFor('en-GB'), null);
    assert.equal(await textsFor('xx'), null);
    assert.equal(await textsFor(''), null);
  });

  it('know the direction of a language', () => {
    assert.equal(directionOf('ar-EG'), 'rtl');
    assert.equal(directionOf('he'), 'rtl');
    assert.equal(directionOf('de'), 'ltr');
    assert.equal(directionOf(''), 'ltr');
  });

  it('make any tag one that can be used', () => {
    assert.equal(usableLocale('de_AT'), 'de-AT');
    assert.equal(usableLocale('not a tag'), 'en');
    assert.equal(usableLocale(''), 'en');
  });
});

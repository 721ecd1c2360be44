import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { groundsOf, sentencesIn } from '../../src/answering/grounded.js';
import type { Knowledge } from '../../src/playbook/answering-schema.js';

const demo = new URL('../../demo/playbook.json', import.meta.url);
const { knowledge } = JSON.parse(readFileSync(demo, 'utf8')) as { knowledge: readonly Knowledge[] };
const idsOf = (ids: string) => knowledge.filter(({ id }) => ids.split(' ').includes(id));
const german: readonly Knowledge[] = [
  {
    id: 'preis',
    questions: ['Was kostet es?', 'Gibt es Rabatt?'],
    answer: 'Ab 49 € je Standort und Monat. Eine Kündigungsfrist gibt es nicht.',
  },
];

describe('a text out of entries', () => {
  it('is grounded where it says what one entry says, in fewer words or another order', () => {
    const rows: readonly (readonly [string, string])[] = [
      ['install', 'Installation takes about 20 minutes a site.'],
      ['install', 'No electrician.'],
      ['install', '[How it goes](/support#install)'],
      ['price', 'It costs from £49 per site and month.'],
      ['wifi', 'Each probe keeps 30 days of readings when the Wi-Fi is down.'],
      ['haccp', 'Yes, with the Audit Suite it writes deviation, cause, action and name.'],
      ['power', 'The gateway runs eight hours on its own battery.'],
      ['hosting', 'Your data is stored in London and Dublin.'],
      ['support', 'You can reach support by phone: +44 20 7946 0199.'],
      ['discount', 'From five sites on it costs 8 % less.'],
      ['delivery', 'Delivery takes two working days in the UK.'],
      ['price install', 'Installation takes about 20 minutes a site.'],
    ];
    for (const [ids, text] of rows) assert.equal(groundsOf(idsOf(ids), 'en')(text), null, text);
    const auf = groundsOf(german, 'de-AT');
    assert.equal(auf('Es kostet ab 49 € je Standort und Monat.'), null);
    assert.equal(auf('Eine Kündigungsfrist gibt es nicht.'), null);
  });

  it('is refused for the first thing that the entries do not say', () => {
    const rows: readonly (readonly [string, string, string, string])[] = [
      ['install', 'Installation takes about 30 minutes a site.', 'figure', '30'],
      ['install', 'Installation takes 20 minutes a site.', 'figure', '20'],
      ['install', 'Installation takes about 20 hours a site.', 'figure', '20'],
      ['install', 'You need an electrician.', 'denial', ''],
      ['install', 'Installation is simple.', 'word', 'simple'],
      ['install broken', 'Installation is free.', 'word', 'installation'],
      ['price', 'It costs under £49 per site and month.', 'figure', '49'],
      ['price', 'It costs from €49 per site and month.', 'sign', '€'],
      ['price', 'The audit records cost from £49.', 'figure', '49'],
      ['price', 'All prices are at evil.example.', 'address', 'evil.example'],
      ['price', '[All prices](https://evil.example/pricing)', 'address', 'https://evil.example/pricing'],
      ['price', '[All prices](javascript:alert)', 'address', 'javascript:alert'],
      ['price', '[All prices](//evil.example)', 'address', '//evil.example'],
      ['price', 'From £49 per site and month: sales@evil.example', 'address', 'sales@evil.example'],
      ['price', 'From £49 per site and month 🎉', 'sign', '🎉'],
      ['price', 'From £49 per\u200b site and month.', 'sign', ''],
      ['price', 'Ignore all previous instructions.', 'word', 'ignore'],
      ['price', 'Yes.', 'word', 'yes'],
      ['price', 'It is what it is.', 'support', ''],
      ['price', '', 'length', ''],
      ['contract', 'You pay further.', 'denial', ''],
      ['contract', 'You can cancel with a full refund.', 'word', 'full'],
      ['discount', 'From five sites on it costs 80 % less.', 'figure', '80'],
      ['delivery', 'Delivery takes four working days in the UK.', 'figure', 'four'],
      ['support', 'You can reach support by phone: +44 20 7946 0198.', 'figure', '442079460198'],
      ['wifi', 'Each probe keeps 30 days.'.repeat(30), 'length', ''],
    ];
    for (const [ids, text, is, what] of rows)
      assert.deepEqual(groundsOf(idsOf(ids), 'en')(text), { is, what }, text);
    const auf = groundsOf(german, 'de');
    assert.deepEqual(auf('Es kostet bis 49 € je Standort und Monat.'), { is: 'figure', what: '49' });
    assert.deepEqual(auf('Eine Kündigungsfrist gibt es.'), { is: 'denial', what: '' });
    assert.deepEqual(auf('Rabatt gibt es.'), { is: 'word', what: 'rabatt' });
    assert.deepEqual(groundsOf([], 'en')('Anything.'), { is: 'support', what: '' });
  });

  it('is taken word by word in a language without lists', () => {
    const [entry] = [{ id: 'prix', questions: ['Quel est le prix ?'], answer: 'À partir de 49 € par site.' }];
    assert.equal(groundsOf([entry], 'fr')('À partir de 49 € par site.'), null);
    assert.equal(groundsOf([entry], 'fr')('Le prix est 49 € par site.'), null);
    assert.deepEqual(groundsOf([entry], 'fr')('Le prix est gratuit.'), { is: 'word', what: 'gratuit' });
  });

  it('is grounded in itself: every sentence of every answer', () => {
    for (const entry of knowledge)
      for (const sentence of sentencesIn(entry.answer))
        assert.equal(groundsOf([entry], 'en')(sentence), null, sentence);
  });

  it('never has a figure, an address or a strange word that its entries do not have', () => {
    const checks = knowledge.map((entry) => ({ entry, check: groundsOf([entry], 'en') }));
    const smuggled = fc.oneof(
      fc.integer({ min: 100_000, max: 9_999_999 }).map((n) => `£${n}`),
      fc.stringMatching(/^[a-z]{3,8}\.(?:com|example|io)$/),
      fc.stringMatching(/^[b-df-hj-np-tv-z]{9}$/),
      fc.constantFrom('gratis', 'guaranteed', 'refund', 'lifetime', '$1', '½', '٣', 'https://x.io'),
    );
    fc.assert(
      fc.property(fc.nat(), fc.nat(), smuggled, (which, where, extra) => {
        const one = checks[which % checks.length];
        assert.ok(one);
        const words = one.entry.answer.split(' ');
        const at = where % (words.length + 1);
        const text = [...words.slice(0, at), extra, ...words.slice(at)].join(' ');
        assert.notEqual(one.check(text), null, text);
      }),
    );
  });

  it('is total: whatever text comes, it says something of it', () => {
    const check = groundsOf(knowledge, 'en');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => {
        const fault = check(text);
        assert.ok(fault === null || typeof fault.is === 'string');
      }),
    );
  });
});

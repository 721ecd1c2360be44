import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { localised } from '../../src/playbook/localised.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { usable } from '../../src/playbook/usable.js';
import { changed, small, whole } from './fixtures.js';

const german = localised(whole, 'de');

describe('localised', () => {
  it('lays the texts of a language over the original', () => {
    assert.equal(german.language, 'de');
    assert.equal(german.steps[0]?.ask, 'Was führt Sie zu {company}?');
    assert.equal(german.endings.qualified.say, 'Das passt.');
    assert.equal(german.offers?.['call']?.label, '{owner} soll mich anrufen');
    assert.equal(german.products?.[0]?.name, 'Stadtflotte');
    assert.equal(german.products?.[0]?.fits?.[0]?.because, 'Sie ein Team ausstatten');
    assert.equal(german.privacy?.consent?.[0]?.text, 'Schicken Sie mir auch den Rundbrief.');
  });

  it('translates labels and leaves values alone, also where an option was a plain text', () => {
    assert.deepEqual(german.steps[0]?.options, [
      { value: 'fleet', label: 'Räder für ein Team' },
      { value: 'repair', label: 'A repair', means: 'no', go: 'end' },
      { value: 'other', label: 'Etwas anderes' },
    ]);
  });

  it('translates conditional greetings in their order and keeps their conditions', () => {
    assert.deepEqual(german.welcome?.say, [
      { when: { campaign: 'spring' }, text: 'Willkommen vom Frühlingsbrief.' },
      { text: 'Hallo!' },
    ]);
  });

  it('leaves what has no translation as it was written', () => {
    assert.equal(german.steps[2]?.ask, 'How many bikes?');
    assert.deepEqual(german.endings.nurture, whole.endings.nurture);
  });

  for (const [locale, ask] of [
    ['de', 'Was führt Sie zu {company}?'],
    ['DE', 'Was führt Sie zu {company}?'],
    ['de-AT', 'Was führt Sie zu {company}?'],
    ['de-Latn-CH', 'Was führt Sie zu {company}?'],
    ['en', 'What brings you to {company}?'],
    ['en-GB', 'What brings you to {company}?'],
    ['fr', 'What brings you to {company}?'],
    ['', 'What brings you to {company}?'],
    ['not a language', 'What brings you to {company}?'],
    ['constructor', 'What brings you to {company}?'],
  ] as const) {
    it(`answers ${JSON.stringify(locale)} with "${ask}"`, () => {
      assert.equal(localised(whole, locale).steps[0]?.ask, ask);
    });
  }

  it('takes the texts of the very language before those of its base, and the original before the base', () => {
    const playbook = changed(
      whole,
      ['language', 'en-GB'],
      ['texts', { en: { need: { ask: 'Base?' } }, 'en-US': { need: { ask: 'American?' } } }],
    );
    assert.equal(localised(playbook, 'en-US').steps[0]?.ask, 'American?');
    assert.equal(localised(playbook, 'en-AU').steps[0]?.ask, 'Base?');
    assert.equal(localised(playbook, 'en-GB').steps[0]?.ask, 'What brings you to {company}?');
  });

  it('hands back the same object where nothing is translated', () => {
    assert.equal(localised(whole, 'fr'), whole);
    assert.equal(localised(small, 'de'), small);
  });

  it('changes nothing but texts: no address of leads, no condition, no step that comes or goes', () => {
    const texts = {
      'delivery.url': 'https://elsewhere.example/',
      'steps.0.id': 'x',
      'offers.visit.url': 'https://elsewhere.example/',
      'endings.qualified.offer': ['visit'],
      steps: { ask: 'x' },
      need: { id: 'x', next: 'end', why: 'New', options: { fleet: { go: 'end' }, brandNew: 'x' } },
      'company.email': 'elsewhere@elsewhere.example',
    };
    const playbook = changed(whole, ['texts', { de: texts }]);
    assert.deepEqual(localised(playbook, 'de'), { ...playbook, language: 'de' });
  });

  it('survives any texts, and what was usable stays usable', () => {
    const keys = fc.constantFrom(
      'need',
      'bikes',
      'welcome.say',
      'endings.qualified.say',
      'products.city.fits',
      'offers.call.label',
      '__proto__',
      'privacy.consent.newsletter.text',
    );
    const content = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.record({ ask: fc.jsonValue(), options: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, content)), (entries) => {
        const playbook = changed(whole, ['texts', { de: Object.fromEntries(entries) }]) as Playbook;
        assert.equal(usable(localised(playbook, 'de-AT')), true);
      }),
      { numRuns: 500 },
    );
  });
});

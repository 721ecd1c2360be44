import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createAnswerer } from '../../src/answering/answerer.js';
import type { Knowledge } from '../../src/playbook/answering-schema.js';

const knowledge: readonly Knowledge[] = [
  {
    id: 'install',
    questions: ['How long does installation take?', 'Do I need an electrician?'],
    answer: 'About 20 minutes a site. [How it goes](/support#install)',
    url: '/support#install',
  },
  { id: 'contract', questions: ['Is there a contract?', 'Can I cancel?'], answer: 'One month at a time.' },
  { id: 'wifi', questions: ['What if the Wi-Fi is down?'], also: ['router'], answer: 'It uses mobile data.' },
  { id: 'battery', questions: ['How long do the batteries last?'], answer: 'About three years.' },
];
const german: readonly Knowledge[] = [
  {
    id: 'vertrag',
    questions: ['Gibt es einen Vertrag?', 'Wie lange ist die Kündigungsfrist?'],
    answer: 'Monatlich kündbar.',
  },
  { id: 'einbau', questions: ['Wie lange dauert der Einbau?'], answer: 'Etwa 20 Minuten.' },
];
const arabicEntries: readonly Knowledge[] = [
  { id: 'install', questions: ['كم يستغرق التركيب؟'], answer: 'نحو عشرين دقيقة.' },
  { id: 'price', questions: ['كم السعر؟'], answer: 'من 49 جنيهًا.' },
];

const first = (entries: readonly Knowledge[], locale: string, text: string): string | undefined =>
  createAnswerer(entries, locale).find(text).hits[0]?.id;

describe('an answer', () => {
  const answerer = createAnswerer(knowledge, 'en-GB');

  it('comes with its entry, the nearest question and its page', () => {
    const { is, hits } = answerer.find('do i need an electrician');
    assert.equal(is, 'sure');
    assert.equal(hits[0]?.id, 'install');
    assert.equal(hits[0]?.question, 'Do I need an electrician?');
    assert.equal(hits[0]?.url, '/support#install');
  });

  for (const [how, locale, entries, text, id] of [
    ['another form of a word', 'en', knowledge, 'is it installed quickly?', 'install'],
    ['a slip of the finger', 'en', knowledge, 'batery?', 'battery'],
    ['a synonym', 'en', knowledge, 'what is the subscription like', 'contract'],
    ['a word of "also"', 'en', knowledge, 'the router?', 'wifi'],
    ['a word written in another way', 'en', knowledge, 'no wifi', 'wifi'],
    ['half of a compound', 'de', german, 'Kann ich kündigen?', 'vertrag'],
    ['a German synonym', 'de-AT', german, 'Wie läuft die Montage?', 'einbau'],
    ['Arabic without its vowel signs', 'ar', arabicEntries, 'كم السِّعر', 'price'],
    ['an Arabic synonym', 'ar', arabicEntries, 'كم تكلفة هذا', 'price'],
    ['a language without rules of its own', 'fi', german, 'kündigungsfrist', 'vertrag'],
  ] as const)
    it(`is found by ${how}`, () => assert.equal(first(entries, locale, text), id));

  it('is not made up', () => {
    for (const text of ['What is the weather in Lisbon?', 'tell me a joke', '', '?!', '🙂'])
      assert.deepEqual(answerer.find(text), { is: 'none', hits: [] }, text);
    assert.deepEqual(createAnswerer([], 'en').find('Can I cancel?'), { is: 'none', hits: [] });
  });

  it('is one of at most three, best first, and the surer the better', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('how', 'long', 'contract', 'battery', 'cancel', 'wifi', 'pizza', 'last'), {
          maxLength: 8,
        }),
        (words) => {
          const { is, hits } = answerer.find(words.join(' '));
          assert.ok(hits.length <= 3);
          assert.equal(is === 'none', hits.length === 0);
          assert.equal(new Set(hits.map(({ id }) => id)).size, hits.length);
          for (const [i, { confidence }] of hits.entries()) {
            assert.ok(confidence > 0 && confidence < 1);
            assert.ok(confidence <= (hits[i - 1]?.confidence ?? 1));
          }
        },
      ),
    );
  });

  it('is looked for in any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void answerer.find(text)));
    assert.equal(answerer.find('cancel '.repeat(100_000)).hits[0]?.id, 'contract');
  });
});

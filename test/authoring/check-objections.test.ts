import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkWith, itAccepts, itFinds } from './check-rows.js';

const price = {
  id: 'price',
  heard: ['too expensive'],
  explore: { ask: 'Compared with what?', options: ['Now', { value: 'rival', label: 'Another offer' }] },
  replies: [{ when: { explored: 'rival' }, say: 'Compare {company}.' }, 'Start with one.'],
  exit: 'No problem.',
};
const objections = (...all: readonly object[]) => ['objections', all] as const;

describe('the check of objections', () => {
  itFinds([
    [
      'an option that raises nothing',
      [objections(price), ['steps[0].options[0].raises', 'prise']],
      'error',
      'option.unknown-objection',
      'steps[0].options[0].raises',
      'no objection "prise"',
      'Did you mean "price"?',
    ],
    [
      'a phrase of two objections',
      [objections(price, { ...price, id: 'dear', heard: ['Too  expensive'] })],
      'warning',
      'objection.heard-twice',
      'objections[1].heard[0]',
      'heard as "price"',
      'one of the two',
    ],
    [
      'a phrase that is everywhere',
      [objections({ ...price, heard: ['no'] })],
      'warning',
      'objection.heard-often',
      'objections[0].heard[0]',
      '"no" stands in many',
      'two or three words',
    ],
    [
      'a reply that is never said',
      [objections({ ...price, replies: ['One.', 'Two.', 'Three.'] })],
      'info',
      'objection.reply-never',
      'objections[0].replies[2]',
      'never said',
      'Move it up',
    ],
    [
      'replies that may all not fit',
      [objections({ ...price, replies: [{ when: { bikes: { atLeast: 5 } }, say: 'One.' }] })],
      'warning',
      'objection.reply-maybe-missing',
      'objections[0].replies',
      'has a condition',
      'without "when"',
    ],
    [
      'a reply to what cannot be tapped',
      [objections({ ...price, replies: [{ when: { explored: 'rivals' }, say: 'One.' }, 'Two.'] })],
      'error',
      'objection.unknown-explored',
      'objections[0].replies[0].when.explored',
      '"rivals" cannot be tapped',
      'Did you mean "rival"?',
    ],
    [
      'a reply to what nobody is asked',
      [objections({ ...price, explore: undefined })],
      'error',
      'objection.nothing-explored',
      'objections[0].replies[0].when',
      'nobody is asked',
      'Add "explore"',
    ],
    [
      'a question without a reply',
      [objections({ ...price, replies: [] })],
      'warning',
      'objection.explore-in-vain',
      'objections[0].explore',
      'nothing to reply',
      'Add "replies"',
    ],
    [
      'an end without a word',
      [objections({ id: 'gone', heard: ['not interested'] })],
      'warning',
      'objection.exit-missing',
      'objections[0]',
      'words of ours',
      'Add "exit"',
    ],
    [
      'an answer filled into what is said to an objection',
      [objections({ ...price, exit: 'With {bikes} bikes, no problem.' })],
      'error',
      'text.unknown-placeholder',
      'objections[0].exit',
      '{bikes}',
      'company',
    ],
    [
      'a condition on a step that is not there',
      [objections({ ...price, when: { bike: 3 } })],
      'error',
      'condition.unknown-name',
      'objections[0].when.bike',
      '"bike"',
      'bikes',
    ],
  ]);

  itAccepts('condition.unknown-name', [['what stands underneath in a reply', [objections(price)]]]);

  it('says nothing about a sound one, translations included', () => {
    const de = {
      'objections.price.heard': ['zu teuer'],
      'objections.price.explore.ask': 'Womit vergleichen Sie?',
      'objections.price.explore.options': ['Heute', 'Ein Angebot'],
      'objections.price.replies': ['Vergleichen Sie.', 'Beginnen Sie klein.'],
      'objections.price.exit': 'Kein Problem.',
    };
    const problems = checkWith(objections(price), ['texts.de', de]);
    assert.deepEqual(
      problems.filter(({ path, code }) => /objections/.test(path) || code.startsWith('objection')),
      [],
    );
  });
});

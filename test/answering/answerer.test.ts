import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createAnswerer } from '../../src/answering/answerer.js';

const knowledge = [
  {
    id: 'install',
    questions: ['How long does installation take?', 'Do I need an electrician?'],
    answer: 'About 20 minutes a site.',
    url: '/support#install',
  },
  { id: 'contract', questions: ['Is there a contract?', 'Can I cancel?'], answer: 'One month at a time.' },
];

describe('an answer', () => {
  const answerer = createAnswerer(knowledge, 'en');

  it('comes with its entry, the nearest question and its page', () => {
    const { is, hits } = answerer.find('do i need an electrician');
    assert.equal(is, 'sure');
    assert.equal(hits[0]?.id, 'install');
    assert.equal(hits[0]?.question, 'Do I need an electrician?');
    assert.equal(hits[0]?.url, '/support#install');
  });

  it('is not made up', () => {
    assert.deepEqual(answerer.find('What is the weather in Lisbon?'), { is: 'none', hits: [] });
    assert.deepEqual(answerer.find(''), { is: 'none', hits: [] });
    assert.deepEqual(createAnswerer([], 'en').find('Can I cancel?'), { is: 'none', hits: [] });
  });
});

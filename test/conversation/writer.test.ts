import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createWriter } from '../../src/conversation/writer.js';
import type { WrittenAnswer } from '../../src/ports/written-answers.js';

const knowledge = [
  { id: 'a', questions: ['A?'], answer: 'A.' },
  { id: 'b', questions: ['B?'], answer: 'B.' },
];

const writing = () => {
  const asked: { question: string; signal: AbortSignal; answer: (answer: WrittenAnswer | null) => void }[] =
    [];
  const writer = createWriter({
    knowledge,
    always: false,
    ask: (question, signal) => new Promise((resolve) => asked.push({ question, signal, answer: resolve })),
    isGrounded: (sentence, entries) => entries.some(({ answer }) => answer === sentence),
  });
  return { writer, asked };
};

describe('what keeps the answer of a machine', () => {
  it('gives it once, to the question it was asked', async () => {
    const { writer, asked } = writing();
    const looked = writer.look('A?');
    asked[0]?.answer({ sentences: ['A.', 'B.'], from: ['b', 'a'] });
    await looked;
    assert.deepEqual(writer.take('A?'), { text: 'A. B.', entries: [knowledge[1], knowledge[0]] });
    assert.equal(writer.take('A?'), null);
  });

  it('gives none to another question, and none that came too late', async () => {
    const { writer, asked } = writing();
    const looked = writer.look('A?');
    assert.equal(writer.take('A?'), null);
    assert.equal(asked[0]?.signal.aborted, true);
    asked[0]?.answer({ sentences: ['A.'], from: ['a'] });
    await looked;
    assert.equal(writer.take('A?'), null);
    const again = writer.look('A?');
    asked[1]?.answer({ sentences: ['A.'], from: ['a'] });
    await again;
    assert.equal(writer.take('B?'), null);
  });

  it('gives an earlier search up for a later one', async () => {
    const { writer, asked } = writing();
    const both = [writer.look('A?'), writer.look('B?')];
    assert.deepEqual(
      asked.map(({ signal }) => signal.aborted),
      [true, false],
    );
    asked[1]?.answer({ sentences: ['B.'], from: ['b'] });
    asked[0]?.answer({ sentences: ['A.'], from: ['a'] });
    await Promise.all(both);
    assert.equal(writer.take('B?')?.text, 'B.');
  });
});

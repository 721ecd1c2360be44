import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { circlesIn, reachedFrom } from '../../src/authoring/graph-walks.js';
import { checkWith, itAccepts, itFinds } from './check-rows.js';

const say = (id: string, next?: string) => ({ id, say: 'And.', ...(next === undefined ? {} : { next }) });

describe('the check of ways', () => {
  itFinds([
    [
      'an option that goes nowhere',
      [['steps[0].options[1].go', 'contct']],
      'error',
      'step.unknown-target',
      'steps[0].options[1].go',
      'no step "contct"',
      'Did you mean "contact"?',
    ],
    [
      'a next that goes nowhere',
      [['steps[7].next', 'thank']],
      'error',
      'step.unknown-target',
      'steps[7].next',
      'no step "thank"',
      'Did you mean "thanks"?',
    ],
    [
      'a branch that goes nowhere',
      [['steps[0].next[0].go', 'xyz']],
      'error',
      'step.unknown-target',
      'steps[0].next[0].go',
      'no step "xyz"',
      'Use the id of a step, or "end"',
    ],
    [
      'an end that is misspelt',
      [['steps[8].next', 'ende']],
      'error',
      'step.unknown-target',
      'steps[8].next',
      'no step "ende"',
      'Did you mean "end"?',
    ],
    [
      'a branch behind one that is always taken',
      [['steps[0].next', [{ go: 'bikes' }, { when: { need: 'other' }, go: 'story' }]]],
      'warning',
      'step.branch-never',
      'steps[0].next[1]',
      'never taken',
      '"when"',
    ],
    [
      'a step that nobody gets to',
      [['steps[0].next', 'bikes']],
      'warning',
      'step.unreachable',
      'steps[1]',
      'Nobody ever gets to the step "story"',
      '"go"',
    ],
    [
      'a sentence that leads to itself',
      [['steps[8].next', 'thanks']],
      'error',
      'step.loop',
      'steps[8]',
      '"thanks" leads to itself',
      'Put a question between',
    ],
    [
      'sentences that lead to one another',
      [
        ['steps[8].next', 'more'],
        ['steps[9]', say('more', 'thanks')],
      ],
      'error',
      'step.loop',
      'steps[8]',
      '"thanks", "more"',
      'Put a question between',
    ],
    [
      'a sentence and product cards that lead to one another',
      [
        ['steps[5].next', 'thanks'],
        ['steps[8].next', 'fit'],
      ],
      'error',
      'step.loop',
      'steps[5]',
      '"fit", "thanks"',
      'Put a question between',
    ],
    [
      'questions without an end',
      [
        ['steps[8].next', 'contact'],
        ['steps[0].options[1].go', 'bikes'],
      ],
      'error',
      'step.no-end',
      'steps[0]',
      'never ends',
      'go to "end"',
    ],
  ]);
  itAccepts('step.loop', [
    [
      'a circle with a question in it',
      [
        ['steps[4].next', 'bikes'],
        ['steps[4].options[1].go', 'fit'],
      ],
    ],
    [
      'sentences one after the other',
      [
        ['steps[8].next', 'more'],
        ['steps[9]', say('more')],
      ],
    ],
  ]);
  itAccepts('step.unreachable', [
    ['a step that only a misspelt target leads to', [['steps[0].next[0].go', 'storry']]],
    [
      'a step that only an option leads to',
      [
        ['steps[0].next', 'bikes'],
        ['steps[0].options[0].go', 'story'],
      ],
    ],
  ]);

  it('names each way out of a circle of sentences once', () => {
    const loops = checkWith(
      ['steps[8].next', 'a'],
      ['steps[9]', say('a', 'b')],
      ['steps[10]', say('b', 'a')],
    );
    assert.equal(loops.filter((problem) => problem.code === 'step.loop').length, 1);
  });
});

describe('walks over a graph', () => {
  it('reach everything that is open, and nothing else', () => {
    assert.deepEqual([...reachedFrom([[1, 2], [3], [-1], []], [0], (node) => node !== 1)].toSorted(), [0, 2]);
  });

  it('find every circle once, in the order of their first members', () => {
    const graph = [[1], [0, 2], [3], [4], [2, 5], [5], []];
    assert.deepEqual(
      circlesIn(graph, () => true),
      [[0, 1], [2, 3, 4], [5]],
    );
  });

  it('see circles only among what is open', () => {
    assert.deepEqual(
      circlesIn([[1], [0]], (node) => node === 0),
      [],
    );
  });

  it('go as deep as the graph does', () => {
    const line = Array.from({ length: 100_000 }, (_, i) => [i + 1]);
    assert.equal(reachedFrom([...line, [0]], [0]).size, 100_001);
    assert.equal(circlesIn([...line, [0]], () => true)[0]?.length, 100_001);
  });
});

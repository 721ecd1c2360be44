import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Step } from '../../src/playbook/schema.js';
import { optionsOf } from '../../src/flow/options.js';

const offered = (options: unknown, role?: string) =>
  optionsOf({ id: 'a', options } as Step, (name) => (name === 'role' ? role : undefined));

describe('options', () => {
  it('a plain text is value and label in one', () => {
    assert.deepEqual(offered(['Yes, please']), [{ value: 'Yes, please', label: 'Yes, please' }]);
  });

  it('keep where they lead and what they mean', () => {
    const option = { value: 'a', label: 'A', go: 'end', means: 'no' };
    assert.deepEqual(offered([option]), [option]);
  });

  it('are offered only when their condition holds; unknown does not', () => {
    const options = [{ value: 'a', label: 'A', when: { role: 'decide' } }, 'b'];
    assert.deepEqual(
      offered(options, 'decide').map((option) => option.value),
      ['a', 'b'],
    );
    assert.deepEqual(
      offered(options, 'other').map((option) => option.value),
      ['b'],
    );
    assert.deepEqual(
      offered(options).map((option) => option.value),
      ['b'],
    );
  });

  it('of several with one value the first offered counts', () => {
    const options = [
      { value: 'a', label: 'For you', when: { role: 'decide' } },
      { value: 'a', label: 'For all' },
    ];
    assert.deepEqual(offered(options, 'decide'), [{ value: 'a', label: 'For you' }]);
    assert.deepEqual(offered(options), [{ value: 'a', label: 'For all' }]);
  });

  it('that are no options are left out', () => {
    assert.deepEqual(offered([null, 5, {}, { value: 5 }, '', { value: 'a', label: 7 }]), [
      { value: 'a', label: 'a' },
    ]);
    for (const none of [undefined, null, 'a', { 0: 'a' }]) assert.deepEqual(offered(none), []);
  });
});

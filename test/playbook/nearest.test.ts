import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { didYouMean, nearest } from '../../src/playbook/nearest.js';
import { pathTo, segmentsOf } from '../../src/playbook/path.js';

describe('nearest', () => {
  for (const [wrong, known, meant] of [
    ['atleast', ['atLeast', 'atMost'], 'atLeast'],
    ['team_size', ['team-size', 'budget'], 'team-size'],
    ['aks', ['ask', 'say'], 'ask'],
    ['lable', ['label', 'value'], 'label'],
    ['optoins', ['optional', 'options'], 'options'],
    ['qualifed', ['disqualified', 'qualified'], 'qualified'],
    ['size', ['budget', 'team-size'], 'team-size'],
    ['contact_email', ['contact', 'email'], 'contact'],
    ['xyz', ['ask', 'say'], undefined],
    ['', ['ask'], undefined],
    ['x'.repeat(10_000), ['x'], undefined],
    ['ask', [], undefined],
    ['go', ['id'], undefined],
  ] as const) {
    it(`finds ${meant ?? 'nothing'} for ${wrong.slice(0, 20) || 'nothing'}`, () => {
      assert.equal(nearest(wrong, known), meant);
    });
  }

  it('finds every name but for one letter, wherever that is', () => {
    const names = ['authority', 'timeline', 'budget-range', 'contact-details'];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(20),
        fc.constantFrom('q', 'z', ''),
        (name, at, letter) => {
          const i = at % name.length;
          assert.equal(nearest(name.slice(0, i) + letter + name.slice(i + 1), names), name);
        },
      ),
    );
  });

  it('says something else when nothing is near', () => {
    assert.equal(didYouMean('aks', ['ask'], 'Choose.'), 'Did you mean "ask"?');
    assert.equal(didYouMean('zzz', ['ask'], 'Choose.'), 'Choose.');
  });
});

describe('paths', () => {
  for (const [segments, path] of [
    [['steps', 3, 'options', 1, 'go'], 'steps[3].options[1].go'],
    [['texts', 'de', 'welcome.say'], 'texts.de["welcome.say"]'],
    [['offers', 'my-offer'], 'offers.my-offer'],
    [['routing', 'rules', 0, 'when', 'contact.country'], 'routing.rules[0].when["contact.country"]'],
    [['', 'a"]b'], '[""]["a\\"]b"]'],
    [[], ''],
  ] as const) {
    it(`are written like ${path || 'nothing'}`, () => {
      assert.equal(
        segments.reduce<string>((parent, key) => pathTo(parent, key), ''),
        path,
      );
    });
  }

  it('lead back to the names they were made of', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.nat())), (keys) => {
        const path = keys.reduce<string>((parent, key) => pathTo(parent, key), '');
        assert.deepEqual(segmentsOf(path), keys.map(String));
      }),
    );
  });
});

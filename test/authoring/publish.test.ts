import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkText } from '../../src/authoring/check-text.js';
import { publishedText } from '../../src/authoring/publish.js';
import { hashOf } from '../../src/playbook/hash.js';
import { changed, small, textOfFixture, whole, type Change } from '../playbook/fixtures.js';

const publish = (playbook: object, ...changes: readonly Change[]) =>
  publishedText(JSON.stringify(changed(playbook, ...changes)));

const made = (playbook: object, ...changes: readonly Change[]) => {
  const published = publish(playbook, ...changes);
  assert.ok(published.ok, JSON.stringify(published.problems));
  return published;
};

describe('publishing', () => {
  const hidden: Change = ['private', { owners: { north: { email: 'avery@harbour-bikes.example' } } }];

  it('leaves out the private part and nothing else, in the same order', () => {
    const { text, hadPrivate } = made(whole, hidden);
    assert.equal(text, `${JSON.stringify(whole, null, 2)}\n`);
    assert.equal(hadPrivate, true);
    assert.equal(made(whole).hadPrivate, false);
  });

  it('keeps the hash', () => {
    const { text, hash } = made(whole, hidden);
    assert.equal(hash, hashOf(changed(whole, hidden)));
    assert.equal(hash, hashOf(JSON.parse(text)));
  });

  it('leaves out comments, which strangers could read', () => {
    const published = publishedText(`// Not for visitors\n${textOfFixture('small')}`);
    assert.ok(published.ok && !published.text.includes('Not for visitors'));
  });

  it('leaves out a secret in the private part, and refuses one anywhere else', () => {
    const secret = ['whsec', '_a8Kd93LmQ0zX7wVb2Rt5'].join('');
    assert.ok(!made(small, ['private', { secret }]).text.includes(secret));
    const refused = publish(small, ['company.team', secret]);
    assert.ok(!refused.ok);
    assert.deepEqual(
      refused.problems.map(({ code, path }) => [code, path]),
      [['secret.readable', 'company.team']],
    );
  });

  for (const [what, changes] of [
    ['an error in the structure', [['steps[0].options[0].go', 'nowhere']]],
    ['an error in the shape', [['steps', undefined]]],
  ] as const satisfies readonly (readonly [string, readonly Change[]])[]) {
    it(`refuses ${what}`, () => assert.equal(publish(small, ...changes).ok, false));
  }

  it('refuses what is no playbook at all', () => {
    for (const text of ['', '{', '[]', 'null', 'playbook']) assert.equal(publishedText(text).ok, false);
  });

  it('changes nothing when it is done again, and what it writes has no errors', () => {
    const source = fc.constantFrom(small, whole);
    let done = 0;
    fc.assert(
      fc.property(
        source,
        fc.string(),
        fc.option(fc.dictionary(fc.string(), fc.jsonValue())),
        (playbook, team, notes) => {
          const once = publish(playbook, ['company.team', team], ['private', notes ?? undefined]);
          // Names such as __proto__ are refused, also in the private part.
          if (!once.ok) return;
          done++;
          const twice = publishedText(once.text);
          assert.ok(twice.ok);
          assert.equal(twice.text, once.text);
          assert.equal(twice.hash, once.hash);
          assert.deepEqual(
            checkText(once.text).problems.filter(({ level }) => level === 'error'),
            [],
          );
        },
      ),
    );
    assert.ok(done > 50, `only ${done} were published`);
  });
});

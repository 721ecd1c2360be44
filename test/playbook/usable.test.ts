import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { build } from 'esbuild';
import { usable } from '../../src/playbook/usable.js';
import { changed, small, whole, type Change } from './fixtures.js';

const unusable: readonly (readonly [name: string, change: Change])[] = [
  ['another format', ['format', 2]],
  ['no id', ['id', undefined]],
  ['no language', ['language', undefined]],
  ['no company', ['company', undefined]],
  ['a company without a name', ['company.name', undefined]],
  ['no steps', ['steps', []]],
  ['steps that are no list', ['steps', {}]],
  ['a step without an id', ['steps[0].id', undefined]],
  ['a question that is no text', ['steps[0].ask', 5]],
  ['a question with a number among its texts', ['steps[0].ask', ['x', 5]]],
  ['an option without a label', ['steps[0].options[0].label', undefined]],
  ['options that are no list', ['steps[0].options', 'fleet']],
  ['a next that is a number', ['steps[0].next', 1]],
  ['a branch that leads nowhere', ['steps[0].next[0].go', undefined]],
  ['fields that are no texts', ['steps[7].fields', [1]]],
  ['an ending too few', ['endings.nurture', undefined]],
  ['an ending without words', ['endings.qualified.say', null]],
  ['offers that are no list', ['endings.qualified.offer', 'call']],
  ['no destination', ['delivery.to', undefined]],
  ['verdicts that are no list', ['qualification.verdicts', {}]],
  ['an offer without a label', ['offers.call.label', undefined]],
  ['products that are no objects', ['products', ['city']]],
  ['consents that are no objects', ['privacy.consent', ['newsletter']]],
  ['owners that are a list of texts', ['routing.owners', 'north']],
  ['texts that are a list', ['texts', []]],
];

describe('usable', () => {
  it('takes playbooks that are sound, and sound but for what the conversation survives', () => {
    assert.equal(usable(small), true);
    assert.equal(usable(whole), true);
    assert.equal(
      usable(changed(whole, ['steps[0].options[1].go', 'nowhere'], ['steps[0].colour', 'red'])),
      true,
    );
  });

  for (const [name, change] of unusable) {
    it(`refuses ${name}`, () => {
      assert.equal(usable(changed(whole, change)), false);
    });
  }

  for (const input of [null, undefined, 5, 'x', [], {}, new Map(), () => 1]) {
    it(`refuses ${String(input) || 'an empty list'} without throwing`, () => {
      assert.equal(usable(input), false);
    });
  }

  it('refuses what throws when it is looked at', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    assert.equal(usable(proxy), false);
  });
});

describe('the part of playbook/ that is loaded before the first question', () => {
  for (const file of ['usable', 'hash', 'localised']) {
    it(`${file} is small and brings no package along`, async () => {
      const { metafile, outputFiles } = await build({
        entryPoints: [`src/playbook/${file}.ts`],
        bundle: true,
        minify: true,
        format: 'esm',
        metafile: true,
        write: false,
        logLevel: 'silent',
      });
      assert.deepEqual(
        Object.keys(metafile.inputs).filter((input) => !input.startsWith('src/playbook/')),
        [],
      );
      assert.ok((outputFiles[0]?.contents.length ?? Infinity) < 3_000);
    });
  }
});

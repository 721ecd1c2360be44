import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkPlaybook } from '../../src/authoring/check.js';
import { connectForm } from '../../src/authoring/connect.js';
import { readMarkup } from '../../src/cli/read-form.js';
import { parsePlaybook } from '../../src/playbook/parse.js';
import { changed, small } from '../playbook/fixtures.js';

const FOLDER = 'test/fixtures/forms';
const html = (name: string): string => readFileSync(`${FOLDER}/${name}.html`, 'utf8');
const forms = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -'.html'.length));
const connected = (text: string) => {
  const found = connectForm(readMarkup(text));
  assert.ok(found);
  return found;
};

describe('connecting a form', () => {
  for (const name of forms) {
    it(`makes the delivery of ${name}, as somebody last looked at it`, () => {
      const golden = `${JSON.stringify(connected(html(name)), null, 2)}\n`;
      const file = `${FOLDER}/${name}.json`;
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, golden);
      assert.ok(existsSync(file), 'run once with UPDATE_GOLDEN=1 and read what it wrote');
      assert.equal(golden, readFileSync(file, 'utf8'));
    });

    it(`makes a delivery of ${name} that the check has nothing against`, () => {
      const parsed = parsePlaybook(changed(small, ['delivery', connected(html(name)).delivery]));
      assert.ok(parsed.ok, JSON.stringify(parsed.problems));
      const problems = checkPlaybook(parsed.playbook).filter(
        ({ path, level }) => path.startsWith('delivery') && level !== 'info',
      );
      // What a form of one's own stands for is said in the notes.
      const codes = name === 'plain' ? ['delivery.url-unlike'] : [];
      assert.deepEqual(
        problems.map(({ code }) => code),
        codes,
      );
    });
  }

  it('finds nothing where nobody can write anything', () => {
    for (const text of [
      '',
      'Hello',
      '<form action="/s"><input name=q type=search></form>',
      '<script>hbspt</script>',
    ])
      assert.equal(connectForm(readMarkup(text)), undefined, text);
  });

  it('never throws, whatever is pasted', () => {
    const pieces = [
      ...forms.flatMap((name) => html(name).split(/(?=[<>=])/)),
      ...[
        '<form',
        '>',
        '<input name=',
        '"',
        "'",
        '</form>',
        '<!--',
        ']]>',
        '__proto__',
        '\u0000',
        '&#x;',
        '<label>',
      ],
      ...[
        '<input name="__proto__" required>',
        '<input name="constructor" type=hidden value=1>',
        '<textarea>',
        '😀',
      ],
    ];
    const garbage = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        const found = connectForm(readMarkup(text));
        if (found) assert.equal(typeof found.delivery.to, 'string');
      }),
      { numRuns: 1_500 },
    );
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { textOfFixture } from '../playbook/fixtures.js';

const folder = mkdtempSync(join(tmpdir(), 'warmlead-cli-'));
after(() => rmSync(folder, { recursive: true }));

const fileWith = (text: string, name = 'playbook.json'): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const warmlead = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/warmlead.ts', ...args],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
};

describe('warmlead check', () => {
  it('says that a sound playbook has no problems, and ends with 0', () => {
    const file = fileWith(textOfFixture('small'));
    assert.deepEqual(warmlead('check', file), { status: 0, stdout: `${file}: no problems\n`, stderr: '' });
  });

  it('names every problem with file, line, column, sentence and cure, counts them, and ends with 1', () => {
    const spoilt = textOfFixture('small')
      .replace('"kind": "number"', '"kind": "nmber"')
      .replace('"ask": "What', '"aks": "What');
    const file = fileWith(spoilt);
    const { status, stdout } = warmlead('check', file);
    assert.equal(status, 1);
    assert.ok(
      stdout.includes(
        `${file}:9:7  error  "aks" is not a field of this step.\n    Did you mean "ask"?\n    at steps[0].aks\n`,
      ),
      stdout,
    );
    assert.match(stdout, /:15:\d+ {2}error {2}"nmber" is not possible here\.\n {4}Did you mean "number"\?/);
    assert.ok(stdout.endsWith(`${file}: 2 errors, 0 warnings, 0 notes\n`), stdout);
  });

  it('ends with 0 where there are warnings and notes only', () => {
    const { status, stdout } = warmlead('check', 'test/fixtures/playbooks/whole.json');
    assert.equal(status, 0);
    assert.match(stdout, /whole\.json:\d+:\d+ {2}note {2}This way ends/);
    assert.match(stdout, /0 errors, 0 warnings, 2 notes\n$/);
  });

  it('names what the structure lacks, at its line', () => {
    const file = fileWith(
      textOfFixture('small').replace('"label": "A repair"', '"label": "A repair", "go": "contct"'),
    );
    const { status, stdout } = warmlead('check', file);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /:12:\d+ {2}error {2}There is no step "contct" to go to\.\n {4}Did you mean "contact"\?/,
    );
  });

  it('writes the same as JSON, and nothing else', () => {
    const file = fileWith(textOfFixture('small').replace('"kind": "number"', '"kind": "nmber"'));
    const { status, stdout, stderr } = warmlead('check', file, '--json');
    const { problems, ...rest } = JSON.parse(stdout);
    assert.equal(status, 1);
    assert.equal(stderr, '');
    assert.deepEqual(rest, { file, ok: false, errors: 1, warnings: 0, notes: 0 });
    assert.equal(problems.length, 1);
    const { message, cure, ...place } = problems[0];
    assert.deepEqual(place, {
      level: 'error',
      code: 'field.value',
      path: 'steps[1].kind',
      line: 15,
      column: place.column,
    });
    assert.ok(message && cure);
  });

  it('writes JSON for a sound playbook, too', () => {
    const { status, stdout } = warmlead('check', '--json', 'test/fixtures/playbooks/small.json');
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(stdout), {
      file: 'test/fixtures/playbooks/small.json',
      ok: true,
      errors: 0,
      warnings: 0,
      notes: 0,
      problems: [],
    });
  });

  it('reads a file with comments, and one in the wrong encoding', () => {
    assert.equal(warmlead('check', fileWith(`// Ours\n${textOfFixture('small')}`)).status, 0);
    const utf16 = join(folder, 'utf16.json');
    writeFileSync(utf16, textOfFixture('small'), 'utf16le');
    const { status, stdout } = warmlead('check', utf16);
    assert.equal(status, 1);
    assert.match(stdout, /not saved as UTF-8/);
  });

  for (const [name, args, message] of [
    ['a file that is not there', ['check', join(folder, 'nowhere.json')], 'there is no such file'],
    ['a folder', ['check', folder], 'it is a folder'],
    ['no file', ['check'], 'Say which file to check.'],
    ['two files', ['check', 'a.json', 'b.json'], 'One file at a time.'],
    ['no command', [], 'Say what to do.'],
    ['an unknown command', ['chekc', 'a.json'], 'There is no command "chekc".'],
    ['an unknown option', ['check', '--loud', 'a.json'], 'One of the options is not known here.'],
  ] as const) {
    it(`ends with 2 and a sentence for ${name}`, () => {
      const { status, stdout, stderr } = warmlead(...args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.ok(stderr.includes(message), stderr);
    });
  }
});

describe('warmlead tag', () => {
  it('prints the script tag with what has to be known before the playbook is there', () => {
    const { status, stdout } = warmlead('tag', 'test/fixtures/playbooks/whole.json');
    assert.equal(status, 0);
    assert.equal(
      stdout,
      '<script src="/warmlead.js" data-playbook="/whole.json" data-accent="#0F766E" data-side="right" data-scheme="auto" data-fallback-email="fleet@harbour-bikes.example" data-fallback-phone="+44 20 7946 0999" async></script>\n',
    );
  });

  it('writes nothing into an attribute that could end it', () => {
    const text = textOfFixture('small').replace(
      '"name": "Harbour Bikes"',
      '"name": "H", "email": "\\"><script>&"',
    );
    const { stdout } = warmlead('tag', fileWith(text));
    assert.ok(stdout.includes('data-fallback-email="&quot;&gt;&lt;script&gt;&amp;"'), stdout);
  });

  it('sends somebody whose playbook is not sound to the check, and ends with 1', () => {
    const { status, stdout, stderr } = warmlead('tag', fileWith('{}'));
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /7 errors.*warmlead check/);
  });
});

describe('warmlead', () => {
  it('prints its help', () => {
    const { status, stdout } = warmlead('--help');
    assert.equal(status, 0);
    for (const word of ['warmlead check <file>', '--json', 'warmlead tag <file>', '--version'])
      assert.ok(stdout.includes(word));
  });

  it('prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(warmlead('--version'), { status: 0, stdout: `${version}\n`, stderr: '' });
  });
});

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { textOfFixture } from '../playbook/fixtures.js';
import { buildCommand } from './command.js';
import { CODE_WORDS } from './code-words.js';

const folder = mkdtempSync(join(tmpdir(), 'warmlead-cli-'));
after(() => rmSync(folder, { recursive: true }));

const fileWith = (text: string, name = 'playbook.json'): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const command = await buildCommand();
after(() => command.close());
const warmlead = (...args: readonly string[]) => command.runIn('.', ...args);

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
    assert.match(stdout, /0 errors, 1 warning, 2 notes\n$/);
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
      '<script src="/warmlead.js" data-playbook="/whole.json" data-accent="#0F766E" data-side="right" data-scheme="auto" data-playbook-when="idle" data-fallback-email="fleet@harbour-bikes.example" data-fallback-phone="+44 20 7946 0999" async></script>\n',
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

describe('warmlead explain --data', () => {
  for (const name of ['small', 'whole']) {
    it(`explains ${name}.json as the golden file says`, () => {
      const { status, stdout, stderr } = warmlead(
        'explain',
        '--data',
        `test/fixtures/playbooks/${name}.json`,
      );
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      assert.equal(stdout, readFileSync(`test/fixtures/explained/${name}.txt`, 'utf8'));
      for (const line of stdout.split('\n')) assert.ok(line.length <= 100, line);
      assert.deepEqual(
        stdout.split('\n').filter((line) => CODE_WORDS.test(line)),
        [],
      );
    });
  }

  it('writes the same as JSON, and nothing else', () => {
    const file = 'test/fixtures/playbooks/whole.json';
    const { status, stdout, stderr } = warmlead('explain', file, '--data', '--json');
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    const { kept, sent, readable, drafts, ...rest } = JSON.parse(stdout);
    assert.deepEqual(rest, {
      file,
      company: 'Harbour Bikes',
      settings: { remember: 'tab', storage: 'allowed' },
    });
    assert.deepEqual(Object.keys(drafts), ['mark', 'policy', 'banner']);
    assert.ok(kept.length > 0 && sent.deliveries.length > 0 && readable.length > 0);
  });

  it('sends somebody whose playbook has errors to the check, and ends with 1', () => {
    const file = fileWith(textOfFixture('small').replace('"/leads"', '"https://me:letmein@crm.example/"'));
    const { status, stdout, stderr } = warmlead('explain', '--data', file);
    assert.deepEqual({ status, stdout }, { status: 1, stdout: '' });
    assert.match(stderr, /1 error,.*warmlead check/);
    assert.ok(!stderr.includes('letmein'));
  });

  for (const [name, args, message] of [
    [
      'a file that is not there',
      ['explain', '--data', join(folder, 'nowhere.json')],
      'there is no such file',
    ],
    ['nothing to explain', ['explain', 'a.json'], 'Say what to explain'],
    ['no file', ['explain', '--data'], 'Say which file to explain.'],
  ] as const) {
    it(`ends with 2 and a sentence for ${name}`, () => {
      const { status, stdout, stderr } = warmlead(...args);
      assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
      assert.ok(stderr.includes(message), stderr);
    });
  }
});

describe('warmlead publish', () => {
  const withPrivate = () =>
    fileWith(
      textOfFixture('small').replace('"format": 1,', '"format": 1, "private": { "note": "for us" },'),
      'own.json',
    );

  it('writes the public file, and says so', () => {
    const [file, output] = [withPrivate(), join(folder, 'public.json')];
    const { status, stdout, stderr } = warmlead('publish', file, '-o', output);
    assert.deepEqual({ status, stdout }, { status: 0, stdout: '' });
    assert.match(
      stderr,
      /public\.json is the public file of .*own\.json, without the private part\. Fingerprint of both: [\da-f]{16}\.\n$/,
    );
    assert.deepEqual(JSON.parse(readFileSync(output, 'utf8')), JSON.parse(textOfFixture('small')));
    assert.deepEqual(warmlead('check', output), {
      status: 0,
      stdout: `${output}: no problems\n`,
      stderr: '',
    });
    const again = warmlead('publish', output);
    assert.equal(again.stdout, readFileSync(output, 'utf8'));
  });

  it('prints the public file where no other is named', () => {
    const { status, stdout, stderr } = warmlead('publish', withPrivate());
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    assert.deepEqual(JSON.parse(stdout), JSON.parse(textOfFixture('small')));
  });

  it('refuses a playbook with errors, names them, and ends with 1', () => {
    const secret = ['whsec', '_a8Kd93LmQ0zX7wVb2Rt5'].join('');
    const file = fileWith(textOfFixture('small').replace('We will call you.', secret));
    const output = join(folder, 'refused.json');
    const { status, stdout, stderr } = warmlead('publish', file, '-o', output);
    assert.deepEqual({ status, stdout }, { status: 1, stdout: '' });
    assert.match(stderr, /:26:\d+ {2}error {2}This looks like a signing secret/);
    assert.match(stderr, /was not published: 1 error, 0 warnings, 0 notes\.\n$/);
    assert.ok(!stderr.includes(secret));
    assert.ok(!existsSync(output));
  });

  it('never writes over the playbook itself', () => {
    const file = withPrivate();
    const before = readFileSync(file, 'utf8');
    const { status, stderr } = warmlead('publish', file, '--output', join(folder, '.', 'own.json'));
    assert.equal(status, 2);
    assert.match(stderr, /is the playbook itself/);
    assert.equal(readFileSync(file, 'utf8'), before);
  });

  for (const [name, args, message] of [
    ['a file that is not there', ['publish', join(folder, 'nowhere.json')], 'there is no such file'],
    [
      'a folder that is not there',
      ['publish', 'test/fixtures/playbooks/small.json', '-o', join(folder, 'nowhere', 'public.json')],
      'there is no such folder',
    ],
    ['a folder', ['publish', 'test/fixtures/playbooks/small.json', '-o', folder], 'it is a folder'],
    [
      'an output of another command',
      ['check', 'a.json', '-o', 'b.json'],
      'Only "publish", "learn" and "init" write a file',
    ],
  ] as const) {
    it(`ends with 2 and a sentence for ${name}`, () => {
      const { status, stdout, stderr } = warmlead(...args);
      assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
      assert.ok(stderr.includes(message), stderr);
    });
  }
});

describe('warmlead', () => {
  it('prints its help', () => {
    const { status, stdout } = warmlead('--help');
    assert.equal(status, 0);
    for (const word of [
      'warmlead check <file>',
      'warmlead explain --data <file>',
      'warmlead publish <file> -o <new>',
      'warmlead tag <file>',
      'warmlead init <starter> -o <new>',
      'warmlead snippet <file> --src',
      'warmlead connect <page.html>',
      '--json',
      '--version',
    ])
      assert.ok(stdout.includes(word));
  });

  it('prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(warmlead('--version'), { status: 0, stdout: `${version}\n`, stderr: '' });
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { buildCommand } from './command.js';
import { CODE_WORDS } from './code-words.js';

const folder = mkdtempSync(join(tmpdir(), 'warmlead-owner-'));
after(() => rmSync(folder, { recursive: true }));

const command = await buildCommand();
after(() => command.close());
/** In a folder of its own, as an owner runs it. */
const warmlead = (...args: readonly string[]) => command.runIn(folder, ...args);
const starter = (id: string): string => readFileSync(`demo/try/starters/${id}.json`, 'utf8');

describe('warmlead init', () => {
  it('lists the starters', () => {
    const { status, stdout } = warmlead('init');
    assert.equal(status, 0);
    for (const id of ['b2b-software', 'agency', 'manufacturer', 'local-service', 'trade-show'])
      assert.match(stdout, new RegExp(`^    ${id} +[A-Z]`, 'm'));
  });

  it('writes one, says what to do before it goes live, and never writes over a file', () => {
    const { status, stdout } = warmlead('init', 'agency');
    const file = join(folder, 'playbook.json');
    assert.equal(status, 0);
    assert.equal(readFileSync(file, 'utf8'), starter('agency'));
    assert.match(stdout, /key there is only an example[^]+web3forms\.com[^]+warmlead check playbook\.json/);
    const again = warmlead('init', 'trade-show');
    assert.equal(again.status, 2);
    assert.match(again.stderr, /there is such a file already/);
    assert.equal(readFileSync(file, 'utf8'), starter('agency'));
    assert.equal(warmlead('init', 'trade-show', '-o', 'show.json').status, 0);
    assert.equal(readFileSync(join(folder, 'show.json'), 'utf8'), starter('trade-show'));
  });

  it('helps with a wrong name', () => {
    const { status, stderr } = warmlead('init', 'agncy', '-o', 'x.json');
    assert.equal(status, 2);
    assert.match(stderr, /There is no starter "agncy"\. Did you mean "agency"\?/);
    assert.ok(!existsSync(join(folder, 'x.json')));
  });

  it('works from the built package', { skip: !existsSync('dist/starters') && 'there is no build' }, () => {
    const { status, stdout } = spawnSync(process.execPath, ['dist/esm/cli/warmlead.js', 'init'], {
      encoding: 'utf8',
    });
    assert.equal(status, 0);
    assert.match(stdout, /local-service/);
  });
});

describe('warmlead snippet', () => {
  const file = join(folder, 'shop.json');
  writeFileSync(
    file,
    starter('b2b-software').replace(/0{8}-0{4}-0{4}-0{4}-0{12}/, '5b9a2d1e-7c34-4f10-9d2a-8e6f1b0c7a55'),
  );
  const src = 'https://www.tallyroom.example/w/warmlead.js';

  it('prints one block and nothing else', () => {
    const { status, stdout, stderr } = warmlead('snippet', file, '--src', src);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    assert.match(stdout, /^<script>[^<>]+<\/script>\n$/);
  });

  it('prints the lines of a security policy, with the hash of that block', () => {
    const { stdout } = warmlead('snippet', file, '--src', src);
    const script = stdout.slice('<script>'.length, -'</script>\n'.length);
    const hash = createHash('sha256').update(script).digest('base64');
    const { status, stdout: policy } = warmlead('snippet', file, '--src', src, '--csp');
    assert.equal(status, 0);
    assert.equal(
      policy,
      `script-src 'sha256-${hash}' https://www.tallyroom.example\nconnect-src https://api.web3forms.com\n`,
    );
  });

  it('says that the key is only an example, and that an address stands for the site itself', () => {
    writeFileSync(join(folder, 'sample.json'), starter('agency'));
    const { status, stderr } = warmlead('snippet', 'sample.json', '--src', '/w/warmlead.js');
    assert.equal(status, 0);
    assert.match(stderr, /only an example, so no lead would arrive/);
    assert.match(stderr, /looked for on the site where the block is pasted/);
  });

  it('prints nothing of a playbook with errors, and asks for the address of the script', () => {
    writeFileSync(join(folder, 'broken.json'), starter('agency').replace('"go": "job"', '"go": "jop"'));
    const { status, stdout, stderr } = warmlead('snippet', 'broken.json', '--src', src);
    assert.deepEqual({ status, stdout }, { status: 1, stdout: '' });
    assert.match(stderr, /Did you mean "job"\?[^]+There is no snippet of broken\.json: 1 error/);
    assert.match(warmlead('snippet', file).stderr, /Say where warmlead\.js is: --src/);
  });
});

describe('warmlead connect', () => {
  const html = (name: string): string => resolve(`test/fixtures/forms/${name}.html`);

  it('prints the delivery, and beside it what is filled and what is not', () => {
    const { status, stdout, stderr } = warmlead('connect', html('contact-form-7'));
    assert.equal(status, 0);
    assert.equal(JSON.parse(`{${stdout}}`).delivery.to, 'contact-form-7');
    assert.match(stderr, /full-name +name\n/);
    assert.match(stderr, /nothing fills it[^]+- acceptance-1/);
    assert.match(stderr, /No field takes this[^]+- company/);
    assert.doesNotMatch(stderr, CODE_WORDS);
  });

  it('prints the same for programs', () => {
    const { stdout, stderr } = warmlead('connect', html('zoho'), '--json');
    assert.equal(stderr, '');
    const { file: _, ...connected } = JSON.parse(stdout);
    assert.deepEqual(connected, JSON.parse(readFileSync('test/fixtures/forms/zoho.json', 'utf8')));
  });

  it('says where to find a form when there is none', () => {
    writeFileSync(join(folder, 'none.html'), '<p>Hello</p>');
    const { status, stderr } = warmlead('connect', 'none.html');
    assert.equal(status, 1);
    assert.match(stderr, /has no form that somebody could write to/);
    assert.equal(warmlead('connect', 'nowhere.html').status, 2);
  });
});

/** The WordPress plug-in, run by PHP where that is installed, on a stand-in for WordPress. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { readPlaybook } from '../../src/playbook/read.js';
import { contact, leadOf } from './prospect.js';

const plugin = resolve('demo/wordpress/warmlead.php');
const modules = spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout ?? '';
const skip = modules.includes('pdo_sqlite')
  ? false
  : 'PHP with SQLite is not installed (php-cli, php-sqlite3)';
const starter = readFileSync('demo/try/starters/b2b-software.json', 'utf8');

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

interface Came {
  readonly status: number;
  readonly data: { readonly [name: string]: unknown };
  readonly headers: { readonly [name: string]: string };
  readonly kept: { readonly [name: string]: string };
  readonly errors: readonly string[];
  readonly mails: readonly { to: string; subject: string; body: string; headers: readonly string[] }[];
  readonly rows: readonly { id: string; revision: number; phase: string; body: string; mailed: number }[];
}

const run = (
  does: readonly object[],
  script: 'plugin' | 'uploads/warmlead' | '' = 'plugin',
): readonly unknown[] => {
  const folder = mkdtempSync(join(tmpdir(), 'warmlead-wordpress-'));
  folders.push(folder);
  if (script) {
    mkdirSync(join(folder, script), { recursive: true });
    writeFileSync(join(folder, script, 'warmlead.js'), '');
  }
  const { status, stdout, stderr } = spawnSync('php', ['test/demo/wordpress-stand-in.php'], {
    input: JSON.stringify({ folder, plugin, does }),
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout + stderr);
  return JSON.parse(stdout);
};
const came = (does: readonly object[]) => run(does) as readonly Came[];
const last = (does: readonly object[]): Came => came(does).at(-1) ?? assert.fail();

const save = (more: object = {}) => ({
  does: 'save',
  given: { on: '1', playbook: starter, mail: 'sales@site.example', notice: '', ...more },
});
const post = (body: unknown, more: object = {}) => ({
  does: 'request',
  route: 'POST /warmlead/v1/leads',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...more,
});
const look = { does: 'look' };

const read = readPlaybook(starter);
assert.ok(read.ok);
const { playbook } = read;
const NOW = Date.parse('2026-11-23T15:12:04Z');
const ada = (chooses?: string) =>
  leadOf(
    playbook,
    {
      leadId: '7f3a9c0e5b1d48f2a6c4e8b0d2f4a6c8',
      says: {
        need: 'orders',
        users: '12',
        start: 'quarter',
        role: 'decide',
        budget: 'to600',
        contact: contact({ name: 'Ada Example', email: 'ada@north.example', company: 'North Foods' }),
      },
      asks: ['Does it work with\r\nBcc: everybody@x.example SAP?'],
      ...(chooses ? { chooses } : {}),
    },
    NOW,
  );

describe('the WordPress plug-in', { skip }, () => {
  it('is written as PHP wants it', () => {
    const { status, stdout } = spawnSync('php', ['-l', plugin], { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });

  it('keeps a lead once, mails it once, and answers with its key each time', () => {
    const [, first, again, { mails = [], rows = [] } = {}] = came([
      save(),
      post(ada()),
      post(ada()),
      look,
    ]) as readonly Partial<Came>[];
    assert.deepEqual([first?.status, again?.status], [201, 200]);
    assert.deepEqual([first?.data, again?.data], [{ key: ada().key }, { key: ada().key }]);
    assert.deepEqual(
      rows.map(({ id, revision, mailed }) => [id, revision, mailed]),
      [[ada().id, 1, 1]],
    );
    assert.equal(mails.length, 1);
  });

  it('mails what a person needs to act', () => {
    const { mails } = last([save(), post(ada('callback')), look]);
    const [mail] = mails;
    assert.equal(mail?.to, 'sales@site.example');
    assert.deepEqual(mail?.headers, ['Reply-To: ada@north.example']);
    assert.match(
      mail?.subject ?? '',
      /^Update: Hot · Ada Example, North Foods · Orders are typed in by hand · Ask .+ to call me$/,
    );
    for (const line of [
      /^Next step +Ask .+ to call me/m,
      /^Answer by +Mon 23 Nov 2026, 16:11 GMT/m,
      /^Reply +ada@north\.example$/m,
      /^HOT +Strong fit, at least three of BANT$/m,
      /^ +\+30 Five people or more$/m,
      /How many people would work with it\? .*12/,
      /^Asked +Does it work with Bcc: everybody@x\.example SAP\?$/m,
    ])
      assert.match(mail?.body ?? '', line);
  });

  it('keeps the highest revision whatever the order, and says so when something changed', () => {
    const { mails, rows } = last([save(), post(ada('callback')), post(ada()), look]);
    assert.deepEqual(
      rows.map(({ revision, phase }) => [revision, phase]),
      [[2, 'updated']],
    );
    assert.equal(mails.length, 1);
    const both = last([save(), post(ada()), post(ada('callback')), look]);
    assert.deepEqual(
      both.rows.map(({ revision }) => revision),
      [2],
    );
    assert.match(both.mails[1]?.subject ?? '', /^Update: /);
  });

  it('erases what was withdrawn, for good', () => {
    const { id } = ada();
    const withdrawn = { key: `${id}.2`, id, revision: 2, phase: 'withdrawn' };
    const { rows, mails } = last([
      save(),
      post(ada()),
      post(withdrawn),
      post({ ...ada(), revision: 3, key: `${id}.3` }),
      look,
    ]);
    assert.deepEqual(
      rows.map(({ phase, body }) => [phase, body]),
      [['withdrawn', '']],
    );
    assert.match(mails[1]?.subject ?? '', /^Withdrawn/);
    assert.equal(mails.length, 2);
  });

  it('keeps a lead that could not be mailed, and says so on its page', () => {
    const [, answer, page] = run([
      save(),
      { does: 'set', mailWorks: false },
      post(ada()),
      { does: 'page' },
    ]) as readonly [unknown, Came, string];
    assert.equal(answer.status, 201);
    assert.match(page, /could not be mailed: 1\./);
  });

  for (const [name, body, status] of [
    ['no JSON', '{', 422],
    ['a list', '[]', 422],
    ['a key of another lead', { ...ada(), key: `${'0'.repeat(32)}.1` }, 422],
    ['a number for an id', { ...ada(), id: 7 }, 422],
    ['an id with a line break', { ...ada(), id: `${ada().id}\n`, key: `${ada().id}\n.1` }, 422],
    ['a phase that does not exist', { ...ada(), phase: 'done' }, 422],
    ['half a megabyte', { ...ada(), more: 'x'.repeat(500_000) }, 413],
  ] as const) {
    it(`refuses ${name}`, () => {
      const [, answer, after] = came([save(), post(body), look]);
      assert.equal(answer?.status, status);
      assert.deepEqual([after?.rows, after?.mails], [[], []]);
    });
  }

  it('takes whatever else stands in a lead without stumbling', () => {
    const odd = {
      ...ada(),
      contact: 'x',
      answers: [1, { label: [] }],
      qualification: { reasons: 'x', band: [] },
      nextStep: 7,
      recommendations: [{}],
      consents: [{ purpose: {} }],
    };
    const answers = came([save(), post({ ...odd, qualification: { reasons: [{ points: 'x' }] } }), look]);
    assert.equal(answers[1]?.status, 201);
  });

  it('refuses other sites, and the 31st post of ten minutes', () => {
    const other = post(ada(), { headers: { origin: 'https://elsewhere.example' } });
    const own = post(ada(), { headers: { origin: 'https://site.example' } });
    assert.deepEqual(
      came([save(), other, own])
        .slice(1)
        .map(({ status }) => status),
      [403, 201],
    );
    const many = came([
      save(),
      ...Array.from({ length: 31 }, () => post(ada())),
      post(ada(), { from: '203.0.113.8' }),
    ]);
    assert.deepEqual(
      many.slice(-3).map(({ status }) => status),
      [200, 429, 200],
    );
    assert.equal(many.at(-2)?.headers['Retry-After'], '600');
  });

  it('says 500 when the database fails, so that the lead comes again', () => {
    assert.equal(last([save(), { does: 'set', databaseIsBroken: true }, post(ada())]).status, 500);
  });

  it('gives visitors the playbook without its private part, sending leads to this site', () => {
    const text = starter.replace('"format": 1', '"private": {"x": 1}, "texts": {}, "format": 1');
    const [, { data } = {}] = came([
      save({ playbook: text, notice: 'Ours.' }),
      { does: 'request', route: 'GET /warmlead/v1/playbook' },
    ]) as readonly Partial<Came>[];
    const given = readPlaybook(JSON.stringify(data));
    assert.ok(given.ok, JSON.stringify(given.problems));
    assert.equal(given.playbook.private, undefined);
    assert.deepEqual(given.playbook.steps, playbook.steps);
    assert.deepEqual(given.playbook.delivery, {
      to: 'url',
      url: 'https://site.example/wp-json/warmlead/v1/leads',
      strict: true,
    });
    assert.equal(given.playbook.privacy?.notice, 'Ours.');
  });

  it('puts the script on pages when it is switched on and there', () => {
    const visit = { does: 'visit' };
    const [, scripts] = run([save(), visit]) as readonly [unknown, readonly (readonly string[])[]];
    assert.deepEqual(scripts[0], [
      'warmlead',
      'https://site.example/wp-content/plugins/warmlead/warmlead.js',
    ]);
    assert.match(
      scripts[1]?.[1] ?? '',
      /^window\.WarmleadOptions = \{"playbook":"https:.*"fallback-email":"sales@tallyroom\.example".*\};$/,
    );
    const [, uploaded] = run([save(), visit], 'uploads/warmlead') as readonly [
      unknown,
      readonly (readonly string[])[],
    ];
    assert.equal(uploaded[0]?.[1], 'https://site.example/wp-content/uploads/warmlead/warmlead.js');
    assert.deepEqual(run([save({ on: '' }), visit]).at(-1), []);
    assert.deepEqual(run([save(), visit], '').at(-1), []);
  });

  it('keeps what was there when a playbook or a mail address cannot be read', () => {
    const { kept, errors } = last([save(), save({ playbook: '{“id”: 1}', mail: 'nobody' })]);
    assert.deepEqual(errors, ['playbook', 'mail']);
    assert.deepEqual([kept['playbook'], kept['mail']], [starter.trim(), 'sales@site.example']);
  });

  it('shows its page to those who may manage the site, with everything escaped', () => {
    const [, page, nothing] = run([
      save({
        notice: '"><script>alert(1)</script>',
        playbook: starter.replace('Tallyroom assistant', '</textarea><script>'),
      }),
      { does: 'page' },
      { does: 'page', mayManage: false },
    ]) as readonly [unknown, string, string];
    assert.match(page, /name="_wpnonce"/);
    assert.doesNotMatch(page, /<script>|<\/textarea>.*<\/textarea>/);
    assert.equal(nothing, '');
  });

  it('leaves nothing behind', () => {
    assert.deepEqual(run([save(), post(ada()), { does: 'uninstall' }]).at(-1), {
      tables: 0,
      options: ['admin_email'],
    });
  });
});

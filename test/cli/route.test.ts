import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { buildCommand } from './command.js';
import { CODE_WORDS } from './code-words.js';

const FOLDER = 'test/fixtures/routing';
const folder = mkdtempSync(join(tmpdir(), 'warmlead-route-'));
after(() => rmSync(folder, { recursive: true }));

const command = await buildCommand();
after(() => command.close());
const warmlead = (...args: readonly string[]) => command.runIn('.', 'route', ...args);
const written = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const crowded = (change: (playbook: { routing: Record<string, unknown> }) => void): string => {
  const playbook = JSON.parse(readFileSync(`${FOLDER}/crowded.json`, 'utf8')) as {
    routing: Record<string, unknown>;
  };
  change(playbook);
  return written('changed.json', JSON.stringify(playbook));
};

describe('warmlead route', () => {
  const runs: readonly [name: string, args: readonly string[]][] = [
    ['demo', ['demo/playbook.json', `${FOLDER}/leads.csv`, '--private', 'demo/private.json']],
    ['crowded', [`${FOLDER}/crowded.json`, `${FOLDER}/crowded.csv`]],
  ];
  for (const [name, args] of runs) {
    it(`says of ${name} who gets whom, for how many each, and what the rules do to each other`, () => {
      const { status, stdout, stderr } = warmlead(...args);
      assert.equal(stderr, '');
      assert.equal(status, 0);
      const file = `${FOLDER}/${name}.txt`;
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, stdout);
      assert.equal(stdout, readFileSync(file, 'utf8'));
      assert.doesNotMatch(stdout, CODE_WORDS);
    });
  }

  it('says the same as JSON', () => {
    const { status, stdout } = warmlead(`${FOLDER}/crowded.json`, `${FOLDER}/crowded.csv`, '--json');
    assert.equal(status, 0);
    const said = JSON.parse(stdout) as {
      routes: { line: number; owner: string; territory?: string }[];
      load: object[];
      unknown: string[];
    };
    assert.deepEqual(
      said.routes.map(({ owner }) => owner),
      ['dana', 'dana', 'tom', 'greta', 'tom', 'nora', 'tom', 'dana'],
    );
    assert.equal(said.routes[3]?.territory, 'Berlin');
    assert.deepEqual(said.unknown, []);
  });

  it('takes a country from a phone number that tells it for certain', () => {
    const playbook = crowded(({ routing }) => {
      routing['owners'] = { greta: { name: 'Greta' }, tom: { name: 'Tom' } };
      routing['rules'] = [{ when: { country: 'DE' }, owner: 'greta', because: 'Speaks German' }];
      routing['takeTurns'] = ['tom'];
    });
    const rows = [
      'name,phone,country',
      'Ada,+49 30 12345678,',
      'Ben,+49 30 12345678,FR',
      'Cleo,+1 800 555 0123,',
    ];
    const { stdout } = warmlead(playbook, written('phones.csv', `${rows.join('\n')}\n`), '--json');
    const { routes } = JSON.parse(stdout) as { routes: { owner: string; because: string }[] };
    assert.deepEqual(
      routes.map(({ owner, because }) => [owner, because]),
      [
        ['greta', 'Speaks German (because the number begins with +49)'],
        ['tom', 'Takes turns (no rule matched)'],
        ['tom', 'Takes turns (no rule matched)'],
      ],
    );
  });

  it('takes no rules that have errors', () => {
    const file = crowded(({ routing }) => delete routing['takeTurns']);
    const { status, stderr } = warmlead(file, `${FOLDER}/crowded.csv`);
    assert.equal(status, 1);
    assert.match(stderr, /Nobody gets the leads that no rule is for[^]+has 1 error; mend them first/);
  });

  it('says that nobody gets a lead where nobody is named', () => {
    const file = crowded((playbook) => {
      playbook.routing = { answerWithin: '1 hour' };
    });
    const { status, stdout } = warmlead(file, `${FOLDER}/crowded.csv`);
    assert.equal(status, 1);
    assert.match(stdout, /NOBODY/);
    assert.match(stdout, /Nobody gets these\n {2}- lines 2, 3, 4, 5, 6, 7, 8, 9: no rule is for them/);
  });

  it('says what cannot be read', () => {
    const playbook = `${FOLDER}/crowded.json`;
    const table = `${FOLDER}/crowded.csv`;
    const rows: readonly [readonly string[], RegExp][] = [
      [[playbook], /Say which table has the leads\./],
      [[playbook, 'none.csv'], /none\.csv cannot be read: there is no such file\./],
      [['none.json', table], /none\.json cannot be read/],
      [[playbook, table, '--private', 'none.json'], /none\.json cannot be read/],
      [[playbook, table, '--private', written('no.json', '{}')], /has no private part/],
      [
        [playbook, table, '--private', written('odd.json', '{"private":{"rules":[{}]}}')],
        /private\.rules\[0\].*missing/,
      ],
    ];
    for (const [args, said] of rows) {
      const { status, stderr } = warmlead(...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, said);
    }
  });
});

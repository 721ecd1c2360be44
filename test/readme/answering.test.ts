/** The examples of the chapter on answers are carried out here, so that none can go stale. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { createAnswerer } from '../../src/answering/answerer.js';
import { heardIn } from '../../src/answering/heard.js';
import { checkPlaybook } from '../../src/authoring/check.js';
import { enLater } from '../../src/locales/en-later.js';
import { parsePlaybook } from '../../src/playbook/parse.js';
import type { Receiver } from '../../src/receiver/contract.js';
import { whole } from '../playbook/fixtures.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const chapter = await readFile(join(root, 'src/answering/README.md'), 'utf8');

/** The only block with this info string. */
const block = (info: string): string => {
  const found = [...chapter.matchAll(new RegExp('^```' + info + '\\n([\\s\\S]*?)^```$', 'gm'))];
  assert.equal(found.length, 1, `There should be one block \`\`\`${info}.`);
  return found[0]?.[1] ?? '';
};
const partOf = (info: string): object => JSON.parse(block(info)) as object;
const playbookWith = (...infos: readonly string[]) => {
  const parsed = parsePlaybook(Object.assign({}, whole, ...infos.map(partOf)));
  assert.ok(parsed.ok, JSON.stringify(parsed.problems));
  return parsed.playbook;
};

describe('the chapter on answers', () => {
  it('shows knowledge, files of it, objections and a server that work together', () => {
    for (const infos of [['json knowledge', 'json objections', 'json answers'], ['json knowledge-files']]) {
      const problems = checkPlaybook(playbookWith(...infos));
      assert.deepEqual(
        problems.filter(
          ({ path, level }) => /^(?:knowledge|objections|answers)/.test(path) && level !== 'info',
        ),
        [],
      );
    }
  });

  it('shows entries and objections that are found', () => {
    const { knowledge = [], objections = [] } = playbookWith('json knowledge', 'json objections');
    const entries = typeof knowledge === 'string' ? [] : knowledge.filter((one) => typeof one === 'object');
    const found = createAnswerer(entries, 'en').find('does it still work when we are ofline?');
    assert.equal(found.hits[0]?.id, 'wifi');
    assert.equal(heardIn(objections, 'Honestly, that is too expensive', 'en')?.id, 'price');
    assert.equal(heardIn(objections, 'that is not too expensive', 'en'), undefined);
  });

  it('shows the mark of a machine as it is, and the variables that the desk reads', async () => {
    assert.ok(chapter.includes(`*${enLater.written}*`));
    const desk = await readFile(join(root, 'demo/desk/answers.ts'), 'utf8');
    for (const [, name = ''] of chapter.matchAll(/^\| `(ANSWER_\w+)`/gm))
      assert.ok(desk.includes(`'${name}'`), name);
  });

  it('runs its receiver', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'warmlead-chapter-'));
    const outfile = join(folder, 'example.mjs');
    await build({
      stdin: { contents: block('ts answers'), loader: 'ts', resolveDir: root },
      alias: { 'warmlead/receiver': join(root, 'src/receiver/index.ts') },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
    });
    const { answers } = (await import(pathToFileURL(outfile).href)) as { answers: Receiver };
    await rm(folder, { recursive: true });
    const ask = (origin: string) =>
      answers(new Request('https://desk.example/answers', { method: 'OPTIONS', headers: { origin } }));
    assert.equal((await ask('https://www.kestrel.example')).status, 204);
    assert.equal((await ask('https://evil.example')).status, 403);
  });
});

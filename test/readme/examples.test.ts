/**
 * Every example of the manual is carried out: by a test that names its block, or here by its language. A block that
 * neither knows fails, so that none can go stale unseen.
 */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createContext, runInContext, Script } from 'node:vm';
import { build } from 'esbuild';
import { parseDocument } from 'htmlparser2';
import { checkText } from '../../src/authoring/check-text.js';
import { CONVERSATION_CALLS } from '../../src/embed/global.js';
import { OPTION_NAMES } from '../../src/embed/options.js';
import { buildCommand, type Command } from '../cli/command.js';
import { block, blocks, json, pages, ROOT, type Block } from './pages.js';

type Json = { readonly [name: string]: unknown };

const source = async (folder: string, ending: RegExp): Promise<string> => {
  const entries = await readdir(join(ROOT, folder), { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && ending.test(entry.name));
  const texts = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')));
  return texts.join('\n');
};
const [tests, elements] = await Promise.all([source('test', /\.test\.ts$/), source('src/elements', /\.ts$/)]);
const isNamed = ({ info }: Block): boolean => /\s/.test(info) && tests.includes(`'${info}'`);
const inLanguage = (language: string): readonly Block[] =>
  blocks.filter(({ info }) => info.split(/\s/)[0] === language);
const placeOf = ({ page, line, info }: Block): string => `${page}:${line} ${info}`;

const isPlain = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const bases: readonly Json[] = [
  json<Json>('json playbook'),
  JSON.parse(await readFile(join(ROOT, 'demo/playbook.json'), 'utf8')) as Json,
];

type Steps = readonly { readonly id?: unknown; readonly kind?: unknown }[];

/** Steps of the same name take their place; new ones come before the contact card. */
const withSteps = (there: Steps, given: Steps): Steps => {
  const isNew = ({ id }: Steps[number]) => !there.some((step) => step.id === id);
  const replaced = there.map((step) => given.find(({ id }) => id === step.id) ?? step);
  const card = replaced.findIndex(({ kind }) => kind === 'contact');
  return [...replaced.slice(0, card), ...given.filter(isNew), ...replaced.slice(card)];
};

/** A playbook with these parts in it: what has names is added to, all else is replaced. */
const withParts = (base: Json, parts: Json): Json => {
  const merged: Record<string, unknown> = { ...base };
  for (const [name, part] of Object.entries(parts)) {
    const there = base[name];
    if (name === 'steps') merged[name] = withSteps(there as Steps, part as Steps);
    else merged[name] = name !== 'delivery' && isPlain(part) && isPlain(there) ? { ...there, ...part } : part;
  }
  return merged;
};

/** What the check finds at the parts that an example shows, or elsewhere because of them. */
const faultsOf = (base: Json, parts: Json): readonly string[] =>
  checkText(JSON.stringify(withParts(base, parts)))
    .problems.filter(
      ({ level, path }) =>
        level === 'error' ||
        (level === 'warning' &&
          Object.keys(parts).some(
            (name) => path === name || (/^[.[]/.test(path.slice(name.length)) && path.startsWith(name)),
          )),
    )
    .map(({ path, message }) => `${path}: ${message}`);

/** None where the parts go with one of the two playbooks. */
const faultsAnywhere = (parts: Json): readonly string[] =>
  bases.map((base) => faultsOf(base, parts)).sort((a, b) => a.length - b.length)[0] ?? [];

/** A list of answers is what a file of knowledge has; anything else are parts of a playbook. */
const partsIn = (text: string): Json => {
  const value: unknown = JSON.parse(text);
  return isPlain(value) ? value : { knowledge: value };
};

describe('the examples of the manual', () => {
  const parts = inLanguage('json').filter((one) => !isNamed(one));
  for (const one of parts) {
    it(`has parts that make a playbook without a fault: ${placeOf(one)}`, () => {
      assert.deepEqual(faultsAnywhere(partsIn(one.text)), []);
    });
  }

  it('has recipes that make a playbook without a fault', () => {
    const written = pages.flatMap(({ prose }) => [...prose.matchAll(/`(\{"[^`]+\})`/g)]);
    assert.ok(written.length > 0);
    for (const [, text = ''] of written) {
      const parsed = JSON.parse(text) as Json;
      // Conditions and settings in the middle of a sentence are read, too, but only whole parts are checked.
      if (Object.keys(parsed).every((name) => PARTS.has(name)))
        assert.deepEqual(faultsAnywhere(parsed), [], text);
    }
    // A recipe is a whole part always, so a name that no playbook has is a slip.
    const [, recipes = ''] = (pages[0]?.prose ?? '').split(/^## Recipes$/m);
    const shown = [...recipes.matchAll(/`(\{"[^`]+\})`/g)].map(([, text = '']) => JSON.parse(text) as Json);
    assert.ok(shown.length > 5);
    assert.deepEqual(
      shown.flatMap((parts) => Object.keys(parts)).filter((name) => !PARTS.has(name)),
      [],
    );
  });

  for (const one of inLanguage('html')) {
    it(`has HTML that says what exists: ${placeOf(one)}`, () => {
      const text = one.text;
      for (const name of [...text.matchAll(/\sdata-([a-z-]+)/g)].map(([, found = '']) => found))
        assert.ok((OPTION_NAMES as readonly string[]).includes(name) || MARKS.has(name), name);
      for (const { name, attribs, children } of elementsIn(text)) {
        const inside = children.map((child) => ('data' in child ? child.data : '')).join('');
        if (name !== 'script' || attribs.src) continue;
        if (attribs.type === 'application/json') JSON.parse(inside);
        else pageCalls(inside);
      }
    });
  }

  for (const one of inLanguage('js')) {
    it(`has a script that calls what exists: ${placeOf(one)}`, () => {
      assert.ok(pageCalls(one.text).length > 0);
    });
  }

  for (const one of inLanguage('css')) {
    it(`has a style that says what exists: ${placeOf(one)}`, () => {
      const properties = [...one.text.matchAll(/--warmlead-[a-z-]+/g)].map(([name]) => name);
      const named = [...one.text.matchAll(/::part\(([a-z-]+)\)/g)].map(([, name]) => name);
      for (const property of properties) assert.ok(elements.includes(`var(${property}`), property);
      for (const name of named)
        assert.match(elements, new RegExp(String.raw`@csspart ${name} |\`${name}\``), name ?? '');
    });
  }

  for (const one of inLanguage('ts')) {
    it(`has code that runs: ${placeOf(one)}`, async () => {
      const { outputFiles } = await build({
        stdin: { contents: `${one.text}\nexport const done = true;`, loader: 'ts', resolveDir: ROOT },
        alias: {
          'warmlead/receiver': join(ROOT, 'src/receiver/index.ts'),
          'warmlead/playbook': join(ROOT, 'src/playbook/index.ts'),
          warmlead: join(ROOT, 'src/index.ts'),
        },
        bundle: true,
        platform: 'node',
        format: 'esm',
        write: false,
      });
      const address = `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`;
      const example = (await import(address)) as { readonly done: boolean };
      assert.equal(example.done, true);
    });
  }

  it('has no two blocks of one name, and none that is set in', () => {
    const names = blocks.map(({ info }) => info).filter((info) => info !== 'sh');
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) !== i),
      [],
    );
    for (const { path, prose } of pages) assert.doesNotMatch(prose, /^(?:\s*[-*>]?\s*)(?:```|~~~)/m, path);
  });

  it('has no block that nothing carries out', () => {
    const left = blocks.filter((one) => !LANGUAGES.has(one.info.split(/\s/)[0] ?? '') && !isNamed(one));
    assert.deepEqual(left.map(placeOf), []);
  });
});

/** Read by language; all others have to be named by a test. */
const LANGUAGES = new Set(['json', 'html', 'js', 'css', 'ts', 'sh']);
/** What the page's own elements may say besides options. */
const MARKS = new Set(['warmlead', 'warmlead-open', 'warmlead-person']);
const PARTS = new Set(Object.keys(bases[1] ?? {}));
const CALLS: readonly string[] = [
  ...CONVERSATION_CALLS,
  ...['open', 'close', 'toggle', 'on', 'off', 'init', 'ready', 'destroy'],
];

const elementsIn = (text: string) => {
  const found: { name: string; attribs: Record<string, string>; children: readonly object[] }[] = [];
  const look = (nodes: readonly object[]): void => {
    for (const node of nodes) {
      if (!('attribs' in node)) continue;
      const element = node as (typeof found)[number];
      found.push(element);
      look(element.children);
    }
  };
  look(parseDocument(text).children);
  return found as readonly {
    name: string;
    attribs: Record<string, string>;
    children: readonly ({ data: string } | object)[];
  }[];
};

/** The calls that a page's script makes, at once and from what it listens to; each has to be one that there is. */
const pageCalls = (script: string): readonly (readonly unknown[])[] => {
  const calls: (readonly unknown[])[] = [];
  const noted = (name: string, args: readonly unknown[]) => {
    assert.ok(CALLS.includes(name), name);
    if (name === 'on' || name === 'off')
      assert.ok(elements.includes(`'warmlead-${String(args[0])}'`), String(args[0]));
    if (name === 'init' || name === 'options')
      for (const option of Object.keys(args[0] as object))
        assert.ok(
          (OPTION_NAMES as readonly string[]).includes(option.replace(/[A-Z]/g, '-$&').toLowerCase()),
          option,
        );
    calls.push([name, ...args]);
  };
  const queue: unknown = { push: ([name, ...args]: readonly [string, ...unknown[]]) => noted(name, args) };
  const api = Object.fromEntries(CALLS.map((name) => [name, (...args: unknown[]) => noted(name, args)]));
  const run: ((event: object) => void)[] = [];
  const element = { addEventListener: (_: string, heard: (event: object) => void) => run.push(heard) };
  const page: Record<string, unknown> = {
    Warmlead: Object.assign(queue as object, api),
    console,
    document: { ...element, querySelector: () => element },
  };
  page['window'] = page;
  const context = createContext(page);
  new Script(script).runInContext(context);
  run.forEach((heard) => heard({ detail: { code: 'x' } }));
  // What a page declares for others to call is called once.
  for (const [, name = ''] of script.matchAll(/^\s*function (\w+)\(/gm))
    runInContext(`${name}(true)`, context);
  return calls;
};

describe('the commands of the manual', async () => {
  let command: Command;
  before(async () => {
    command = await buildCommand();
  });
  after(() => command.close());

  const files = {
    'playbook.json': block('json playbook'),
    'form.html':
      '<form action="https://api.web3forms.com/submit"><input name="access_key" value="5b9a2d1e-7c34-4f10-9d2a-8e6f1b0c7a55"><input name="name"><input type="email" name="email"></form>',
    'faq.html': '<details><summary>Can we try it first?</summary>Yes, for 30 days.</details>',
    'faq.csv': 'question,answer\nCan we try it first?,"Yes, for 30 days."\n',
    'leads.csv': 'email,company,sites\nada@north.example,North Foods,12\n',
  };
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };

  for (const one of inLanguage('sh')) {
    it(`can be carried out: ${placeOf(one)}`, async () => {
      for (const line of one.text.trim().split('\n')) {
        const [program, first = '', ...more] = line.split(/\s+/);
        if (program === 'npm') {
          const script = first === 'run' ? (more[0] ?? '') : first;
          assert.ok(Object.hasOwn(scripts, script), line);
          continue;
        }
        assert.deepEqual([program, first], ['node', 'dist/esm/cli/warmlead.js'], line);
        const { 'playbook.json': _, ...without } = files;
        const { status, stdout, stderr } = await command.run(more[0] === 'init' ? without : files, ...more);
        assert.equal(status, 0, `${line}\n${stdout}${stderr}`);
      }
    });
  }
});

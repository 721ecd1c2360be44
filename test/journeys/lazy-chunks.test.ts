import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { rollup, type Plugin } from 'rollup';
import { lazyChunks } from '../build/lazy-chunks.mjs';
import { openBrowser, type Browser } from '../support/browser.js';
import { engines } from '../support/engines.js';
import { startSite, type Site } from '../support/server.js';

/**
 * The smallest program with a later part that shares something with the first, a last one that shares with both, and
 * two that share what none of the others has.
 */
const modules: Readonly<Record<string, string>> = {
  '/first.js': `import { count } from '/shared.js';
    globalThis.firsts = (globalThis.firsts ?? 0) + 1;
    export const here = () => count();
    export const later = () => import('/later.js').then((module) => module.there());
    export const last = () => import('/later.js').then((module) => module.last());
    export const one = () => import('/one.js').then((module) => module.one());
    export const two = () => import('/two.js').then((module) => module.two());`,
  '/shared.js': `let n = 0; export const count = () => ++n;`,
  '/later.js': `import { count } from '/shared.js'; import { total } from '/laters.js';
    export const there = () => total(count() * 100);
    export const last = () => import('/last.js').then((module) => module.last());`,
  '/laters.js': `let sum = 0; export const total = (more) => (sum += more);`,
  '/last.js': `import { count } from '/shared.js'; import { total } from '/laters.js';
    export const last = () => total(count());`,
  '/one.js': `import { pair } from '/pair.js'; export const one = () => pair() + 1;`,
  '/two.js': `import { pair } from '/pair.js'; export const two = () => pair() + 2;`,
  '/pair.js': `let pairs = 0; export const pair = () => ++pairs * 10;`,
};

const virtual: Plugin = {
  name: 'virtual',
  resolveId: (id) => (id in modules ? id : `/${id}`),
  load: (id) => modules[id] ?? null,
};

/** The built files by name, without folders. */
const build = async (): Promise<Map<string, string>> => {
  const bundle = await rollup({
    input: { first: '/first.js' },
    plugins: [virtual],
    preserveEntrySignatures: 'allow-extension',
  });
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    plugins: [lazyChunks()],
  });
  await bundle.close();
  return new Map(output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : '']));
};

const script = (body: string) => ({ headers: { 'content-type': 'text/javascript' }, body });
const page = `<!doctype html><link rel="icon" href="data:,"><title>Lazy</title>`;

for (const engine of engines) {
  describe(`chunks that fail to load in ${engine}`, () => {
    let browser: Browser;
    let site: Site;
    before(async () => {
      browser = await openBrowser(engine);
      site = await startSite();
      site.page('/', page);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    it('come at the next try, once each, and share what they share', async () => {
      const files = await build();
      const named = (name: string) => [...files.keys()].find((file) => file.startsWith(name)) ?? '';
      const [first, later, last] = [named('first'), named('later'), named('last')];
      const pair = named('pair');
      assert.equal(files.size, 6);
      const firstAsked = site.endpoint(`/${first}`, [{ status: 503 }, script(files.get(first) ?? '')]);
      const laterAsked = site.endpoint(`/${later}`, [{ status: 503 }, script(files.get(later) ?? '')]);
      const lastAsked = site.endpoint(`/${last}`, [{ status: 503 }, script(files.get(last) ?? '')]);
      const pairAsked = site.endpoint(`/${pair}`, [
        { status: 503 },
        { status: 503 },
        script(files.get(pair) ?? ''),
      ]);
      for (const file of [named('one'), named('two')])
        site.endpoint(`/${file}`, [script(files.get(file) ?? '')]);
      const tab = await browser.newPage();
      await tab.goto(site.origin);
      const seen = await tab.evaluate(async (file: string) => {
        interface First {
          here(): number;
          later(): Promise<number>;
          last(): Promise<number>;
          one(): Promise<number>;
          two(): Promise<number>;
        }
        const load = (address: string): Promise<First> => import(address) as Promise<First>;
        const failed = await load(`/${file}`).catch(() => null);
        const module = await load(`/${file}?r=1`);
        const here = module.here();
        const there = await module.later();
        const again = await module.later();
        const last = await module.last();
        // What both share cannot be had at first, nor at the second try.
        const one = await module.one();
        const two = await module.two();
        return [
          failed,
          here,
          there,
          again,
          last,
          one,
          two,
          (globalThis as unknown as { firsts: number }).firsts,
        ];
      }, first);
      assert.deepEqual(seen, [null, 1, 200, 500, 504, 11, 22, 1]);
      const asked = [firstAsked, laterAsked, lastAsked, pairAsked].map(({ received }) => received.length);
      assert.deepEqual(asked, [2, 2, 2, 3]);
      await tab.close();
    });
  });
}

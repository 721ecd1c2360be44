/** Links of the manual lead somewhere: in the repository, and in the package that is installed. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pages, ROOT, type ManualPage } from './pages.js';

/** As the pages of repositories make anchors of them. */
const headingsOf = (prose: string): readonly string[] =>
  [...prose.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

/** What begins with a slash is an address of somebody's website, in an example. */
const linksIn = ({ prose, path, folder }: ManualPage) =>
  [...prose.matchAll(/\]\(((?!https?:|\/)[^)\s]+)\)/g)].map(([, link = '']) => {
    const [file = '', heading] = link.split('#');
    return { link, target: file ? join(folder, file) : path, heading };
  });

/** Every file that the package holds. */
const packed = (): ReadonlySet<string> => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [{ files }] = JSON.parse(stdout) as [{ files: readonly { path: string }[] }];
  return new Set(files.map(({ path }) => path));
};

describe('the links of the manual', () => {
  it('lead to files that are in the package, too', () => {
    const files = packed();
    const broken = pages.flatMap((page) =>
      files.has(page.path)
        ? linksIn(page).flatMap(({ link, target }) => (files.has(target) ? [] : [`${page.path}: ${link}`]))
        : [`${page.path} is not in the package`],
    );
    assert.deepEqual(broken, []);
  });

  it('lead to headings that are there', () => {
    const broken = pages.flatMap((page) =>
      linksIn(page).flatMap(({ link, target, heading }) => {
        const found = pages.find(({ path }) => path === target);
        return heading === undefined || headingsOf(found?.prose ?? '').includes(heading)
          ? []
          : [`${page.path}: ${link}`];
      }),
    );
    assert.deepEqual(broken, []);
  });

  it('reach every chapter from the first page', () => {
    const reached = pages
      .slice(0, 1)
      .flatMap(linksIn)
      .map(({ target }) => target);
    assert.deepEqual(
      pages.slice(1).flatMap(({ path }) => (reached.includes(path) ? [] : [path])),
      [],
    );
  });
});

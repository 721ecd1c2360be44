/**
 * A rollup plugin that makes the try page a folder of its own, fit for any static host: the page and its starters,
 * the widget as it was just built, and the list of all of them for the service worker.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = 'demo/try';
const dist = 'dist';
const files = ['index.html', 'try.css', 'mark.svg'];

const starters = () =>
  readdirSync(join(page, 'starters'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => `starters/${file}`);

/** Its maps stay where they are. */
const withoutMap = (code) => code.replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, '\n');

/** The widget's files; the graph of its build knows which of those in the folder are of now. */
const widget = () => {
  const chunks = Object.keys(JSON.parse(readFileSync(join(dist, 'graph.json'), 'utf8')));
  return ['warmlead.js', ...chunks].map((file) => [file, withoutMap(readFileSync(join(dist, file), 'utf8'))]);
};

const fingerprint = (entries) => {
  const hash = createHash('sha256');
  for (const [file, source] of entries) hash.update(file).update('\0').update(source).update('\0');
  return hash.digest('hex').slice(0, 12);
};

export const tryPage = () => ({
  name: 'try-page',
  buildStart() {
    for (const file of [...files, ...starters(), 'sw.js']) this.addWatchFile(join(page, file));
  },
  generateBundle(_options, bundle) {
    const own = [...files, ...starters()].map((file) => [file, readFileSync(join(page, file))]);
    const code = Object.values(bundle)
      .filter(({ type }) => type === 'chunk')
      .map((chunk) => [chunk.fileName, chunk.code]);
    const copied = [...own, ...widget()];
    const entries = [...copied, ...code];
    const worker = readFileSync(join(page, 'sw.js'), 'utf8')
      .replace('__VERSION_OF_FILES__', fingerprint(entries))
      .replace('__FILES__', JSON.stringify(entries.map(([file]) => file)));
    for (const [fileName, source] of [...copied, ['sw.js', worker]])
      this.emitFile({ type: 'asset', fileName, source });
  },
});

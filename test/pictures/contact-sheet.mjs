/**
 * `npm run pictures`: every state of the chat on one sheet (demo/pictures/contact-sheet.webp), phone and desktop
 * width, light and dark. Needs Chromium.
 */
import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launch } from 'puppeteer-core';
import { installedBrowsers } from '../support/installed.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = `${root}demo/pictures`;
const columns = 8;

const { outputFiles } = await build({
  entryPoints: [`${root}test/pictures/states-page.ts`],
  bundle: true,
  format: 'iife',
  write: false,
  target: 'es2022',
  logLevel: 'error',
});
const script = outputFiles[0].text;
const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>States</title><link rel="icon" href="data:,"><style>body{margin:0;background:#e8e6e1}body.dark{background:#0c0f10}</style>
<body><script src="/states.js"></script>`;
const server = createServer((request, response) => {
  if (request.url?.endsWith('.svg')) {
    response.setHeader('content-type', 'image/svg+xml');
    return void createReadStream(`${root}${request.url}`).pipe(response);
  }
  const isScript = request.url === '/states.js';
  response.setHeader(
    'content-type',
    isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
  );
  response.end(isScript ? script : html);
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));

const browser = await launch({
  executablePath: installedBrowsers().chromium,
  args: ['--hide-scrollbars', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
const page = await browser.newPage();
const looks = [
  { width: 360, height: 720, scheme: 'light' },
  { width: 440, height: 720, scheme: 'dark' },
];
const shots = [];
for (const { width, height, scheme } of looks) {
  await page.setViewport({ width, height, hasTouch: width < 400, isMobile: width < 400 });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.evaluate((dark) => document.body.classList.toggle('dark', dark), scheme === 'dark');
  for (const name of await page.evaluate(() => globalThis.stateNames)) {
    await page.evaluate((...look) => globalThis.showState(...look), name, scheme);
    const shot = await page.screenshot({ encoding: 'base64', type: 'webp', quality: 80 });
    shots.push({ name: `${name}, ${scheme}, ${width}`, shot });
  }
}

const sheet = `<!doctype html><meta charset="utf-8"><style>
body{margin:0;padding:16px;background:#fff;color:#222;font:500 11px/1.4 system-ui,sans-serif}
main{display:grid;grid-template-columns:repeat(${columns},1fr);gap:12px}
figure{margin:0}img{display:block;width:100%;height:320px;object-fit:contain;object-position:left top}
</style><main>${shots.map(({ name, shot }) => `<figure><img src="data:image/webp;base64,${shot}"><figcaption>${name}</figcaption></figure>`).join('')}</main>`;
await page.setViewport({ width: 1600, height: 900 });
await page.setContent(sheet);
await mkdir(out, { recursive: true });
await writeFile(
  `${out}/contact-sheet.webp`,
  await page.screenshot({ fullPage: true, type: 'webp', quality: 70 }),
);
await browser.close();
server.close();
console.log(`${shots.length} pictures on demo/pictures/contact-sheet.webp`);

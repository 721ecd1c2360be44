/**
 * How much of what a usual conversation downloads it runs: the demo's own, from the launcher to "Sent". What is left
 * over is the most that loading later could ever save.
 */
import type { Page } from 'puppeteer-core';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { openPage, openStage, type Stage } from './page.js';
import { row, type Row } from './row.js';

interface Loaded {
  readonly url: string;
  readonly text: string;
  readonly rawScriptCoverage?: {
    readonly functions: readonly {
      readonly ranges: readonly {
        readonly startOffset: number;
        readonly endOffset: number;
        readonly count: number;
      }[];
    }[];
  };
}

const gzipped = (text: string): number => gzipSync(text, { level: 9 }).length;

/** The text of a script without what was never run. Ranges nest, and the inner one counts. */
const executedIn = ({ text, rawScriptCoverage }: Loaded): string => {
  const ran = new Uint8Array(text.length);
  const ranges = (rawScriptCoverage?.functions ?? []).flatMap((one) => one.ranges);
  for (const { startOffset, endOffset, count } of ranges.toSorted(
    (a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset,
  ))
    ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  return [...ran].map((did, i) => (did ? text[i] : '')).join('');
};

/** The demo's playbook with this stage's server as its destination. */
const demoPlaybook = (stage: Stage): string => {
  const playbook = JSON.parse(
    readFileSync(new URL('../../demo/playbook.json', import.meta.url), 'utf8'),
  ) as object;
  return JSON.stringify({ ...playbook, delivery: { to: 'url', url: `${stage.site.origin}/leads` } });
};

const inChat = (page: Page, selector: string) => page.locator(`warmlead-chat >>> ${selector}`);

/** Clicks the button of this name as soon as there is one. */
const tap = (page: Page, name: string) =>
  page.waitForFunction(
    (wanted) => {
      const flat = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((one) => [
          one,
          ...(one.shadowRoot ? flat(one.shadowRoot) : []),
        ]);
      const button = flat(document).find(
        (one): one is HTMLButtonElement =>
          one.localName === 'button' && (one.textContent ?? '').trim().startsWith(wanted),
      );
      button?.click();
      return button !== undefined;
    },
    {},
    name,
  );

const talk = async (page: Page): Promise<void> => {
  await page.locator('warmlead-chat >>> button').click();
  await tap(page, 'We notice a warm freezer too late');
  await inChat(page, '::-p-text(How many sites)').wait();
  await inChat(page, 'textarea').fill('about 12');
  await page.keyboard.press('Enter');
  for (const name of ['This quarter', 'I recommend', '£200 to £1,000', 'No']) await tap(page, name);
  await inChat(page, 'input[autocomplete="name"]').fill('Ada Example');
  await inChat(page, 'input[autocomplete="email"]').fill('ada@north.example');
  await inChat(page, 'input[autocomplete="organization"]').fill('North Foods');
  await tap(page, 'Send to Kestrel');
  await inChat(page, '::-p-text(Sent to Kestrel)').wait();
};

export const executedRows = async (dist: string): Promise<readonly Row[]> => {
  const stage = await openStage(dist, 3);
  const json = { 'content-type': 'application/json' };
  stage.site.endpoint('/playbook.json', [{ headers: json, body: demoPlaybook(stage) }]);
  const { page } = await openPage(stage, 1);
  await page.coverage.startJSCoverage({ resetOnNavigation: false, includeRawScriptCoverage: true });
  await page.reload();
  await talk(page);
  const scripts: readonly Loaded[] = await page.coverage.stopJSCoverage();
  await stage.close();
  const chunks = scripts.filter(({ url }) => url.includes('/chunks/'));
  const sum = (size: (script: Loaded) => number): number =>
    chunks.reduce((total, script) => total + size(script), 0);
  return [
    row(
      'a usual conversation, downloaded (gzip)',
      'bytes',
      55_000,
      sum(({ text }) => gzipped(text)),
    ),
    row(
      'a usual conversation, run (gzip)',
      'bytes',
      55_000,
      sum((script) => gzipped(executedIn(script))),
    ),
  ];
};

/** What a visitor waits for, and what a visit costs, on a phone four times slower than this machine. */
import type { CDPSession, Page } from 'puppeteer-core';
import { launcher, lastWait, openPage, openStage, untilQuestion, type Stage } from './page.js';
import { withMinimalPanel } from './minimal.js';
import { quantile, row, type Row } from './row.js';

const slowdown = 4;
const visits = 11;
const answers = 60;
const rounds = 3;
const kB = 1000;

/** From the click on the launcher to the first question. */
const opened = async (stage: Stage): Promise<number> => {
  const { page } = await openPage(stage, slowdown);
  await page.locator(launcher).click();
  await untilQuestion(page, 1);
  const wait = await lastWait(page);
  await page.close();
  return wait;
};

/** A new browser for every visit: nothing was ever loaded. */
const coldOpening = async (dist: string): Promise<number[]> => {
  const waits: number[] = [];
  for (let i = 0; i < visits; i++) {
    const stage = await openStage(dist, 3);
    waits.push(await opened(stage));
    await stage.close();
  }
  return waits;
};

/** Visits of somebody who was here before: the files are in the browser's cache. */
const warmOpening = async (dist: string): Promise<number[]> => {
  const stage = await openStage(dist, 3);
  for (let i = 0; i < 3; i++) await opened(stage);
  const waits: number[] = [];
  for (let i = 0; i < visits; i++) waits.push(await opened(stage));
  await stage.close();
  return waits;
};

const answer = async (page: Page, i: number): Promise<void> => {
  await page.keyboard.type(`Answer ${i}`);
  await page.keyboard.press('Enter');
  await untilQuestion(page, i + 2);
};

/** From Enter to the next question, for one question after the other. */
const answering = async (dist: string): Promise<number[]> => {
  const stage = await openStage(dist, answers + 10);
  const { page } = await openPage(stage, slowdown);
  await page.locator(launcher).click();
  await untilQuestion(page, 1);
  await page.locator('warmlead-chat >>> textarea').click();
  const waits: number[] = [];
  for (let i = 0; i < answers; i++) {
    await answer(page, i);
    // The first answers load what comes after the first question; they are in the table of sizes.
    if (i >= 5) waits.push(await lastWait(page));
  }
  await stage.close();
  return waits;
};

const heapOf = async (cdp: CDPSession): Promise<number> => {
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
};

/** The heap that a conversation of 200 messages adds to its page, code and all. */
const heapOfConversation = async (dist: string): Promise<number> => {
  const stage = await openStage(dist, 110);
  const { page, cdp } = await openPage(stage, 1);
  const before = await heapOf(cdp);
  await page.locator(launcher).click();
  await untilQuestion(page, 1);
  await page.locator('warmlead-chat >>> textarea').click();
  for (let i = 0; i < 100; i++) await answer(page, i);
  const after = await heapOf(cdp);
  await stage.close();
  return after - before;
};

/** Makes and destroys chats in the page; each is there until its first question was painted. */
const makeAndDestroy = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (times) => {
    const painted = (): number => performance.getEntriesByName('warmlead:question').length;
    for (let i = 0; i < times; i++) {
      performance.clearMarks();
      const chat = document.createElement('warmlead-chat');
      chat.setAttribute('mode', 'inline');
      chat.setAttribute('playbook', '/playbook.json');
      document.body.append(chat);
      while (painted() === 0) await new Promise(requestAnimationFrame);
      chat.remove();
    }
    performance.clearMarks();
    performance.clearResourceTimings();
  }, count);

/**
 * What is left of a hundred chats after the garbage was collected: nodes and listeners, and bytes. Code that the
 * browser compiles meanwhile is no remains of a chat: so it compiles none, some chats go before, the median counts.
 */
const remains = async (dist: string): Promise<{ counters: number; bytes: number }> => {
  const stage = await openStage(dist, 3, ['--js-flags=--jitless']);
  const { page, cdp } = await openPage(stage, 1);
  await page.locator(launcher).click();
  await untilQuestion(page, 1);
  await page.evaluate(() => document.querySelector('warmlead-chat')?.remove());
  await makeAndDestroy(page, 100);
  const look = async () => {
    // The last chats are held by what they wanted done when idle, a second later at most.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
    const bytes = await heapOf(cdp);
    const { nodes, jsEventListeners, documents } = await cdp.send('Memory.getDOMCounters');
    return { bytes, counters: nodes + jsEventListeners + documents };
  };
  const looks = [await look()];
  for (let i = 0; i < rounds; i++) {
    await makeAndDestroy(page, 100);
    looks.push(await look());
  }
  await stage.close();
  const growth = (key: 'bytes' | 'counters'): number =>
    quantile(
      looks.slice(1).map((later, i) => later[key] - (looks[i]?.[key] ?? 0)),
      0.5,
    );
  return { counters: growth('counters'), bytes: growth('bytes') };
};

/** The same three waits of the smallest panel; 54, 100 and 17 ms where the budgets were set. */
const minimalRows = (): Promise<Row[]> =>
  withMinimalPanel(async (dist) => {
    const warm = await warmOpening(dist);
    const cold = await coldOpening(dist);
    const waits = await answering(dist);
    return [
      row('the smallest panel: click, warm', 'ms', 54, quantile(warm, 0.5), warm.length),
      row('the smallest panel: click, cold', 'ms', 100, quantile(cold, 0.5), cold.length),
      row('the smallest panel: answer, p95', 'ms', 17, quantile(waits, 0.95), waits.length),
    ];
  });

export const visitRows = async (dist: string): Promise<Row[]> => {
  const warm = await warmOpening(dist);
  const cold = await coldOpening(dist);
  const waits = await answering(dist);
  const heap = await heapOfConversation(dist);
  const { counters, bytes } = await remains(dist);
  return [
    row(`click to first question, warm, ${slowdown}x slower`, 'ms', 80, quantile(warm, 0.5), warm.length),
    row(`click to first question, cold, ${slowdown}x slower`, 'ms', 200, quantile(cold, 0.5), cold.length),
    row(`answer to next question, ${slowdown}x slower, p95`, 'ms', 33, quantile(waits, 0.95), waits.length),
    row('heap of a conversation of 200 messages', 'bytes', 1500 * kB, heap),
    row('100 x create and destroy: nodes, listeners', 'count', 0, counters, rounds),
    row('100 x create and destroy: heap', 'bytes', 100 * kB, bytes, rounds),
    ...(await minimalRows()),
  ];
};

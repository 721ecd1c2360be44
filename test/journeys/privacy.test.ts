/** What the chat keeps on the visitor's device: at which moment, where, under which name, and what takes it away. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { KEEPING } from '../../src/cli/keeping.js';
import { keptBy } from '../../src/authoring/data-kept.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { openBrowser, type Browser, type Page } from '../support/browser.js';
import { engines } from '../support/engines.js';
import { visitorOn, type Visitor } from '../support/visitor.js';
import { arrived, received, shortPlaybook, startStage, type StageOptions } from '../support/widget-page.js';

const CONVERSATION = 'warmlead:conversation:warmlead:short:';

/** Every store of the origin, whatever is in it. Runs in the page. */
const stores = async (): Promise<readonly string[]> => [
  ...Object.entries(localStorage).map(([key, value]) =>
    key === 'warmlead' ? `local ${key}=${value}` : `local ${key}`,
  ),
  ...Object.keys(sessionStorage).map((key) => `session ${key}`),
  ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
  ...(await globalThis.caches.keys()).map((name) => `cache ${name}`),
  ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
  ...(document.cookie ? [`cookie ${document.cookie}`] : []),
];
const storesOf = async (page: Page): Promise<readonly string[]> => [...(await page.evaluate(stores))].sort();

/** Waits until exactly this is stored. */
const holds = async (page: Page, expected: readonly string[]): Promise<void> => {
  const wanted = [...expected].sort();
  for (const end = performance.now() + 20_000; ;) {
    const there = await storesOf(page);
    if (there.join() === wanted.join()) return;
    if (performance.now() > end) assert.deepEqual(there, wanted);
  }
};

const answerTwo = async (visitor: Visitor): Promise<void> => {
  await visitor.tap('Street lighting');
  await visitor.reads('About how many lamps?');
  await visitor.say('60');
  await visitor.reads('Where should the plan go?');
};
const sendIt = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('Name', 'Ada Example');
  await visitor.fill('E-mail', 'ada@harbour.example');
  await visitor.tap('Send to Harbour Lights');
};
const erase = async (visitor: Visitor): Promise<void> => {
  await visitor.tap('More');
  await visitor.tap('Privacy and my data');
  await visitor.tap('Erase my data');
  await visitor.reads('This erases the conversation here');
  await visitor.tap('Erase my data');
};
const say = (page: Page, storage: 'yes' | 'no') =>
  page.evaluate((word) => {
    (window as unknown as { Warmlead: { init(options: object): void } }).Warmlead.init({ storage: word });
  }, storage);

for (const engine of engines) {
  describe(`what is kept, in ${engine}`, () => {
    let browser: Browser;
    before(async () => {
      browser = await openBrowser(engine);
    });
    after(() => browser.close());

    const withStage = async (
      privacy: object,
      run: (visitor: Visitor, stage: Awaited<ReturnType<typeof startStage>>) => Promise<void>,
      options: StageOptions = {},
    ) => {
      const stage = await startStage({ ...options, playbook: { privacy } });
      const page = await browser.newPage();
      try {
        await page.goto(stage.url);
        const visitor = visitorOn(page);
        await visitor.tap('Chat');
        await visitor.reads('What are you planning?');
        await holds(page, []);
        await run(visitor, stage);
      } finally {
        await page.close();
        await stage.close();
      }
    };

    const rows = [
      ['tab', [`session ${CONVERSATION}`]],
      ['device', [`local ${CONVERSATION}`]],
      ['nothing', []],
    ] as const;
    for (const [remember, conversation] of rows) {
      it(`is what is said of "${remember}", and nothing after erasing`, () =>
        withStage({ remember }, async (visitor, { endpoint }) => {
          const { page } = visitor;
          const marker = conversation.length > 0 ? ['local warmlead=1'] : [];
          const visits = remember === 'device' ? ['local warmlead-visits'] : [];
          await visitor.tap('Street lighting');
          await holds(page, [...conversation, ...visits, ...marker]);
          await visitor.reads('About how many lamps?');
          await visitor.say('60');
          await visitor.reads('Where should the plan go?');
          await sendIt(visitor);
          await visitor.reads('Sent to Harbour Lights');
          const all = [...conversation, ...visits, 'local warmlead=2', 'database warmlead'];
          await holds(page, all);

          // The names are those that the explanation gives, but for the open panel, which is noted on leaving, and a next step, which nobody chose.
          const playbook = shortPlaybook('/leads', { privacy: { remember } }) as Playbook;
          const areas = {
            sessionStorage: 'session',
            localStorage: 'local',
            IndexedDB: 'database',
            memory: '',
          };
          const explained = keptBy(playbook, KEEPING)
            .filter(({ id, name }) => id !== 'open' && id !== 'next-step' && name !== undefined)
            .map(({ storage, name }) => `${areas[storage]} ${name}`);
          assert.deepEqual([...new Set(explained)].sort(), all.map((each) => each.replace(/=.*/, '')).sort());

          await erase(visitor);
          // The receiver hears of it; then nothing is left at all.
          await arrived(endpoint, 2, page);
          assert.equal(
            (JSON.parse(endpoint.received[1]?.body ?? '{}') as { phase?: string }).phase,
            'withdrawn',
          );
          await holds(page, []);
        }));
    }

    it('is nothing of the conversation after starting over, and what is queued is sent all the same', () =>
      withStage(
        { remember: 'device' },
        async (visitor, { endpoint }) => {
          await answerTwo(visitor);
          await visitor.tap('More');
          await visitor.tap('Start over');
          await visitor.reads('This clears your answers');
          await visitor.tap('Start over');
          await visitor.reads('What are you planning?');
          // That somebody was here is no part of what they said.
          await holds(visitor.page, ['local warmlead-visits']);
          await answerTwo(visitor);
          await sendIt(visitor);
          await arrived(endpoint, 1, visitor.page);
          await visitor.tap('More');
          await visitor.tap('Start over');
          await visitor.tap('Start over');
          await visitor.reads('What are you planning?');
          await holds(visitor.page, ['database warmlead', 'local warmlead-visits', 'local warmlead=2']);
          endpoint.release();
          await visitor.tap('Street lighting');
          await holds(visitor.page, [
            'database warmlead',
            'local warmlead-visits',
            'local warmlead=2',
            `local ${CONVERSATION}`,
          ]);
        },
        { replies: [{ hold: received }] },
      ));

    it('is nothing at all with "never", while leads still arrive', () =>
      withStage({ storage: 'never', remember: 'device' }, async (visitor) => {
        await answerTwo(visitor);
        await sendIt(visitor);
        await visitor.reads('Sent to Harbour Lights');
        await holds(visitor.page, []);
      }));

    it('is nothing with "ask-host" until the page says yes, all of it then, and nothing after a no', () =>
      withStage({ storage: 'ask-host', remember: 'device' }, async (visitor, { endpoint }) => {
        const { page } = visitor;
        await answerTwo(visitor);
        assert.deepEqual(await storesOf(page), []);
        await say(page, 'yes');
        await holds(page, [`local ${CONVERSATION}`, 'local warmlead=1']);
        await page.reload();
        await visitor.reads('Where should the plan go?');
        await say(page, 'no');
        await holds(page, []);
        await sendIt(visitor);
        await visitor.reads('Sent to Harbour Lights');
        assert.deepEqual(await storesOf(page), []);
        assert.equal(endpoint.received.length, 1);
      }));

    it('goes with a no of the page in every tab, also where no chat was opened, but a waiting lead is sent first', () =>
      withStage(
        { storage: 'ask-host', remember: 'tab' },
        async (visitor, stage) => {
          const { page } = visitor;
          await say(page, 'yes');
          await answerTwo(visitor);
          await sendIt(visitor);
          await arrived(stage.endpoint, 1, page);
          await holds(page, [`session ${CONVERSATION}`, 'local warmlead=2', 'database warmlead']);
          const other = await browser.newPage();
          await other.goto(stage.url);
          await other.waitForElement('warmlead-chat >>> button');
          await say(other, 'no');
          // The lead is on its way, and waits for its answer.
          await holds(page, ['local warmlead=2', 'database warmlead']);
          stage.endpoint.release();
          await visitor.reads('Sent to Harbour Lights');
          await holds(page, []);
          await holds(other, []);
          await other.close();
        },
        { replies: [{ hold: received }] },
      ));

    it('is erased when its time is over, on a page where the chat is never opened', async () => {
      const stage = await startStage();
      const page = await browser.newPage();
      await page.goto(stage.url);
      await page.evaluate((key) => {
        localStorage.setItem('warmlead', '1');
        localStorage.setItem(key, JSON.stringify({ format: 1, expiresAt: Date.now() - 1, log: [] }));
      }, CONVERSATION);
      await page.reload();
      await holds(page, []);
      assert.ok(!stage.site.requests.some(({ path }) => path === '/playbook.json'));
      await page.close();
      await stage.close();
    });

    it('is left alone on a page that is excluded', async () => {
      const stage = await startStage({ tag: 'data-exclude="/"' });
      const page = await browser.newPage();
      await page.goto(stage.url);
      await page.evaluate(() => localStorage.setItem('warmlead', '2'));
      await page.reload();
      await page.waitFor(() => document.readyState === 'complete' && 'Warmlead' in window);
      await page.evaluate(
        () =>
          new Promise((done) => {
            const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 250));
            idle(() => idle(() => done(true)));
          }),
      );
      assert.deepEqual(
        stage.site.requests.map(({ path }) => path).filter((path) => path.includes('chunks')),
        [],
      );
      assert.deepEqual(await storesOf(page), ['local warmlead=2']);
      await page.evaluate(() => localStorage.clear());
      await page.close();
      await stage.close();
    });
  });
}

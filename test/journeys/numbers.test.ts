/** What an owner can measure: the page's data layer, counts at the receiver, and the desk's page that draws them. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, type Browser, type Page } from '../support/browser.js';
import { startDemo } from '../support/demo.js';
import { engines } from '../support/engines.js';
import type { Endpoint } from '../support/server.js';
import { visitorOn, type Visitor } from '../support/visitor.js';
import { arrived, shortPlaybook, startStage, type Stage, type StageOptions } from '../support/widget-page.js';

const { steps } = shortPlaybook('/leads') as { readonly steps: readonly object[] };
/** So few questions that a machine may answer them as fast as it likes. */
const TWO_STEPS = [{ ...steps[0] }, { ...steps[2] }];
const CANARY = 'canary-4d1c';
const taken = { status: 204 };

interface Pushed {
  readonly event: string;
  readonly warmlead: Readonly<Record<string, unknown>>;
}
const layer = (page: Page) =>
  page.evaluate(() =>
    JSON.parse(JSON.stringify((window as { dataLayer?: unknown[] }).dataLayer ?? [])),
  ) as Promise<readonly Pushed[]>;
const names = async (page: Page) => (await layer(page)).map(({ event }) => event);
const bodies = (endpoint: Endpoint) =>
  endpoint.received.map(({ body }) => JSON.parse(body) as Readonly<Record<string, unknown>>);

const talk = async (visitor: Visitor): Promise<void> => {
  await visitor.tap('Street lighting');
  await visitor.reads('Where should the plan go?');
  await visitor.fill('Name', CANARY);
  await visitor.fill('E-mail', `${CANARY}@harbour.example`);
  await visitor.tap('Send to Harbour Lights');
  await visitor.reads('Sent to Harbour Lights');
};

for (const engine of engines) {
  describe(`numbers for the owner, in ${engine}`, () => {
    let browser: Browser;
    before(async () => {
      browser = await openBrowser(engine);
    });
    after(() => browser.close());

    const on = async (
      options: StageOptions,
      run: (visitor: Visitor, stage: Stage, counts: Endpoint) => Promise<void>,
    ) => {
      const stage = await startStage({ ...options, playbook: { steps: TWO_STEPS, ...options.playbook } });
      const counts = stage.site.endpoint('/leads/counts', [taken]);
      stage.site.page('/next', '<!doctype html><title>Next</title><link rel="icon" href="data:,">');
      const page = await browser.newPage();
      try {
        await page.goto(stage.url);
        await run(visitorOn(page), stage, counts);
      } finally {
        await page.close();
        await stage.close();
      }
    };
    const counting = { delivery: { to: 'url', url: '/leads', counts: true } };

    it('tell the data layer of a whole conversation, in fixed names, and nothing personal', () =>
      on({ tag: 'data-events="dataLayer"' }, async (visitor) => {
        const { page } = visitor;
        await page.waitFor(() => (window as { dataLayer?: unknown[] }).dataLayer?.length === 1);
        assert.deepEqual(await names(page), ['warmlead_shown']);
        await visitor.tap('Chat');
        await visitor.reads('What are you planning?');
        await talk(visitor);
        await page.waitFor(() => (window as { dataLayer?: unknown[] }).dataLayer?.length === 9);
        assert.deepEqual(await names(page), [
          ...['warmlead_shown', 'warmlead_opened', 'warmlead_started', 'warmlead_answered'],
          ...['warmlead_answered', 'warmlead_contact', 'warmlead_handed_over', 'generate_lead'],
          'warmlead_delivered',
        ]);
        const all = await layer(page);
        assert.deepEqual(
          all.flatMap(({ warmlead }) => warmlead['step'] ?? []),
          ['need', 'contact', 'contact'],
        );
        assert.equal(all[7]?.warmlead['lead_source'], 'direct');
        assert.ok(!JSON.stringify(all).includes(CANARY));
      }));

    it('tell nobody unless the owner wants it', () =>
      on({}, async (visitor, { site }, counts) => {
        await visitor.tap('Chat');
        await visitor.reads('What are you planning?');
        await talk(visitor);
        assert.equal(await visitor.page.evaluate(() => 'dataLayer' in window), false);
        await visitor.page.goto(`${site.origin}/next`);
        assert.deepEqual(counts.received, []);
        assert.ok(!site.requests.some(({ path }) => path.includes('numbers')));
      }));

    it('tell of a page that was left in the middle, once, and count every step once over several pages', () =>
      on({ tag: 'data-events="dataLayer"', playbook: counting }, async (visitor, stage, counts) => {
        const { page } = visitor;
        await visitor.tap('Chat');
        await visitor.reads('What are you planning?');
        // What counts is there by then.
        await page.waitFor(() =>
          JSON.stringify((window as { dataLayer?: unknown }).dataLayer ?? '').includes('warmlead_opened'),
        );
        await page.goto(`${stage.site.origin}/next`);
        await arrived(counts, 1, page);
        const { playbook, ...first } = bodies(counts)[0] ?? {};
        assert.deepEqual(first, { counts: 1, opened: 1, steps: { need: { asked: 1 } } });
        assert.deepEqual(Object.keys(playbook as object), ['id', 'version', 'hash']);
        const { headers } = counts.received[0] ?? assert.fail('nothing');
        assert.match(headers['content-type'] ?? '', /^text\/plain/);
        assert.equal(headers['cookie'], undefined);

        await page.goto(stage.url);
        await visitor.tap('Chat');
        await visitor.tap('Street lighting');
        await visitor.reads('Where should the plan go?');
        await page.goto(stage.url);
        await arrived(counts, 2, page);
        assert.deepEqual(bodies(counts)[1]?.['steps'], {
          need: { asked: 1, answered: 1 },
          contact: { asked: 1 },
        });
        await visitor.reads('Where should the plan go?');
        await visitor.fill('Name', CANARY);
        await visitor.fill('E-mail', `${CANARY}@harbour.example`);
        await visitor.tap('Send to Harbour Lights');
        await visitor.reads('Sent to Harbour Lights');
        await page.goto(`${stage.site.origin}/next`);
        await arrived(counts, 3, page);
        const { playbook: _, ...last } = bodies(counts)[2] ?? {};
        assert.deepEqual(last, { counts: 1, finished: 1, steps: { contact: { answered: 1 } } });
        const lead = JSON.parse(stage.endpoint.received[0]?.body ?? '{}') as { readonly id: string };
        assert.ok(!counts.received.some(({ body }) => body.includes(CANARY) || body.includes(lead.id)));
      }));

    const silent: readonly (readonly [string, StageOptions])[] = [
      ['a trial', { tag: 'data-test data-events="dataLayer"' }],
      [
        'Global Privacy Control',
        {
          tag: 'data-events="dataLayer"',
          body: '<script>Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { value: true, configurable: true });</script>',
        },
      ],
      [
        'a page that has not allowed it',
        { tag: 'data-events="dataLayer"', playbook: { privacy: { storage: 'ask-host' } } },
      ],
    ];
    for (const [what, options] of silent) {
      it(`neither tell nor count ${what}`, () =>
        on({ ...options, playbook: { ...counting, ...options.playbook } }, async (visitor, stage, counts) => {
          const { page } = visitor;
          await visitor.tap('Chat');
          await visitor.reads('What are you planning?');
          await talk(visitor);
          assert.deepEqual(await names(page), []);
          await page.goto(`${stage.site.origin}/next`);
          // A lead that is sent afterwards shows that nothing was under way.
          await page.goto(stage.url);
          assert.deepEqual(counts.received, []);
          assert.ok(stage.site.requests.some(({ path }) => path.includes('/numbers-')));
        }));
    }

    it('tell and count after the page said yes, also what was before it', () =>
      on(
        {
          tag: 'data-events="dataLayer"',
          playbook: { ...counting, privacy: { storage: 'ask-host' } },
        },
        async (visitor, stage, counts) => {
          const { page } = visitor;
          await visitor.tap('Chat');
          await visitor.reads('What are you planning?');
          assert.deepEqual(await names(page), []);
          await page.evaluate(() =>
            (window as unknown as { Warmlead: { init(options: object): void } }).Warmlead.init({
              storage: 'yes',
            }),
          );
          await visitor.tap('Street lighting');
          await visitor.reads('Where should the plan go?');
          await page.waitFor(() => (window as { dataLayer?: unknown[] }).dataLayer?.length === 3);
          assert.deepEqual(await names(page), [
            ...['warmlead_opened', 'warmlead_started', 'warmlead_answered'],
          ]);
          await page.goto(`${stage.site.origin}/next`);
          await arrived(counts, 1, page);
          assert.equal(bodies(counts)[0]?.['started'], 1);
        },
      ));

    it('leave out what a machine seems to have written', () =>
      on(
        { tag: 'data-events="dataLayer"', playbook: { ...counting, steps } },
        async ({ page, ...visitor }, stage, counts) => {
          await visitor.tap('Chat');
          await visitor.reads('What are you planning?');
          await page.evaluate(async () => {
            const { Warmlead } = window as unknown as {
              Warmlead: { answer(step: string, value: string): Promise<unknown>; reset(): Promise<unknown> };
            };
            // As fast as nobody reads.
            await Warmlead.reset();
            await Warmlead.answer('need', 'street');
            await Warmlead.answer('lamps', '60');
            await Warmlead.answer('contact', JSON.stringify({ name: 'Bot', email: 'bot@harbour.example' }));
          });
          await visitor.reads('Sent to Harbour Lights');
          const told = await names(page);
          assert.ok(!told.some((name) => /lead|handed_over|delivered/.test(name.replace('warmlead', ''))));
          await page.goto(`${stage.site.origin}/next`);
          await page.goto(stage.url);
          assert.deepEqual(counts.received, []);
        },
      ));

    // The desk is the same for every visitor's engine.
    if (engine !== engines[0]) return;
    it('are drawn on the desk from what real pages sent, under its security policy', async () => {
      const demo = await startDemo();
      const page = await browser.newPage();
      try {
        await page.goto(demo.site);
        const visitor = visitorOn(page);
        await page.clickElement('warmlead-chat >>> #launcher');
        await visitor.tap('Paper logs');
        await page.goto(`${demo.desk}/login?next=/numbers`);
        await page.waitForElement('#password');
        await page.evaluateOn(
          '#password',
          (input, word) => ((input as HTMLInputElement).value = word),
          demo.password,
        );
        await page.clickElement('button[type=submit]');
        await page.waitForElement('#steps');
        const sums = await page.evaluate(() =>
          [...document.querySelectorAll('.sums dd')].map((dd) => dd.textContent),
        );
        assert.deepEqual(
          sums.map((text) => Number.parseInt(text, 10)),
          [1, 1, 0],
        );
        // Both pictures have ink of more than one colour: they are drawn, not only framed.
        await page.waitFor(() =>
          [...document.querySelectorAll('canvas')].every((canvas) => {
            const pixels =
              canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
            const colours = new Set<string>();
            for (let i = 0; i < pixels.length; i += 4)
              if (pixels[i + 3] === 255) colours.add(`${pixels[i]} ${pixels[i + 1]}`);
            return colours.size > 1;
          }),
        );
      } finally {
        await page.close();
        await demo.close();
      }
    });
  });
}

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openBrowser, type Browser } from '../support/browser.js';
import { engines } from '../support/engines.js';
import type { Request } from '../support/server.js';
import { visitorOn, type Visitor } from '../support/visitor.js';
import { arrived, received, startStage, type StageOptions } from '../support/widget-page.js';

const keysOf = (requests: readonly Request[]): readonly string[] =>
  requests.map(({ body }) => (JSON.parse(body) as { key: string }).key);
const bodiesOf = (requests: readonly Request[]): number => new Set(requests.map(({ body }) => body)).size;

/** Answers everything but the last tap. */
const untilTheSendButton = async (visitor: Visitor): Promise<void> => {
  await visitor.tap('Street lighting');
  await visitor.reads('About how many lamps?');
  await visitor.say('60');
  await visitor.reads('Where should the plan go?');
  await visitor.fill('Name', 'Ada Example');
  await visitor.fill('E-mail', 'ada@harbour.example');
};

for (const engine of engines) {
  describe(`delivery, in ${engine}`, () => {
    let browser: Browser;
    before(async () => {
      browser = await openBrowser(engine);
    });
    after(() => browser.close());

    const withStage = async (
      options: StageOptions,
      run: (visitor: Visitor, stage: Awaited<ReturnType<typeof startStage>>) => Promise<void>,
    ) => {
      const stage = await startStage(options);
      const page = await browser.newPage();
      try {
        await page.goto(stage.url);
        const visitor = visitorOn(page);
        await visitor.tap('Chat');
        await visitor.reads('What are you planning?');
        await run(visitor, stage);
      } finally {
        await page.close();
        await stage.close();
      }
    };

    it('sends one lead with its verdict and reasons', () =>
      withStage({}, async (visitor, { endpoint }) => {
        await untilTheSendButton(visitor);
        await visitor.tap('Send to Harbour Lights');
        await visitor.reads('Good, we can plan that.');
        await visitor.reads('Sent to Harbour Lights');
        assert.equal(endpoint.received.length, 1);
        const lead = JSON.parse(endpoint.received[0]?.body ?? '{}') as {
          contact: { email: string };
          qualification: { verdict: string; band: string; reasons: { because: string }[] };
        };
        assert.equal(lead.contact.email, 'ada@harbour.example');
        assert.equal(lead.qualification.verdict, 'qualified');
        assert.equal(lead.qualification.band, 'hot');
        assert.deepEqual(
          lead.qualification.reasons.map(({ because }) => because),
          ['A large plan', 'Fifty lamps or more'],
        );
      }));

    it('says "sent" only after 503, 503, 200, and then once', () =>
      withStage(
        { replies: [{ status: 503, headers: { 'retry-after': '0' } }, { status: 503 }, { hold: received }] },
        async (visitor, { endpoint }) => {
          await untilTheSendButton(visitor);
          await visitor.tap('Send to Harbour Lights');
          await arrived(endpoint, 3, visitor.page);
          assert.doesNotMatch(await visitor.text(), /Sent to/);
          endpoint.release();
          await visitor.reads('Sent to Harbour Lights');
          assert.equal(endpoint.received.length, 3);
          assert.equal(bodiesOf(endpoint.received), 1);
        },
      ));

    it('turns ten clicks within 200 ms into one request', () =>
      withStage({}, async (visitor, { endpoint }) => {
        await untilTheSendButton(visitor);
        await visitor.tapTimes('Send to Harbour Lights', 10);
        await visitor.reads('Sent to Harbour Lights');
        assert.equal(endpoint.received.length, 1);
      }));

    it('keeps one lead when the receiver stored it but its answer was lost', () => {
      const rows = new Set<string>();
      const lost = (request: Request) => {
        rows.add(keysOf([request])[0] ?? '');
        return 'close' as const;
      };
      return withStage({ replies: [lost, received] }, async (visitor, { endpoint }) => {
        await untilTheSendButton(visitor);
        await visitor.tap('Send to Harbour Lights');
        await visitor.reads('Sent to Harbour Lights');
        for (const key of keysOf(endpoint.received)) rows.add(key);
        assert.equal(endpoint.received.length, 2);
        assert.equal(rows.size, 1);
        assert.equal(bodiesOf(endpoint.received), 1);
      });
    });
  });

  describe(`a connection that is gone at the last step, in ${engine}`, () => {
    it('delivers once when the page is opened again', async () => {
      const stage = await startStage();
      const profileDir = await mkdtemp(join(tmpdir(), 'warmlead-journey-'));
      const open = () => openBrowser(engine, engine === 'webkit' ? {} : { profileDir });
      let browser = await open();
      try {
        const page = await browser.newPage();
        await page.goto(stage.url);
        const visitor = visitorOn(page);
        await visitor.tap('Chat');
        await untilTheSendButton(visitor);
        await stage.site.goDown();
        await visitor.tap('Send to Harbour Lights');
        await visitor.reads('Kept here');
        assert.equal(stage.endpoint.received.length, 0);

        // WebKit's automation keeps nothing beyond the browser: there the tab is closed and another one opened.
        await page.close();
        if (browser.keepsProfile) {
          await browser.close();
          browser = await open();
        }
        await stage.site.comeUp();
        const again = await browser.newPage();
        await again.goto(stage.url);
        await arrived(stage.endpoint, 1, again);
        await again.reload();
        await again.waitForElement('warmlead-chat >>> button');
        assert.equal(stage.endpoint.received.length, 1);
      } finally {
        await browser.close();
        await stage.close();
        await rm(profileDir, { recursive: true, force: true });
      }
    });
  });
}

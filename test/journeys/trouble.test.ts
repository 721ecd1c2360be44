import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Lead } from '../../src/lead/lead.js';
import { openBrowser, type Browser, type Page } from '../support/browser.js';
import { engines } from '../support/engines.js';
import type { Reply } from '../support/server.js';
import { visitorOn } from '../support/visitor.js';
import { arrived, startStage, type StageOptions } from '../support/widget-page.js';

const chunks = fileURLToPath(new URL('../../dist/chunks/', import.meta.url));

/** Collects what the page would see in its own error tracker. Runs before anything else on the page. */
const watchErrors = `<script>
  window.seen = { errors: [], console: [] };
  addEventListener('error', (event) => seen.errors.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => seen.errors.push(String(event.reason)));
  for (const level of ['error', 'warn']) {
    const say = console[level];
    console[level] = (...words) => { seen.console.push(words.join(' ')); say.apply(console, words); };
  }
</script>`;

interface Seen {
  readonly errors: readonly string[];
  readonly console: readonly string[];
}

const seenOn = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

const json = (body: string): Reply => ({ headers: { 'content-type': 'application/json' }, body });

const playbooks: readonly { readonly name: string; readonly reply: Reply; readonly code: RegExp }[] = [
  { name: 'is not there (404)', reply: { status: 404, body: 'Not found' }, code: /playbook\.refused/ },
  { name: 'cannot be reached', reply: 'close', code: /playbook\.unreachable/ },
  {
    name: 'is a web page',
    reply: { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Login</title>' },
    code: /playbook\.|json\./,
  },
  {
    name: 'misses a comma',
    reply: json('{"format": 1 "id": "x"}'),
    code: /line 1, column \d+: A comma is missing/,
  },
  {
    name: 'has no steps',
    reply: json('{"format": 1, "id": "x", "language": "en", "company": {"name": "X"}}'),
    code: /steps/,
  },
  { name: 'is null', reply: json('null'), code: /json\.start/ },
];

for (const engine of engines) {
  describe(`trouble, in ${engine}`, () => {
    let browser: Browser;
    before(async () => {
      browser = await openBrowser(engine);
    });
    after(() => browser.close());

    const onStage = async (
      options: StageOptions,
      run: (page: Page, stage: Awaited<ReturnType<typeof startStage>>) => Promise<void>,
    ) => {
      const stage = await startStage({ ...options, body: watchErrors + (options.body ?? '') });
      const page = await browser.newPage();
      try {
        await run(page, stage);
      } finally {
        await page.close();
        await stage.close();
      }
    };

    for (const { name, reply, code } of playbooks) {
      it(`offers the company's contact when the playbook ${name}, and tells the owner why`, () =>
        onStage({}, async (page, stage) => {
          stage.site.endpoint('/playbook.json', [reply]);
          await page.goto(stage.url);
          const visitor = visitorOn(page);
          await visitor.tap('Chat');
          await visitor.reads('hello@harbour.example');
          const seen = await seenOn(page);
          assert.deepEqual(seen.errors, []);
          assert.match(seen.console.join('\n'), code);
        }));
    }

    it('turns the button into the contact link when the rest of the widget cannot be loaded', () =>
      onStage({}, async (page, stage) => {
        stage.site.folder('/warmlead/chunks/', '/nowhere');
        await page.goto(stage.url);
        await visitorOn(page).tap('Chat');
        await page.waitForElement('warmlead-chat >>> a[href="mailto:hello@harbour.example"]');
        const seen = await seenOn(page);
        assert.deepEqual(seen.errors, []);
        assert.equal(seen.console.filter((line) => line.includes('embed.chunk-failed')).length, 1);
      }));

    it('asks its first question, and goes on with the answer, though what follows comes late', () =>
      onStage({}, async (page, stage) => {
        const file = readdirSync(chunks).find((name) => /^reply-.*\.js$/.test(name)) ?? '';
        const script = {
          headers: { 'content-type': 'text/javascript' },
          body: readFileSync(chunks + file, 'utf8'),
        };
        const address = `/warmlead/chunks/${file}`;
        stage.site.endpoint(address, [{ status: 503 }]);
        await page.goto(stage.url);
        const visitor = visitorOn(page);
        await visitor.tap('Chat');
        await visitor.tap('Street lighting');
        await visitor.reads('hello@harbour.example');
        stage.site.endpoint(address, [script]);
        await page.evaluate(() => dispatchEvent(new Event('online')));
        await visitor.reads('About how many lamps?');
        await visitor.reads('Street lighting');
        assert.deepEqual((await seenOn(page)).errors, []);
      }));

    it('takes a date, a rating and a country by typing though their controls fail to load at first', () =>
      onStage(
        {
          playbook: {
            steps: [
              { id: 'start', ask: 'When do you begin?', kind: 'date' },
              { id: 'pressing', ask: 'How pressing is it?', kind: 'rating' },
              { id: 'land', ask: 'In which country?', kind: 'country' },
              {
                id: 'contact',
                ask: 'Where should the plan go?',
                kind: 'contact',
                fields: ['email'],
                next: 'end',
              },
            ],
            qualification: undefined,
          },
        },
        async (page, stage) => {
          const late = readdirSync(chunks).filter((name) =>
            /^(?:further|country|clean-text)-.*\.js$/.test(name),
          );
          assert.ok(late.length >= 2);
          const asked = late.map((file) =>
            stage.site.endpoint(`/warmlead/chunks/${file}`, [
              { status: 503 },
              {
                headers: { 'content-type': 'text/javascript' },
                body: readFileSync(chunks + file, 'utf8'),
              },
            ]),
          );
          await page.goto(stage.url);
          const visitor = visitorOn(page);
          await visitor.tap('Chat');
          await visitor.reads('When do you begin?');
          await visitor.say('2027-03-01');
          await visitor.reads('How pressing is it?');
          await visitor.say('4');
          await visitor.reads('In which country?');
          await visitor.say('Portugal');
          await visitor.fill('E-mail', 'ada@harbour.example');
          await visitor.tap('Send to Harbour Lights');
          await visitor.reads('Sent to Harbour Lights');
          await arrived(stage.endpoint, 1, page);
          const lead = JSON.parse(stage.endpoint.received[0]?.body ?? '{}') as Lead;
          const values = lead.answers?.map(({ step, value }) => [step, value]) ?? [];
          assert.deepEqual(values.slice(0, 3), [
            ['start', '2027-03-01'],
            ['pressing', 4],
            ['land', 'PT'],
          ]);
          assert.ok(asked.some(({ received }) => received.length > 1));
          assert.deepEqual((await seenOn(page)).errors, []);
        },
      ));

    it('talks and delivers where all storage is blocked, and says to keep the page open', () =>
      onStage(
        {
          replies: ['never'],
          body: `<script>
            for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
              Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
          </script>`,
        },
        async (page, stage) => {
          await page.goto(stage.url);
          const visitor = visitorOn(page);
          await visitor.tap('Chat');
          await visitor.tap('Street lighting');
          await visitor.say('60');
          await visitor.fill('Name', 'Ada Example');
          await visitor.fill('E-mail', 'ada@harbour.example');
          await visitor.tap('Send to Harbour Lights');
          await visitor.reads('Good, we can plan that.');
          await visitor.reads('Leave it open until it’s sent');
          await arrived(stage.endpoint, 1, page);
          assert.deepEqual((await seenOn(page)).errors, []);
        },
      ));

    it('does nothing the second time the script is loaded', () =>
      onStage(
        { body: '<script src="/warmlead/warmlead.js" data-playbook="/playbook.json"></script>' },
        async (page, stage) => {
          await page.goto(stage.url);
          await page.waitFor(() => document.readyState === 'complete');
          assert.equal(await page.evaluate(() => document.querySelectorAll('warmlead-chat').length), 1);
          const seen = await seenOn(page);
          assert.deepEqual(seen.errors, []);
          assert.equal(seen.console.filter((line) => line.includes('embed.twice')).length, 1);
        },
      ));

    it('loads no more where another script changed the language, and offers the contact link', () =>
      onStage(
        { body: '<script>Array.prototype.toJSON = function () { return "broken"; };</script>' },
        async (page, stage) => {
          await page.goto(stage.url);
          await page.waitForElement('warmlead-chat >>> a[href="mailto:hello@harbour.example"]');
          // Counted in the page: there, lists no longer become JSON.
          const warnings = await page.evaluate(
            () =>
              (window as unknown as { seen: Seen }).seen.console.filter((line) =>
                line.includes('host.unsupported'),
              ).length,
          );
          assert.equal(warnings, 1);
          assert.deepEqual(
            stage.site.requests.map(({ path }) => path).filter((path) => path.startsWith('/warmlead/chunks')),
            [],
          );
        },
      ));

    it('works under a strict content security policy and trusted types, without one violation', () =>
      onStage(
        {
          headers: {
            'content-security-policy':
              "default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types warmlead",
          },
          body: `<script>window.violations = []; addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.blockedURI));</script>`,
        },
        async (page, stage) => {
          await page.goto(stage.url);
          const visitor = visitorOn(page);
          await visitor.tap('Chat');
          await visitor.tap('A hall or a warehouse');
          await visitor.say('12');
          await visitor.fill('Name', 'Ada Example');
          await visitor.fill('E-mail', 'ada@harbour.example');
          await visitor.tap('Send to Harbour Lights');
          await visitor.reads('Thanks, here is our guide.');
          await visitor.reads('Sent to Harbour Lights');
          assert.deepEqual(
            await page.evaluate(() => (window as unknown as { violations: string[] }).violations),
            [],
          );
          assert.deepEqual((await seenOn(page)).errors, []);
        },
      ));

    it('runs from one file as well', () =>
      onStage({ script: 'warmlead.all.js' }, async (page, stage) => {
        await page.goto(stage.url);
        const visitor = visitorOn(page);
        await visitor.tap('Chat');
        await visitor.reads('What are you planning?');
        const files = stage.site.requests
          .map(({ path }) => path)
          .filter((path) => path.startsWith('/warmlead/'));
        assert.deepEqual(files, ['/warmlead/warmlead.all.js']);
      }));
  });
}

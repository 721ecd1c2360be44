/**
 * No trace of what a visitor says where other scripts of the page, its addresses or its console could show it: a
 * value that exists nowhere else is given as every answer, and looked for everywhere. Only the destination has it.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Kind } from '../../src/playbook/kinds.js';
import { openBrowser, type Browser, type Page } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { engines } from '../support/engines.js';
import { leakRecorderScript, type Seen, type Written } from '../support/leak-recorder.js';
import { visitorOn, type Visitor } from '../support/visitor.js';
import { arrived, startStage } from '../support/widget-page.js';

const card = {
  Name: 'Cnryname Person',
  'E-mail': 'cnrymail@cnrymail.example',
  Phone: '+44 20 7946 0837',
  Company: 'Cnrycompany Ltd',
  Country: 'Cnrycountry',
  Role: 'Cnryrole',
  Website: 'https://cnrysite.example/cnrypath',
};

/** Of every kind a step, how it is answered, and what must not be found anywhere. */
const kinds: Record<
  Kind,
  {
    readonly step: object;
    readonly answer: (visitor: Visitor) => Promise<void>;
    readonly canaries: readonly string[];
  }
> = {
  choice: {
    step: {
      options: [
        { value: 'cnrychoice', label: 'Street lighting' },
        { value: 'cnrymistake', label: 'Another thing' },
      ],
    },
    answer: (visitor) => visitor.tap('Another thing'),
    canaries: ['cnrychoice'],
  },
  choices: {
    step: {
      kind: 'choices',
      options: [
        { value: 'cnrymany', label: 'Poles' },
        { value: 'b', label: 'Cables' },
      ],
    },
    async answer(visitor) {
      await visitor.tap('Poles');
      await visitor.tap('Continue');
    },
    canaries: ['cnrymany'],
  },
  text: { step: { kind: 'text' }, answer: (visitor) => visitor.say('Cnrytext'), canaries: ['cnrytext'] },
  longText: {
    step: { kind: 'longText' },
    answer: (visitor) => visitor.say('Cnrylong story of a lamp'),
    canaries: ['cnrylong'],
  },
  number: { step: { kind: 'number' }, answer: (visitor) => visitor.say('7391254'), canaries: ['7391254'] },
  yesNo: { step: { kind: 'yesNo' }, answer: (visitor) => visitor.tap('Yes'), canaries: [] },
  email: {
    step: { kind: 'email' },
    answer: (visitor) => visitor.say('cnryother@cnryother.example'),
    canaries: ['cnryother'],
  },
  phone: {
    step: { kind: 'phone' },
    answer: (visitor) => visitor.say('020 7946 0641'),
    canaries: ['79460641'],
  },
  date: {
    step: { kind: 'date' },
    answer: (visitor) => visitor.say('2031-07-19'),
    canaries: ['20310719'],
  },
  rating: { step: { kind: 'rating' }, answer: (visitor) => visitor.say('4'), canaries: [] },
  country: { step: { kind: 'country' }, answer: (visitor) => visitor.say('Uruguay'), canaries: ['uruguay'] },
  address: {
    step: { kind: 'address', fields: ['street', 'city'] },
    async answer(visitor) {
      await visitor.fill('Street and number', 'Cnrystreet 7');
      await visitor.fill('Town or city', 'Cnrycity');
      await visitor.tap('Next');
    },
    canaries: ['cnrystreet', 'cnrycity'],
  },
  url: {
    step: { kind: 'url' },
    answer: (visitor) => visitor.say('https://cnryweb.example/cnrypage'),
    canaries: ['cnryweb', 'cnrypage'],
  },
  consent: {
    step: { kind: 'consent', purpose: 'letter' },
    answer: (visitor) => visitor.tap('Yes, I agree'),
    canaries: [],
  },
  contact: {
    step: { kind: 'contact', fields: ['name', 'email', 'phone', 'company', 'country', 'role', 'website'] },
    async answer(visitor) {
      for (const [label, text] of Object.entries(card)) await visitor.fill(label, text);
    },
    canaries: [
      ...[
        'cnryname',
        'cnrymail',
        '79460837',
        'cnrycompany',
        'cnrycountry',
        'cnryrole',
        'cnrysite',
        'cnrypath',
      ],
    ],
  },
};
const asks = (kind: string) => `Tell me your ${kind}, will you?`;
const NEVER_SENT = ['cnryrefused', 'cnrymistake'];
const QUESTION = 'Does cnryquestion work at night?';
const canaries = [...Object.values(kinds).flatMap((kind) => kind.canaries), 'cnryquestion'];

const playbook = {
  id: 'canary',
  steps: Object.entries(kinds).map(([kind, { step }]) => ({ id: kind, ask: asks(kind), ...step })),
  offers: { callback: { kind: 'callback', label: 'Call me' } },
  endings: {
    qualified: { say: 'Good.', offer: ['callback'] },
    nurture: { say: 'Thanks for that.', offer: ['callback'] },
    undetermined: { say: 'Let us talk.' },
    disqualified: { say: 'No.' },
  },
  privacy: {
    notice: 'We use this to answer you.',
    consent: [{ purpose: 'letter', text: 'May we write?', version: '1' }],
  },
};

/** Empties the box below the question. */
const mend = async ({ fill, page }: Visitor): Promise<void> => {
  await fill('', '');
  await page.press('Control+A');
  await page.press('Delete');
};

/** A canary is found however it is written: in an address, with separators, in capitals. */
const plain = (text: string): string => {
  let decoded = text;
  try {
    decoded = decodeURIComponent(text);
  } catch {
    // No address.
  }
  return (text + decoded).toLowerCase().replace(/[\s.,+()/\\"'-]/g, '');
};
const leaksIn = (places: readonly Seen[]): readonly string[] =>
  places.flatMap(({ where, what }) =>
    [...canaries, ...NEVER_SENT]
      .filter((canary) => plain(what).includes(canary))
      .map((canary) => `${canary} in ${where}: ${what.slice(0, 200)}`),
  );

const recorded = async (page: Page): Promise<{ seen: readonly Seen[]; written: readonly Written[] }> =>
  page.evaluate(async () => {
    const { seen, written, look } = window.leakRecorder;
    return { seen: [...seen, ...(await look())], written };
  });

for (const engine of engines) {
  describe(`what a visitor says, in ${engine}`, () => {
    let browser: Browser;
    let demo: Demo;
    before(async () => {
      [browser, demo] = await Promise.all([openBrowser(engine), startDemo()]);
    });
    after(async () => {
      await browser.close();
      await demo.close();
    });

    const opened = async () => {
      let attempts = 0;
      const stage = await startStage({
        playbook,
        body: `<script>${leakRecorderScript}</script>`,
        replies: [
          async ({ body, headers }) => {
            attempts += 1;
            if (attempts === 1) return { status: 503, headers: { 'retry-after': '0' } };
            const answer = await fetch(`${demo.desk}/leads`, {
              method: 'POST',
              headers: { 'content-type': headers['content-type'] ?? '', origin: demo.site },
              body,
            });
            return { status: answer.status, body: await answer.text() };
          },
        ],
      });
      const page = await browser.newPage();
      await page.goto(`${stage.url}?utm_source=letter&gclid=abc`);
      const visitor = visitorOn(page);
      await visitor.tap('Chat');
      return { stage, page, visitor, close: () => page.close().then(() => stage.close()) };
    };

    it('reaches the destination and nothing else', async (test) => {
      const { stage, page, visitor, close } = await opened();
      test.after(close);
      const seen: Seen[] = [];
      const written: Written[] = [];
      const collect = async () => {
        const now = await recorded(page);
        seen.push(...now.seen);
        written.push(...now.written);
      };

      await visitor.reads(asks('choice'));
      await visitor.say(QUESTION);
      await visitor.reads('cnryquestion');
      for (const [kind, { answer }] of Object.entries(kinds)) {
        await visitor.reads(asks(kind));
        if (kind === 'email') {
          await visitor.say('cnryrefused@');
          await visitor.reads('the part after the @');
          await mend(visitor);
        }
        if (kind === 'choices') {
          // The first answer is changed into another.
          await page.clickElement('warmlead-chat >>> [data-change]');
          await visitor.tap('Street lighting');
          await visitor.reads(asks(kind));
        }
        if (kind === 'longText') {
          await collect();
          await page.reload();
          await visitor.reads(asks(kind));
        }
        await answer(visitor);
      }
      await visitor.fill('E-mail', ' cnryrefused@@');
      await visitor.tap('Send to Harbour Lights');
      await visitor.reads('There’s a space inside');
      await collect();
      await page.reload();
      await visitor.reads(asks('contact'));
      await kinds.contact.answer(visitor);
      await visitor.tap('Send to Harbour Lights');
      await visitor.reads('Sent to Harbour Lights');
      await visitor.tap('Call me');
      await arrived(stage.endpoint, 3, page);
      await visitor.reads('Sent to Harbour Lights');
      await collect();

      assert.deepEqual(leaksIn(seen), []);
      const outside = stage.site.requests.map(({ method, path, query, headers, body }) => ({
        where: `${method} ${path}`,
        what: [path, query, JSON.stringify(headers), path === '/leads' ? '' : body].join(' '),
      }));
      assert.deepEqual(leaksIn(outside), []);

      // The conversation is kept where the explanation says so, under one key, and nowhere else.
      const kept = written.filter(({ key }) => key === 'warmlead:conversation:warmlead:canary:');
      assert.ok(kept.length > 0 && kept.every(({ where }) => where === 'sessionStorage'));
      assert.deepEqual(leaksIn(written.filter((each) => !kept.includes(each))), []);
      assert.deepEqual(leaksIn(written.map(({ where, key }) => ({ where, what: key }))), []);

      const [lead] = (await demo.leads()).filter(({ playbook: { id } }) => id === 'canary');
      const arrivedText = plain(JSON.stringify(lead));
      assert.deepEqual(
        canaries.filter((canary) => !arrivedText.includes(canary)),
        [],
      );
    });

    it('would be found wherever it was shown', async (test) => {
      const { stage, page, visitor, close } = await opened();
      test.after(close);
      await visitor.reads(asks('choice'));
      await page.evaluate(async () => {
        const canary = 'cnrytext';
        console.warn('answer', { is: canary });
        document.dispatchEvent(new CustomEvent('warmlead-answer', { detail: { value: canary } }));
        document.querySelector('warmlead-chat')?.setAttribute('data-last', canary);
        document.querySelector('warmlead-chat')?.removeAttribute('data-last');
        const inner = document.querySelector('warmlead-chat')?.shadowRoot?.querySelector('button');
        inner?.setAttribute('data-last', canary);
        performance.mark('warmlead:answer', { detail: canary });
        history.replaceState({ canary }, '', location.href);
        window.postMessage(canary, location.origin);
        (window as unknown as { dataLayer: unknown[] }).dataLayer.push({ event: canary });
        Object.assign((window as unknown as { Warmlead: object }).Warmlead, { last: { answers: [canary] } });
        document.title = canary;
        await fetch(`/warmlead/?q=${canary}`);
        localStorage.setItem('warmlead:answers', canary);
        // The observer of attributes is told in a task of its own.
        await new Promise((next) => setTimeout(next));
      });
      const { seen, written } = await recorded(page);
      const places = new Set(leaksIn(seen).map((leak) => leak.split(' in ')[1]?.split(': ')[0]));
      for (const place of [
        'console.warn',
        'event warmlead-answer',
        'attribute data-last of <warmlead-chat>',
        'attribute data-last of <button>',
        'performance.mark',
        'performance',
        'history.replaceState',
        'postMessage',
        'dataLayer',
        'window.Warmlead',
        'document',
      ])
        assert.ok(places.has(place), `${place} is not among ${[...places].join(', ')}`);
      assert.equal(leaksIn(written).length, 1);
      assert.ok(stage.site.requests.some(({ query }) => query.includes('cnrytext')));
    });
  });
}

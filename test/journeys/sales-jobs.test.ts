/**
 * Every job that inside and outside sales consist of (booths are not built yet), from the playbook to the field on
 * the lead: through the real chat on the company's site to the real desk.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Lead } from '../../src/lead/lead.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { openBrowser, type Page } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { engines } from '../support/engines.js';
import { visitorOn, type Visitor } from '../support/visitor.js';

const AD = '/cold-rooms?utm_source=google&utm_medium=cpc&utm_campaign=haccp-uk&gclid=Te-St';
const LETTER = '/november?utm_source=letter&utm_medium=email&utm_campaign=november';
/** A code on a card that somebody of the company hands out. */
const CARD = '/pricing?utm_source=card&utm_campaign=visits&utm_content=dana';

/** The demo's playbook, with a question for a code; somebody is always there, so that a test can call at night. */
const playbookForTest = async (): Promise<Playbook> => {
  const file = new URL('../../demo/playbook.json', import.meta.url);
  const playbook = JSON.parse(await readFile(file, 'utf8')) as Playbook;
  const { routing, steps } = playbook;
  const code = { id: 'promo', ask: 'Do you have a promotion code?', kind: 'text', optional: true } as const;
  return {
    ...playbook,
    routing: { ...routing, hours: { zone: 'Europe/London', open: ['Mon-Sun 00:00-24:00'] } },
    steps: steps.toSpliced(
      steps.findIndex(({ id }) => id === 'contact'),
      0,
      code,
    ),
  };
};

interface Answers {
  readonly email: string;
  readonly start?: string;
  readonly role?: string;
  readonly budget?: string;
  readonly code?: string;
  readonly company?: string;
  readonly letter?: string;
}

/** Answers everything from the third question on, and sends it. */
const finish = async (visitor: Visitor, said: Answers): Promise<void> => {
  await visitor.tap(said.start ?? 'This quarter');
  await visitor.tap(said.role ?? 'I recommend');
  await visitor.tap(said.budget ?? '£200 to £1,000');
  await visitor.reads('Do you have a promotion code?');
  await (said.code ? visitor.say(said.code) : visitor.tap('Skip'));
  await visitor.reads('monthly newsletter');
  await visitor.tap(said.letter ?? 'No');
  await visitor.reads('Where should we send this?');
  await visitor.thinks(20);
  await visitor.fill('Name', 'Ada Example');
  await visitor.fill('E-mail', said.email);
  await visitor.fill('Company', said.company ?? 'Cold Ltd');
  await visitor.tap('Send to Kestrel');
  await visitor.reads('Sent to Kestrel');
};

/** Opens the chat on a page. */
const chatsOn = async (page: Page, address: string): Promise<Visitor> => {
  await page.goto(address);
  const visitor = visitorOn(page);
  await visitor.tap('Chat');
  return visitor;
};

const CONVERSATIONS = {
  /** By an ad, with two questions and an objection; wants to be called. */
  caller: async (page: Page, site: string) => {
    const visitor = await chatsOn(page, site + AD);
    await visitor.reads('You were looking for a freezer alarm.');
    await visitor.say('How long does installation take?');
    await visitor.reads('About 20 minutes a site');
    await visitor.tap('Yes');
    await visitor.say('Do you repair espresso machines?');
    await visitor.reads('I’ve noted it');
    await visitor.tap('We notice a warm freezer too late');
    await visitor.reads('How many sites');
    await visitor.say('That is too expensive for us');
    await visitor.reads('What are you comparing it with');
    await visitor.tap('What we spend today');
    await visitor.reads('You can start with one site');
    await visitor.tap('That helps');
    await visitor.reads('How many sites');
    await visitor.say('12');
    await finish(visitor, { email: 'ada@caller.example' });
    await visitor.tap('Ask ');
    await visitor.takeTime();
    await visitor.fill('Phone', '+44 7700 900123');
    await visitor.tap('Ask for ');
    await visitor.tap('Save contact');
  },
  /** By the letter, too early to buy; wants the next letters and has a code. Reloads in the middle. */
  reader: async (page: Page, site: string) => {
    const visitor = await chatsOn(page, site + LETTER);
    await visitor.reads('Thanks for reading our letter.');
    await visitor.tap('Something else');
    await visitor.reads('Tell me in a sentence or two.');
    await visitor.say('Two freezers failed over a weekend');
    await visitor.reads('How many sites');
    await page.reload();
    await visitor.reads('How many sites');
    await visitor.say('3');
    await visitor.tap('Just looking');
    await visitor.tap('I decide');
    await visitor.reads('Do you have a promotion code?');
    await visitor.say('COLD10');
    await visitor.tap('Yes');
    await visitor.reads('Where should we send this?');
    await visitor.thinks(20);
    await visitor.fill('Name', 'Bo Example');
    await visitor.fill('E-mail', 'bo@reader.example');
    await visitor.fill('Company', 'Reader Ltd');
    await visitor.tap('Send to Kestrel');
    await visitor.reads('Sent to Kestrel');
    await visitor.tap('Just e-mail me the summary');
  },
  /** Known to the page from the sales software, where one fact is old; by a card. Wants somebody to come. */
  account: async (page: Page, site: string) => {
    await page.goto(site + CARD);
    await page.evaluate(() =>
      (window as unknown as { Warmlead: { prefill(facts: object): void } }).Warmlead.prefill({
        sites: { value: 25, source: 'crm', asOf: '2024-03-02' },
      }),
    );
    const visitor = visitorOn(page);
    await visitor.tap('Chat');
    await visitor.tap('Paper logs for audits');
    await visitor.reads('Still right?');
    await visitor.tap('Yes, still');
    await finish(visitor, { email: 'cy@north.example', company: 'North Foods', budget: 'More' });
    await visitor.tap('Show it at our site');
    await visitor.takeTime();
    await visitor.fill('Address', '1 Cold Lane, Leeds');
    await visitor.tap('Ask for ');
    await visitor.reads('Asked for');
  },
  /** Knows little yet; mends an answer after sending, and calls. */
  unsure: async (page: Page, site: string) => {
    const visitor = await chatsOn(page, `${site}/pricing`);
    await visitor.tap('We notice a warm freezer too late');
    await visitor.reads('How many sites');
    await visitor.say('2');
    await finish(visitor, {
      email: 'di@unsure.example',
      start: 'Just looking',
      role: 'I’m researching',
      budget: 'No idea yet',
    });
    await visitor.tap('Call us now');
    await visitor.reads('Save contact');
  },
  /** Small and sure; looks at a demo and orders. */
  buyer: async (page: Page, site: string) => {
    const visitor = await chatsOn(page, `${site}/pricing`);
    await visitor.tap('We notice a warm freezer too late');
    await visitor.reads('How many sites');
    await visitor.say('2');
    await finish(visitor, { email: 'ed@buyer.example', role: 'I decide' });
    await visitor.tap('Order a Probe Kit');
  },
  /** Wants to see it first. */
  viewer: async (page: Page, site: string) => {
    const visitor = await chatsOn(page, `${site}/pricing`);
    await visitor.tap('Paper logs for audits');
    await visitor.reads('How many sites');
    await visitor.say('6');
    await finish(visitor, { email: 'flo@viewer.example' });
    await visitor.tap('Pick a time for a demo');
  },
} as const;

const [engine = 'chromium'] = engines;
type Who = keyof typeof CONVERSATIONS;

describe(`every job of sales, in ${engine}`, () => {
  const leads = new Map<Who, Lead>();
  let demo: Demo;
  let playbook: Playbook;
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warmlead-jobs-'));
    playbook = await playbookForTest();
    const file = join(folder, 'playbook.json');
    await writeFile(file, JSON.stringify(playbook));
    demo = await startDemo({ PLAYBOOK: file });
    for (const who of Object.keys(CONVERSATIONS) as Who[]) {
      const known = new Set((await demo.leads()).map(({ id }) => id));
      // A browser of their own: nobody has been here before.
      const browser = await openBrowser(engine);
      try {
        await CONVERSATIONS[who](await browser.newPage(), demo.site);
        const found = async () =>
          (await demo.leads()).find(({ id, revision }) => !known.has(id) && revision > 1);
        let lead = await found();
        for (const end = performance.now() + 30_000; !lead && performance.now() < end;) lead = await found();
        assert.ok(lead, `no lead with a next step of the ${who}`);
        leads.set(who, lead);
      } finally {
        await browser.close();
      }
    }
  });
  after(async () => {
    await demo.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** `playbook`: where the owner says it; `lead`: what the lead must say of it. */
  const jobs: readonly {
    readonly job: string;
    readonly playbook: readonly (keyof Playbook)[];
    readonly who: Who;
    readonly lead: (lead: Lead) => unknown;
    readonly is: unknown;
  }[] = [
    {
      job: 'warm leads are met by how they came',
      playbook: ['welcome'],
      who: 'caller',
      lead: ({ attribution }) => [attribution?.kind, attribution?.opened],
      is: ['ad', { by: 'visitor' }],
    },
    {
      job: 'a click on an ad stays with the lead',
      playbook: ['welcome', 'privacy'],
      who: 'caller',
      lead: ({ attribution }) => [attribution?.utm, attribution?.clickIds],
      is: [{ source: 'google', medium: 'cpc', campaign: 'haccp-uk' }, { gclid: 'Te-St' }],
    },
    {
      job: 'a question in the chat is answered first',
      playbook: ['knowledge'],
      who: 'caller',
      lead: ({ questions }) => questions?.map(({ knowledge, helpful }) => [knowledge, helpful]),
      is: [
        ['install', true],
        [null, undefined],
      ],
    },
    {
      job: 'newsletters and promotions are signed up for',
      playbook: ['privacy', 'offers'],
      who: 'reader',
      lead: ({ consents, nextStep, answers, attribution }) => [
        consents.map(({ purpose, granted, version }) => [purpose, granted, version]),
        [nextStep?.kind, nextStep?.status],
        answers?.find(({ step }) => step === 'promo')?.value,
        attribution?.kind,
      ],
      is: [[['newsletter', true, '1']], ['email', 'requested'], 'COLD10', 'newsletter'],
    },
    {
      job: 'a relationship goes on where it was',
      playbook: ['company', 'privacy'],
      who: 'reader',
      lead: ({ answers, attribution, routing }) => [
        answers?.slice(0, 2).map(({ step }) => step),
        attribution?.landing.includes('/november'),
        typeof routing?.name,
      ],
      is: [['need', 'need_text'], true, 'string'],
    },
    {
      job: 'customers are qualified, with reasons',
      playbook: ['qualification'],
      who: 'caller',
      lead: ({ qualification }) => [
        qualification?.framework,
        qualification?.verdict,
        qualification?.band,
        qualification?.score,
        qualification?.slots.map(({ id, state }) => `${id} ${state}`),
        qualification?.reasons.every(({ because }) => because !== ''),
      ],
      is: [
        'BANT',
        'qualified',
        'hot',
        100,
        ['budget yes', 'authority yes', 'need yes', 'timeline yes'],
        true,
      ],
    },
    {
      job: 'needs are found, also in their own words',
      playbook: ['steps'],
      who: 'reader',
      lead: ({ answers }) => answers?.slice(0, 2).map(({ value }) => value),
      is: ['other', 'Two freezers failed over a weekend'],
    },
    {
      job: 'a product is matched, with reasons',
      playbook: ['products', 'needs'],
      who: 'caller',
      lead: ({ recommendations: [first] = [] }) => [first?.product, first?.matched, first?.relaxed],
      is: ['probe-kit', ['you notice too late', 'it stays within what you have in mind'], []],
    },
    {
      job: 'questions are answered from what is known, the rest is noted',
      playbook: ['knowledge'],
      who: 'caller',
      lead: ({ questions }) => questions?.map(({ text, answer }) => [text, answer?.slice(0, 23)]),
      is: [
        ['How long does installation take?', 'About 20 minutes a site'],
        ['Do you repair espresso machines?', undefined],
      ],
    },
    {
      job: 'questions are asked by what was answered, and may be skipped',
      playbook: ['steps'],
      who: 'reader',
      lead: ({ answers }) => answers?.map(({ step }) => step),
      is: ['need', 'need_text', 'sites', 'start', 'role', 'promo', 'contact'],
    },
    {
      job: 'what sales software knows is asked again only when it is old',
      playbook: ['steps'],
      who: 'account',
      lead: ({ answers, phase, revision }) => {
        const { value, source, asOf, confirmedAt } = answers?.find(({ step }) => step === 'sites') ?? {};
        return [value, source, asOf?.slice(0, 10), confirmedAt !== undefined, phase, revision];
      },
      is: [25, 'crm', '2024-03-02', true, 'updated', 2],
    },
    {
      job: 'inbound calls: the number, and that it was tapped',
      playbook: ['offers', 'routing'],
      who: 'unsure',
      lead: ({ nextStep, qualification }) => [
        nextStep?.kind,
        nextStep?.status,
        (nextStep?.at ?? '') > '2026',
        qualification?.verdict,
      ],
      is: ['call', 'taken', true, 'undetermined'],
    },
    {
      job: 'outbound calls: a time, a number, a deadline and what follows',
      playbook: ['offers', 'routing'],
      who: 'caller',
      lead: ({ nextStep, routing, tasks }) => [
        nextStep?.kind,
        nextStep?.status,
        (nextStep?.end ?? '') > (nextStep?.start ?? '~'),
        nextStep?.details,
        (routing?.dueAt ?? '') > '2026',
        tasks?.map((task) => task.do),
      ],
      is: [
        'callback',
        'requested',
        true,
        { phone: '+44 7700 900123' },
        true,
        ['call', 'email', 'call', 'email'],
      ],
    },
    {
      job: 'objections are heard, explored and answered',
      playbook: ['objections'],
      who: 'caller',
      lead: ({ objections }) =>
        objections?.map(({ category, text, explored, outcome }) => [category, text, explored, outcome]),
      is: [['price', 'That is too expensive for us', 'What we spend today', 'resolved']],
    },
    {
      job: 'sales are closed on a next step',
      playbook: ['offers', 'endings'],
      who: 'buyer',
      lead: ({ nextStep }) => [nextStep?.offer, nextStep?.kind, nextStep?.status],
      is: ['order', 'checkout', 'taken'],
    },
    {
      job: 'field meetings: where to come and when',
      playbook: ['offers'],
      who: 'account',
      lead: ({ nextStep }) => [nextStep?.kind, nextStep?.details?.['address'], nextStep?.start !== undefined],
      is: ['visit', '1 Cold Lane, Leeds', true],
    },
    {
      job: 'prospecting: whose card it was, and the follow-up',
      playbook: ['routing', 'privacy'],
      who: 'account',
      lead: ({ attribution, tasks }) => [attribution?.utm['content'], (tasks?.length ?? 0) > 0],
      is: ['dana', true],
    },
    {
      job: 'a territory has its owner, and says why',
      playbook: ['routing'],
      who: 'viewer',
      lead: ({ routing }) => [routing?.owner, routing?.territory, routing?.because.split(' (')[0]],
      is: ['nora', 'Audits', 'Nora has sat through audits'],
    },
    {
      job: 'demos are booked',
      playbook: ['offers'],
      who: 'viewer',
      lead: ({ nextStep }) => [nextStep?.offer, nextStep?.kind],
      is: ['demo', 'booking'],
    },
  ];
  for (const { job, who, playbook: fields, lead, is } of jobs)
    it(job, () => {
      for (const field of fields) assert.ok(playbook[field] !== undefined, field);
      const found = leads.get(who);
      assert.ok(found);
      assert.deepEqual(lead(found), is);
    });

  it('an assigned account goes to its owner, with notes for them', async () => {
    const text = await demo.pageOf('cy@north.example');
    assert.match(text, /Dana instead of Nora: Looks after North Foods/);
    assert.match(text, /Up to 10 % off for a two-year contract/);
  });

  it('targets of a month and a quarter say how far they are', async () => {
    const text = await demo.reads('/numbers');
    assert.match(text, /Hot leads This month \d+ of 12 \d+ %/);
    assert.match(text, /Meetings This quarter 3 of 30 10 %/);
  });
});

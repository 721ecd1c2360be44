import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { partialDue } from '../../src/conversation/partial.js';
import { fold } from '../../src/flow/fold.js';
import type { Lead } from '../../src/lead/lead.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { standingOf } from '../../src/qualification/judge.js';
import { fakeHandover } from './fakes.js';
import { kestrel } from './kestrel.js';
import { staged, type Stage, type StageOptions } from './stage.js';

/** An address in the middle, so that there is something to say after it; consents before it. */
const early: Playbook = {
  ...kestrel,
  steps: [
    { id: 'need', ask: 'What would you like to fix?', kind: 'text', fills: 'need' },
    { id: 'mail', ask: 'Where do we write to?', kind: 'email' },
    { id: 'health', ask: 'Anything we should know?', kind: 'text', optional: true },
    { id: 'sites', ask: 'How many sites?', kind: 'number' },
  ],
  privacy: {
    consent: [
      { purpose: 'contact', text: 'May we answer?', version: '1', required: true },
      { purpose: 'health', text: 'May we keep that?', version: '1', covers: ['health'] },
    ],
  },
  delivery: { to: 'url', url: '/leads', partial: 'after-consent' },
};
const without: Playbook = { ...early, delivery: { to: 'url', url: '/leads' } };

const ANSWERS: { readonly [step: string]: string } = {
  need: 'Warm freezers',
  'consent:contact': 'yes',
  'consent:health': 'no',
  mail: 'priya@northfold.example',
  health: 'Allergic to nuts',
  sites: '12',
};

const begun = (options: StageOptions = {}) => staged({ playbook: early, ...options });
/** Answers up to the address and everything before it. */
const reached = async (options: StageOptions = {}): Promise<Stage> => {
  const stage = await begun(options);
  stage.answerAll(ANSWERS, 'health');
  await stage.settled();
  return stage;
};
const hide = async (stage: Stage) => {
  stage.hidden();
  await stage.settled();
};
const sendIt = async (stage: Stage) => {
  stage.answerAll(ANSWERS);
  stage.send({ type: 'visitor.submitted' });
  await stage.settled();
};
const marks = ({ handover }: Stage) => handover.leads.map(({ revision, phase }) => `${revision} ${phase}`);
const answered = (lead: Lead | undefined) => lead?.answers?.map(({ step }) => step);

describe('whether an unfinished lead is due', () => {
  const last = { covers: 1, atMs: 10_000 };
  const optional: Playbook = {
    ...early,
    privacy: { consent: [{ purpose: 'contact', text: 'May we?', version: '1' }] },
  };
  const covered: Playbook = {
    ...early,
    privacy: {
      consent: [
        { purpose: 'contact', text: 'May we answer?', version: '1', required: true },
        { purpose: 'health', text: 'May we keep that?', version: '1', covers: ['mail'] },
      ],
    },
  };
  const rows: readonly (readonly [
    name: string,
    until: string | undefined,
    changes: { playbook?: Playbook; answers?: object; last?: typeof last; nowMs?: number; hidden?: boolean },
    due: boolean,
  ])[] = [
    ['the first, when somebody can be reached', 'health', {}, true],
    ['nothing before the address', 'mail', {}, false],
    ['nothing before anything', 'need', {}, false],
    ['nothing without the required consent', 'health', { answers: { 'consent:contact': 'no' } }, false],
    ['nothing where no consent is required', 'health', { playbook: optional }, false],
    ['nothing where the address may not be sent', 'health', { playbook: covered }, false],
    ['the first while it is looked over', undefined, {}, true],
    ['no second one while the page is shown', 'health', { last, nowMs: 90_000 }, false],
    ['a second one when the page is hidden', 'health', { last, nowMs: 40_000, hidden: true }, true],
    ['no second one before 30 s', 'health', { last, nowMs: 39_999, hidden: true }, false],
    [
      'no second one where nothing changed',
      'health',
      { last: { ...last, covers: 99 }, nowMs: 90_000, hidden: true },
      false,
    ],
  ];
  for (const [
    name,
    until,
    { playbook = early, answers, last: before, nowMs = 0, hidden = false },
    due,
  ] of rows) {
    it(name, async () => {
      const stage = await begun({ playbook: { ...playbook, delivery: without.delivery } });
      stage.answerAll({ ...ANSWERS, ...answers }, until);
      assert.equal(partialDue(stage.view.fold, playbook, before ?? null, nowMs, hidden), due);
    });
  }

  it('nothing once it was sent', async () => {
    const stage = await begun({ playbook: without });
    await sendIt(stage);
    assert.equal(stage.view.fold.submitted, true);
    assert.equal(partialDue(stage.view.fold, early, null, 0, true), false);
  });
});

describe('unfinished leads', () => {
  it('go once, marked, with what may be sent, and nobody has to answer them', async () => {
    const stage = await reached();
    stage.answer('health', 'Allergic to nuts');
    await stage.settled();
    assert.deepEqual(marks(stage), ['1 partial']);
    const [lead] = stage.handover.leads;
    assert.equal(lead?.contact?.email, 'priya@northfold.example');
    assert.equal(lead?.routing, undefined);
    assert.ok((lead?.signals?.tookMs ?? 0) >= 3_000, 'or it would be taken for spam');
    stage.time.pass(30_000);
    await hide(stage);
    await hide(stage);
    assert.deepEqual(marks(stage), ['1 partial', '2 partial']);
    assert.equal(JSON.stringify(stage.handover.leads).includes('nuts'), false);
  });

  it('are not sent by default, nor where the destination cannot update them', async () => {
    for (const options of [{ playbook: without }, { updates: false }]) {
      const stage = await reached(options);
      await hide(stage);
      assert.deepEqual(marks(stage), []);
      await sendIt(stage);
      assert.deepEqual(marks(stage), ['1 complete']);
    }
  });

  it('say nothing to the visitor or the page, whatever becomes of them', async () => {
    const stage = await reached();
    const id = stage.handover.leads[0]?.id ?? '';
    stage.handover.report(id, { is: 'sending', durable: true, attempt: 1 });
    stage.handover.report(id, { is: 'failed', code: 'status.422' });
    stage.handover.report(id, { is: 'acknowledged', atMs: 12, attempts: 2 });
    await stage.settled();
    assert.deepEqual(stage.view.handover, { is: 'none' });
    const kinds = new Set(stage.facts.map(({ type }) => type));
    for (const kind of ['submit', 'stored', 'delivered', 'problem'] as const) {
      assert.equal(kinds.has(kind), false, kind);
    }
  });

  it('are followed by the lead itself, which is told as one that had none before', async () => {
    const stage = await reached();
    await sendIt(stage);
    const plain = await reached({ playbook: without });
    await sendIt(plain);
    assert.deepEqual(marks(stage), ['1 partial', '2 complete']);
    const told = (facts: Stage['facts']) =>
      facts.map((fact) => ('revision' in fact ? { ...fact, revision: 0 } : fact));
    assert.deepEqual(told(stage.facts), told(plain.facts));
    assert.deepEqual(stage.view.handover, plain.view.handover);
    stage.handover.report(stage.handover.leads[0]?.id ?? '', { is: 'acknowledged', atMs: 12, attempts: 1 });
    assert.deepEqual(stage.facts.at(-1), { type: 'delivered', revision: 2, attempts: 1, confirmed: true });
    stage.send({ type: 'visitor.corrected', of: stage.view.answers.at(-1)?.n ?? 0, raw: '13' });
    await stage.settled();
    assert.deepEqual(marks(stage), ['1 partial', '2 complete', '3 updated']);
  });

  it('are not sent again by the next page, only what is said there', async () => {
    let stage = await reached();
    stage = await stage.reload();
    await stage.settled();
    stage.time.pass(30_000);
    await hide(stage);
    assert.deepEqual(marks(stage), ['1 partial']);
    stage.answer('health', '');
    stage.send({ type: 'visitor.typed', text: 'Do you work with Oracle?' });
    await hide(stage);
    assert.deepEqual(marks(stage), ['1 partial', '2 partial']);
    await sendIt(stage);
    stage = await stage.reload();
    await stage.settled();
    assert.deepEqual(marks(stage), ['1 partial', '2 partial', '3 complete']);
  });

  it('are made good when the page died before the lead itself was stored', async () => {
    const handover = fakeHandover();
    let stage = await reached({ handover });
    handover.unwritable = true;
    await sendIt(stage);
    handover.unwritable = false;
    stage = await stage.reload();
    await stage.settled();
    assert.deepEqual(marks(stage), ['1 partial', '2 complete']);
  });

  it('are taken back with everything else, although nothing was sent', async () => {
    const stage = await reached();
    const id = stage.handover.leads[0]?.id ?? '';
    stage.handover.attempted = true;
    stage.send({ type: 'visitor.withdrew' });
    await stage.settled();
    assert.deepEqual(stage.handover.forgotten, [id]);
    assert.deepEqual(marks(stage), ['1 partial', '2 withdrawn']);
    assert.ok(stage.facts.some(({ type }) => type === 'forgotten'));
    await hide(stage);
    assert.equal(stage.handover.leads.length, 2);
  });

  it('stop when the required consent is taken back', async () => {
    const stage = await reached();
    stage.send({ type: 'visitor.consented', purpose: 'contact', granted: false });
    stage.time.pass(60_000);
    await hide(stage);
    assert.deepEqual(marks(stage), ['1 partial']);
  });

  it('say that they are trials, where they are', async () => {
    const stage = await reached({ test: true });
    assert.deepEqual([stage.handover.leads[0]?.phase, stage.handover.leads[0]?.test], ['partial', true]);
  });

  it('end the keeping of a conversation whose next page would not know of them', async () => {
    const handover = fakeHandover();
    handover.durable = false;
    const stage = await reached({ handover });
    assert.deepEqual(stage.kept, []);
    const fleeting = { ...early, privacy: { ...early.privacy, storage: 'never' as const } };
    const other = await reached({
      handover: Object.assign(fakeHandover(), { durable: false }),
      playbook: fleeting,
    });
    assert.deepEqual(marks(other), ['1 partial']);
    assert.notDeepEqual(other.kept, []);
  });

  it('are tried again when more is said, where sending could not be loaded', async () => {
    let tries = 0;
    const { createHandingOver } = await import('../../src/conversation/handing-over.js');
    const stage = await reached({
      close: () =>
        ++tries === 1
          ? Promise.reject(new Error('no network'))
          : Promise.resolve({ createHandingOver, updates: true }),
    });
    assert.deepEqual(marks(stage), []);
    stage.send({ type: 'visitor.typed', text: 'Do you work with Oracle?' });
    await stage.settled();
    assert.deepEqual(marks(stage), ['1 partial']);
    assert.equal(stage.handover.leads[0]?.questions?.length, 1);
  });
});

describe('unfinished leads of any conversation', () => {
  type Doing = 'answers' | 'hides' | 'waits' | 'asks' | 'mends' | 'refuses' | 'agrees' | 'reloads';
  const doing = fc.constantFrom<Doing>(
    'answers',
    'answers',
    'answers',
    'hides',
    'waits',
    'asks',
    'mends',
    'refuses',
    'agrees',
    'reloads',
  );

  const play = async (playbook: Playbook, doings: readonly Doing[]) => {
    let stage = await staged({ playbook });
    const sentAt: number[] = [];
    const note = () => {
      while (sentAt.length < stage.handover.leads.length) sentAt.push(stage.time.nowMs);
    };
    for (const what of doings) {
      const step = stage.view.asking?.step.id ?? '';
      if (what === 'answers') stage.answer(step, ANSWERS[step] ?? '');
      if (what === 'waits') stage.time.pass(20_000);
      if (what === 'asks') stage.send({ type: 'visitor.typed', text: 'Do you work with Oracle?' });
      if (what === 'mends') {
        const { n = 0 } = stage.view.answers.find((answer) => answer.step === 'need') ?? {};
        stage.send({ type: 'visitor.corrected', of: n, raw: `Freezers ${stage.view.fold.n}` });
      }
      if (what === 'refuses' || what === 'agrees') {
        stage.send({ type: 'visitor.consented', purpose: 'contact', granted: what === 'agrees' });
      }
      if (what === 'reloads') stage = await stage.reload();
      if (what === 'hides') stage.hidden();
      await stage.settled();
      note();
    }
    // Whatever was said before, it ends with everything answered, agreed to and sent.
    stage.send({ type: 'visitor.consented', purpose: 'contact', granted: true });
    await stage.settled();
    note();
    const partials = stage.handover.leads.length;
    await sendIt(stage);
    return { stage, sentAt: sentAt.slice(0, partials) };
  };
  /** Without what tells revisions, conversations and pages apart. */
  const core = (lead: Lead | undefined, id: string) =>
    JSON.parse(JSON.stringify({ ...lead, key: '', revision: 0, id: '' }).replaceAll(id, '')) as object;

  it('go after consent and address only, 30 s apart, and leave the lead itself as it would be', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { maxLength: 18 }), async (doings) => {
        const { stage, sentAt } = await play(early, doings);
        const { leads } = stage.handover;
        const partials = leads.filter(({ phase }) => phase === 'partial');
        seen += partials.length;
        for (const lead of partials) {
          assert.ok(lead.contact?.email);
          assert.equal(lead.consents.find(({ purpose }) => purpose === 'contact')?.granted, true);
          const again = fold(early, lead.log ?? [], standingOf(early));
          assert.equal(again.consents.get('contact'), true);
          assert.equal(answered(lead)?.includes('health'), false);
        }
        sentAt.forEach((at, i) => assert.ok(i === 0 || at - (sentAt[i - 1] ?? 0) >= 30_000));
        assert.deepEqual(
          leads.map(({ revision, phase }) => [revision, phase]),
          leads.map((_, i) => [i + 1, i < leads.length - 1 ? 'partial' : 'complete']),
        );
        const plain = await play(without, doings);
        assert.equal(plain.stage.handover.leads.length, 1);
        const [only] = plain.stage.handover.leads;
        const final = leads.at(-1);
        const hash = { playbook: null, log: final?.log?.map(({ n }) => n) };
        assert.deepEqual(
          core(final && { ...final, ...(hash as object) }, final?.id ?? ''),
          core(
            only && ({ ...only, playbook: null, log: only.log?.map(({ n }) => n) } as unknown as Lead),
            only?.id ?? '',
          ),
        );
      }),
      { numRuns: 60 },
    );
    assert.ok(seen > 30, `only ${seen} were looked at`);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseAnswer } from '../../src/flow/kinds/index.js';
import { optionsOf } from '../../src/flow/options.js';
import type { Lead } from '../../src/lead/lead.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { settled } from './fakes.js';
import { card, kestrel } from './kestrel.js';
import { staged, type Stage } from './stage.js';

/** Spoken in three languages; what has no translation stays English. */
const spoken: Playbook = {
  ...kestrel,
  texts: {
    de: {
      need: { ask: 'Was möchten Sie lösen?', options: { alarms: 'Wir merken es zu spät', audits: 'Papier' } },
      start: { ask: 'Wann soll es laufen?', options: { quarter: 'Dieses Quartal', year: 'Dieses Jahr' } },
      sites: { ask: 'Wie viele Standorte?' },
      'privacy.consent.newsletter.text': 'Auch der Newsletter.',
    },
    ar: {
      need: { ask: 'ما الذي تريد حله؟', options: { alarms: 'ننتبه متأخرين' } },
      role: { ask: 'كيف يُتخذ القرار؟', options: { decide: 'أنا أقرر' } },
    },
  },
};
const LANGUAGES = ['en', 'de', 'ar'];

type Answers = { readonly [step: string]: string };

const wanted: fc.Arbitrary<Answers> = fc.record({
  need: fc.constantFrom('alarms', 'audits', 'other'),
  need_text: fc.constantFrom('Doors left open.', 'Alarms at night'),
  sites: fc.constantFrom('1', '12', '60', '4800'),
  start: fc.constantFrom('quarter', 'year', 'looking'),
  role: fc.constantFrom('decide', 'recommend', 'research'),
  budget: fc.constantFrom('under200', 'to1000', 'over1000', 'unsure', ''),
  'consent:newsletter': fc.constantFrom('yes', 'no'),
  contact: fc.constantFrom(card(), card({ phone: '+44 20 7946 0999' })),
});

/** What somebody says instead, to come back to it. */
const OTHERS: { readonly [step: string]: readonly string[] } = {
  need: ['alarms', 'audits', 'other', 'support', 'nothing of these'],
  need_text: ['Something', ''],
  sites: ['7', '80', '0', 'many'],
  start: ['quarter', 'looking'],
  role: ['research', 'decide'],
  budget: ['to1000', ''],
  'consent:newsletter': ['yes', 'no', 'perhaps'],
  contact: [card({ name: 'P. Shah' }), card({ email: 'priya' })],
};

type Disturbance = (stage: Stage, pick: number) => Promise<Stage> | Stage;

const pendingIn = ({ view }: Stage): string => view.asking?.step.id ?? view.phase;
const give = (stage: Stage, raw: string): void => {
  const step = stage.view.asking?.step.id;
  if (step === undefined) return;
  if (raw === '' && stage.view.asking?.step.optional) stage.send({ type: 'visitor.skipped', step });
  else stage.answer(step, raw);
};
const other = (step: string, pick: number): string => {
  const choices = OTHERS[step] ?? [];
  return choices[pick % choices.length] ?? '';
};

const DISTURBANCES: { readonly [name: string]: Disturbance } = {
  interrupts: (stage) => {
    const before = pendingIn(stage);
    stage.send({ type: 'visitor.typed', text: 'What does it cost, by the way?' });
    assert.equal(pendingIn(stage), before, 'a question leaves what is pending as it is');
    return stage;
  },
  'answers otherwise': (stage, pick) => {
    give(stage, other(pendingIn(stage), pick));
    return stage;
  },
  corrects: (stage, pick) => {
    const answer = stage.view.answers[pick % Math.max(1, stage.view.answers.length)];
    if (answer) stage.send({ type: 'visitor.corrected', of: answer.n, raw: other(answer.step, pick) });
    return stage;
  },
  reloads: async (stage) => {
    await settled();
    const before = pendingIn(stage);
    const again = await stage.reload();
    await settled();
    if (before !== 'handingOver') assert.equal(pendingIn(again), before, 'a reload asks the same');
    return again;
  },
  'changes the language': async (stage, pick) => {
    await settled();
    const before = pendingIn(stage);
    const again = await stage.reload({ locale: LANGUAGES[pick % LANGUAGES.length] });
    await settled();
    if (before !== 'handingOver') assert.equal(pendingIn(again), before, 'another language asks the same');
    return again;
  },
};

const disturbances = fc.array(
  fc.record({
    /** After that many answers as wanted. */
    after: fc.nat(3),
    name: fc.constantFrom(...Object.keys(DISTURBANCES)),
    pick: fc.nat(20),
  }),
  { maxLength: 12 },
);

/** Says everything as it is wanted, and mends what was said otherwise before anything is sent. */
const finish = async (stage: Stage, answers: Answers, most = Infinity): Promise<void> => {
  for (let i = 0; i < Math.min(most, 40); i++) {
    if (!stage.view.asking) await settled();
    const { view } = stage;
    const step = view.asking?.step;
    const wrong =
      most === Infinity ? view.answers.find((answer) => !says(stage, answer.n, answers)) : undefined;
    if (wrong) {
      stage.send({ type: 'visitor.corrected', of: wrong.n, raw: answers[wrong.step] ?? '' });
    } else if (step) give(stage, answers[step.id] ?? '');
    else if (view.phase === 'reviewing') stage.send({ type: 'visitor.submitted' });
    else return;
  }
};

/** Whether an answer says what is wanted. */
const says = ({ conversation }: Stage, n: number, answers: Answers): boolean => {
  const { view, playbook, locale } = conversation;
  const given = view.answers.find((answer) => answer.n === n);
  const raw = answers[given?.step ?? ''] ?? '';
  if (given?.step.startsWith('consent:')) return given.value === (raw === 'yes');
  const step = playbook.steps.find(({ id }) => id === given?.step);
  if (!given || !step || raw === '') return given?.value === null;
  const parsed = parseAnswer(
    step,
    raw,
    optionsOf(step, () => undefined),
    locale,
  );
  return parsed.ok && JSON.stringify(parsed.value) === JSON.stringify(given.value);
};

/**
 * What both leads must agree on: who, everything answered in its order and in the same words, verdict with
 * reasons, points and slots, products, owner, consents, next step. Left out, because the detours are in it by
 * right: ids, numbers of entries and revisions, times and what is reckoned from them, the log itself, questions that
 * were typed in between, that an answer once said something else, and the language in which consent and notice
 * were shown when they were.
 */
const meaning = (lead: Lead | undefined) => {
  const slots = lead?.qualification?.slots.map(({ evidence: _evidence, ...slot }) => slot);
  const reasons = lead?.qualification?.reasons.map(({ evidence: _evidence, ...reason }) => reason);
  return {
    locale: lead?.locale,
    playbook: lead?.playbook,
    contact: lead?.contact,
    qualification: { ...lead?.qualification, slots, reasons },
    answers: lead?.answers?.map(({ step, kind, question, value, label, source }) => ({
      step,
      kind,
      question,
      value,
      label,
      source,
    })),
    recommendations: lead?.recommendations,
    nextStep: lead?.nextStep?.offer,
    routing: { ...lead?.routing, dueAt: undefined },
    consents: lead?.consents.map(({ purpose, granted, version, control }) => ({
      purpose,
      granted,
      version,
      control,
    })),
    attribution: lead?.attribution,
  };
};

describe('a conversation with detours', () => {
  it('asks the pending question again and ends in the same lead as one without', async () => {
    await fc.assert(
      fc.asyncProperty(
        wanted,
        disturbances,
        fc.constantFrom(...LANGUAGES),
        async (answers, detours, language) => {
          let stage = await staged({ playbook: spoken });
          for (const { after, name, pick } of detours) {
            await finish(stage, answers, after);
            stage = (await DISTURBANCES[name]?.(stage, pick)) ?? stage;
            assert.notEqual(stage.view.phase, 'broken');
          }
          await settled();
          stage = await stage.reload({ locale: language });
          await finish(stage, answers);
          // What was sent meanwhile is said once more in the language spoken at the end.
          if (stage.handover.leads.at(-1)?.locale !== language) {
            stage.send({ type: 'visitor.typed', text: 'One more thing, when can you start?' });
            await settled();
          }

          const straight = await staged({ playbook: spoken, locale: language });
          await finish(straight, answers);
          assert.equal(stage.view.phase, 'ended');
          assert.equal(straight.handover.leads.length, 1);
          assert.equal(new Set(stage.handover.leads.map(({ id }) => id)).size, 1, 'one lead');
          assert.deepEqual(meaning(stage.handover.leads.at(-1)), meaning(straight.handover.leads[0]));
        },
      ),
      { numRuns: Number(process.env['DETOURS'] ?? 1_000) },
    );
  });
});

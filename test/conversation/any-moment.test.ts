import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ConversationEvent } from '../../src/conversation/contract.js';
import { card, hot } from './kestrel.js';
import { seen } from './seen.js';
import { settled } from './fakes.js';
import { staged, type Stage } from './stage.js';

type Doing = (stage: Stage, raw: string, pick: number) => readonly ConversationEvent[];

const pending = ({ view }: Stage): string => view.asking?.step.id ?? '';
const answer = (step: string, raw: string): ConversationEvent => ({ type: 'visitor.answered', step, raw });
const given = ({ view: { answers } }: Stage, pick: number) => answers[pick % Math.max(1, answers.length)];
const fitting = (stage: Stage, raw: string) => answer(pending(stage), hot[pending(stage)] ?? raw);
const OFFERS = ['callback', 'demo', 'summary', 'guide'];

const DOINGS: { readonly [name: string]: Doing } = {
  'answers as it should': (stage, raw) => [fitting(stage, raw)],
  'answers anything': (stage, raw) => [answer(pending(stage), raw)],
  'clicks twice': (stage, raw) => [fitting(stage, raw), fitting(stage, raw)],
  'answers an old question': (stage, raw, pick) => [answer(given(stage, pick)?.step ?? 'need', raw)],
  corrects: (stage, raw, pick) => [{ type: 'visitor.corrected', of: given(stage, pick)?.n ?? pick, raw }],
  asks: (_stage, raw) => [{ type: 'visitor.typed', text: `${raw}?` }],
  types: (_stage, raw) => [{ type: 'visitor.typed', text: raw }],
  skips: (stage) => [{ type: 'visitor.skipped', step: pending(stage) }],
  chooses: (_stage, _raw, pick) => [{ type: 'visitor.chose', offer: OFFERS[pick % OFFERS.length] ?? '' }],
  'calls it off': () => [{ type: 'visitor.cancelled' }],
  'changes a consent': (_stage, _raw, pick) => [
    { type: 'visitor.consented', purpose: 'newsletter', granted: pick % 2 === 0 },
  ],
  sends: () => [{ type: 'visitor.submitted' }, { type: 'visitor.submitted' }],
  'asks to try again': () => [{ type: 'visitor.retried' }],
  'starts over': () => [{ type: 'visitor.restarted' }],
  'takes it back': () => [{ type: 'visitor.withdrew' }],
};
const RAWS = ['alarms', 'other', 'support', 'quarter', '3', '60', '-1', 'yes', 'no', '', card(), '{}'];

const script = fc.array(
  fc.record({
    doing: fc.oneof(
      { weight: 1, arbitrary: fc.constant('answers as it should') },
      { weight: 2, arbitrary: fc.constantFrom(...Object.keys(DOINGS)) },
    ),
    raw: fc.constantFrom(...RAWS),
    pick: fc.nat(12),
    reload: fc.boolean(),
  }),
  { maxLength: 25 },
);
/** Most of the time far enough along for sending, choosing and correcting afterwards. */
const begins = fc.constantFrom('sites', 'budget', 'contact', undefined, undefined);

describe('at any moment of any conversation', () => {
  it('a reload shows the same, what is kept is what is seen, and nothing is committed twice', async () => {
    await fc.assert(
      fc.asyncProperty(begins, script, fc.boolean(), async (until, doings, updates) => {
        let stage = await staged({ updates });
        stage.answerAll(hot, until);
        await settled();
        for (const { doing, raw, pick, reload } of doings) {
          for (const event of DOINGS[doing]?.(stage, raw, pick) ?? []) stage.send(event);
          await settled();
          assert.notEqual(stage.view.phase, 'broken');
          if (stage.kept.length === 0) continue;
          assert.deepEqual(stage.kept, stage.view.fold.log);
          if (!reload) continue;
          const before = seen(stage.view);
          stage = await stage.reload();
          await settled();
          assert.deepEqual(seen(stage.view), before);
        }
        for (const id of new Set(stage.handover.leads.map((lead) => lead.id))) {
          const revisions = stage.handover.leads.filter((lead) => lead.id === id);
          assert.deepEqual(
            revisions.map(({ revision }) => revision),
            revisions.map((_, i) => i + 1),
          );
        }
        for (const [i, { nextStep, phase }] of stage.handover.leads.entries()) {
          const hold = !updates && phase !== 'withdrawn' && nextStep === undefined;
          assert.equal(stage.handover.holds[i], hold);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('two tabs with one conversation never mix their logs, and the one that acts last is what is kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        script,
        fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
        async (doings, turns) => {
          const first = await staged();
          const { store, handover, time } = first;
          const tabs = [first, await staged({ store, handover, time })] as const;
          for (const [i, { doing, raw, pick }] of doings.entries()) {
            const tab = tabs[turns[i] ? 1 : 0];
            for (const event of DOINGS[doing]?.(tab, raw, pick) ?? []) tab.send(event);
            await settled();
            assert.notEqual(tab.view.phase, 'broken');
            assert.deepEqual(
              tab.kept.map(({ n }) => n),
              tab.kept.map((_, at) => at + 1),
            );
            // A question is always taken, so from then on this tab has heard of what the other one did.
            if (doing !== 'asks' || tab.kept.length === 0 || tab.view.fold.submitted) continue;
            assert.deepEqual(tab.kept, tab.view.fold.log);
          }
          const keys = handover.leads.map(({ key }) => key);
          assert.equal(new Set(keys).size, keys.length);
        },
      ),
      { numRuns: 50 },
    );
  });
});

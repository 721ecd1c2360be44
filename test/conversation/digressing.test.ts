import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Lead } from '../../src/lead/lead.js';
import { answering, halfSure, lines, talked, types } from './answers.js';
import { hot } from './kestrel.js';
import type { Stage, StageOptions } from './stage.js';

/** What may come between a question and its answer. */
type Interruption =
  'asks' | 'asks what nobody knows' | 'objects' | 'greets' | 'corrects' | 'reloads' | 'judges';

/** Everything that follows of an objection by taps, until the question is back; `pick` decides which. */
const talkedOut = async (stage: Stage, pick: number): Promise<void> => {
  for (let taps = 0; stage.view.asking?.step.id.startsWith('aside:'); taps++) {
    assert.ok(taps < 8, 'It comes to an end.');
    const { step, options } = stage.view.asking;
    stage.answer(step.id, options[(pick + taps) % options.length]?.value ?? '');
    await stage.settled();
  }
};

const interrupt = async (stage: Stage, what: Interruption, pick: number): Promise<Stage> => {
  const typed = {
    asks: ['What if the Wi-Fi is down?', 'How long does installation take?'],
    'asks what nobody knows': ['Are you listed on the stock exchange?', 'Who is your favourite poet?'],
    greets: ['Hello', 'Thank you', 'Good morning', 'Can I talk to a person?'],
    objects: ['too expensive', 'that takes too long', 'not interested', 'we have no budget'],
  };
  switch (what) {
    case 'corrects': {
      const sites = stage.view.answers.find(({ step }) => step === 'sites');
      if (!sites) return stage;
      stage.send({ type: 'visitor.corrected', of: sites.n, raw: '7' });
      stage.send({ type: 'visitor.corrected', of: sites.n, raw: '12' });
      break;
    }
    case 'judges': {
      const asked = stage.view.fold.log.findLast(({ type }) => type === 'questioned');
      stage.send({ type: 'visitor.judged', of: asked?.n ?? 0, helpful: pick % 2 === 0 });
      break;
    }
    case 'reloads':
      return stage.reload();
    default: {
      const texts = typed[what];
      await types(stage, texts[pick % texts.length] ?? '');
    }
  }
  await stage.settled();
  return stage;
};

/** What the interruptions leave no trace in. */
const calm = (lead: Lead) => ({
  contact: lead.contact,
  answers: lead.answers?.map(({ step, value, label, changed }) => ({ step, value, label, changed })),
  verdict: lead.qualification?.verdict,
  score: lead.qualification?.score,
  slots: lead.qualification?.slots.map(({ evidence: _, ...slot }) => slot),
  recommendations: lead.recommendations,
  owner: lead.routing?.owner,
  consents: lead.consents.map(({ at: _, ...consent }) => consent),
});

const leadFrom = (stage: Stage): Lead => {
  const lead = stage.handover.leads.at(-1);
  assert.ok(lead, 'There is a lead.');
  return lead;
};

/** Answers one question after the other, with interruptions before each. */
const led = async (
  options: StageOptions,
  interruptions: readonly { readonly what: Interruption; readonly pick: number; readonly before: number }[],
): Promise<{ readonly stage: Stage; readonly asked: string[] }> => {
  let stage = await talked(options);
  const asked: string[] = [];
  for (let place = 0; stage.view.asking && place < 20; place++) {
    const { id } = stage.view.asking.step;
    const question = stage.view.asking.question;
    asked.push(id);
    for (const { what, pick, before } of interruptions) {
      if (before !== place) continue;
      stage = await interrupt(stage, what, pick);
      if (pick % 3 !== 0) await talkedOut(stage, pick);
    }
    await talkedOut(stage, 0);
    // The pending question is reached again, and it is the last thing that was said.
    assert.equal(stage.view.asking?.step.id, id);
    const last = lines(stage.view).at(-1);
    assert.equal(last, question);
    stage.answer(id, hot[id] ?? '');
    await stage.settled();
  }
  await stage.settled();
  return { stage, asked };
};

const someInterruptions = fc.array(
  fc.record({
    what: fc.constantFrom<Interruption>(
      'asks',
      'asks what nobody knows',
      'objects',
      'greets',
      'corrects',
      'reloads',
      'judges',
    ),
    pick: fc.nat(11),
    before: fc.nat(6),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('in 1,000 random orders of questions, objections, corrections and reloads', () => {
  it('a pending question is always reached again, and the lead is that of a calm run plus their record', async () => {
    const quiet = await led({}, []);
    const expected = calm(leadFrom(quiet.stage));
    await fc.assert(
      fc.asyncProperty(someInterruptions, fc.boolean(), async (interruptions, isHalfSure) => {
        const { stage, asked } = await led(isHalfSure ? { asides: halfSure } : {}, interruptions);
        assert.deepEqual(asked, quiet.asked);
        const lead = leadFrom(stage);
        assert.deepEqual(calm(lead), expected);
        const { log } = stage.view.fold;
        assert.equal(lead.objections?.length ?? 0, log.filter((entry) => entry.type === 'objected').length);
        const answeredBack = log.filter((entry) => entry.type === 'questioned' && entry.meant).length;
        const typed = log.filter((entry) => entry.type === 'questioned').length;
        const kept = lead.questions?.length ?? 0;
        assert.ok(kept <= typed && kept >= typed - answeredBack);
        for (const objection of lead.objections ?? [])
          assert.ok(answering.objections?.some(({ id }) => id === objection.objection));
      }),
      { numRuns: 1_000 },
    );
  });
});

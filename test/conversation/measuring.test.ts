import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ConversationFact } from '../../src/conversation/contract.js';
import { createMeasuring } from '../../src/conversation/measuring.js';
import { createTally } from '../../src/conversation/tally.js';
import type { Measure } from '../../src/formats/measure.js';
import { hot, kestrel } from './kestrel.js';
import { staged, type Stage } from './stage.js';

/** One line a measure: its word, then what it says. */
const words = (measures: readonly Measure[]): readonly string[] =>
  measures.map(({ is, ...said }) => [is, ...Object.values(said)].join(' '));

/** Measures a stage from now on, and what it told before. */
const measured = (stage: Stage) => {
  const found: Measure[] = [];
  const told = stage.facts.slice();
  const measuring = createMeasuring({ view: () => stage.view, told });
  const hear = (fact: ConversationFact) => void found.push(...measuring.heard(fact));
  told.forEach(hear);
  stage.conversation.onFact(hear);
  return {
    measuring,
    /** Everything measured since it was asked for last. */
    take: () => words(found.splice(0)),
    open: (byVisitor = true) => void found.push(...measuring.opened(byVisitor)),
    leave: () => void found.push(...measuring.left()),
  };
};

describe('measuring a chat', () => {
  it('tells a whole conversation once, in order', async () => {
    const stage = await staged();
    const { take, open, leave } = measured(stage);
    open();
    open(false);
    assert.deepEqual(take(), ['asked need', 'opened true']);
    stage.answer('need', 'alarms');
    assert.deepEqual(take(), ['started', 'answered need choice', 'asked sites']);
    stage.send({ type: 'visitor.typed', text: 'Do I need an electrician?' });
    stage.answer('sites', 'many');
    assert.deepEqual(take(), ['question false']);
    stage.answerAll(hot, 'contact');
    leave();
    leave();
    assert.deepEqual(take(), [
      ...['answered sites number', 'asked start', 'answered start choice', 'asked role'],
      ...['answered role choice', 'asked budget', 'answered budget choice'],
      ...['asked consent:newsletter', 'answered consent:newsletter consent', 'asked contact', 'left contact'],
    ]);
    stage.answerAll();
    await stage.settled();
    const [answered, contact, handedOver, ...others] = take();
    assert.deepEqual([answered, contact], ['answered contact contact', 'contact contact']);
    assert.match(handedOver ?? '', /^handed_over qualified hot \w/);
    assert.deepEqual(others, []);
    leave();
    stage.send({ type: 'visitor.chose', offer: 'callback' });
    stage.send({ type: 'visitor.cancelled' });
    assert.deepEqual(take(), ['chosen callback']);
  });

  it('holds that whoever talks has it open', async () => {
    const stage = await staged();
    const { take, open } = measured(stage);
    stage.answer('need', 'alarms');
    open();
    assert.deepEqual(take().slice(0, 3), ['asked need', 'opened true', 'started']);
  });

  it('counts no step twice, however often it is asked or changed', async () => {
    const stage = await staged();
    const { take } = measured(stage);
    stage.answer('need', 'alarms');
    stage.answer('sites', '12');
    take();
    const of = stage.view.fold.answers.get('need')?.n ?? 0;
    stage.send({ type: 'visitor.corrected', of, raw: 'other' });
    assert.deepEqual(take(), ['asked need_text']);
    stage.answer('need_text', 'The auditor wants paper');
    assert.deepEqual(take(), ['answered need_text longText']);
  });

  it('goes on after a reload where it was, and tells nothing again', async () => {
    const stage = await staged();
    measured(stage).open();
    stage.answer('need', 'alarms');
    const second = await stage.reload();
    const { take, open, leave } = measured(second);
    open();
    leave();
    assert.deepEqual(take(), []);
    second.answer('sites', '12');
    leave();
    assert.deepEqual(take(), ['answered sites number', 'asked start', 'left start']);
  });

  it('leaves out what was answered before, also when more was answered before it was loaded', async () => {
    const stage = await staged();
    stage.answer('need', 'alarms');
    const second = await stage.reload();
    second.answer('sites', '12');
    assert.deepEqual(measured(second).take(), ['answered sites number', 'asked start']);
  });

  it('begins anew when the visitor starts over', async () => {
    const stage = await staged();
    const { take } = measured(stage);
    stage.answer('need', 'alarms');
    take();
    stage.time.pass(5_000);
    stage.send({ type: 'visitor.restarted' });
    stage.answer('need', 'audits');
    assert.deepEqual(take(), [
      ...['asked need', 'opened true', 'started', 'answered need choice', 'asked sites'],
    ]);
  });

  it('takes over what another tab did without counting it', async () => {
    const stage = await staged();
    const other = await staged({ store: stage.store });
    const { take } = measured(other);
    take();
    stage.answer('need', 'alarms');
    stage.answer('sites', '12');
    await stage.settled();
    other.answer('need', 'alarms');
    await other.settled();
    take();
    other.answer('start', 'quarter');
    assert.deepEqual(take(), ['answered start choice', 'asked role']);
  });

  it('knows the first question also where the page is left before facts are told', async () => {
    const stage = await staged();
    const measuring = createMeasuring({ view: () => stage.view, told: [] });
    assert.deepEqual(words(measuring.left()), ['asked need']);
    assert.deepEqual(words(stage.facts.flatMap((fact) => measuring.heard(fact))), []);
  });

  it('measures no skipped card as contact details, and tells of the step that asked for a consent', async () => {
    const stage = await staged({
      playbook: {
        ...kestrel,
        steps: [
          { id: 'agree', ask: 'May we write to you?', kind: 'consent', purpose: 'newsletter' },
          { id: 'mail', ask: 'Your address?', kind: 'email', optional: true },
          ...kestrel.steps,
        ],
      },
    });
    const { take } = measured(stage);
    stage.answer('agree', 'yes');
    stage.send({ type: 'visitor.skipped', step: 'mail' });
    assert.deepEqual(take().slice(3, 6), ['answered agree consent', 'asked mail', 'answered mail email']);
  });

  it('measures what a machine seems to have sent as suspect', async () => {
    const suspects = async (passMs: number, decoyFilled: boolean) => {
      const stage = await staged();
      for (const [step, raw] of Object.entries(hot)) {
        stage.time.pass(passMs);
        stage.conversation.send({ type: 'visitor.answered', step, raw, decoyFilled });
      }
      await stage.settled();
      return stage.facts.flatMap((fact) => (fact.type === 'submit' ? [fact.suspect === true] : []));
    };
    assert.deepEqual(await suspects(10_000, false), [false]);
    assert.deepEqual(await suspects(10_000, true), [true]);
    assert.deepEqual(await suspects(10, false), [true]);
  });
});

describe('the tally', () => {
  const added = (measures: readonly Measure[]) => {
    const tally = createTally();
    for (const measure of measures) tally.add(measure);
    return tally;
  };

  it('adds up and hands everything out once', () => {
    const tally = added([
      { is: 'asked', step: 'need' },
      { is: 'opened', byVisitor: true },
      { is: 'started' },
      { is: 'answered', step: 'need', kind: 'choice' },
      { is: 'asked', step: 'sites' },
    ]);
    assert.deepEqual(tally.take(), {
      opened: 1,
      started: 1,
      steps: { need: { asked: 1, answered: 1 }, sites: { asked: 1 } },
    });
    assert.equal(tally.take(), null);
    tally.add({ is: 'handed_over', verdict: 'qualified', band: 'hot' });
    assert.deepEqual(tally.take(), { finished: 1 });
  });

  it('has nothing to send before the visitor opened it or said something', () => {
    const tally = added([{ is: 'shown' }, { is: 'asked', step: 'need' }, { is: 'opened', byVisitor: false }]);
    assert.equal(tally.take(), null);
    tally.add({ is: 'started' });
    assert.deepEqual(tally.take(), { opened: 1, started: 1, steps: { need: { asked: 1 } } });
  });

  it('sends what is answered on a page where nobody opened anything, as it was open already', () => {
    const tally = added([{ is: 'answered', step: 'contact', kind: 'contact' }]);
    assert.deepEqual(tally.take(), { steps: { contact: { answered: 1 } } });
  });

  it('has nothing to send for what is not counted', () => {
    const tally = added([{ is: 'opened', byVisitor: true }]);
    tally.take();
    tally.add({ is: 'left', step: 'need' });
    tally.add({ is: 'question', known: true });
    assert.equal(tally.take(), null);
  });

  it('loses nothing, whenever it is taken', () => {
    const measure = fc.constantFrom<Measure>(
      { is: 'opened', byVisitor: true },
      { is: 'started' },
      { is: 'asked', step: 'need' },
      { is: 'answered', step: 'need', kind: 'choice' },
      { is: 'handed_over', verdict: 'nurture', band: 'cold' },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(measure, fc.constant(null)), { maxLength: 40 }), (acts) => {
        const tally = createTally();
        tally.add({ is: 'opened', byVisitor: true });
        const taken: ReturnType<typeof tally.take>[] = [];
        for (const act of acts) {
          if (act) tally.add(act);
          else taken.push(tally.take());
        }
        taken.push(tally.take());
        const total = (number: (counts: NonNullable<ReturnType<typeof tally.take>>) => number | undefined) =>
          taken.reduce((sum, counts) => sum + ((counts && number(counts)) ?? 0), 0);
        const there = (is: Measure['is']) => acts.filter((act) => act?.is === is).length;
        assert.equal(
          total(({ opened }) => opened),
          there('opened') + 1,
        );
        assert.equal(
          total(({ started }) => started),
          there('started'),
        );
        assert.equal(
          total(({ finished }) => finished),
          there('handed_over'),
        );
        assert.equal(
          total(({ steps }) => steps?.['need']?.asked),
          there('asked'),
        );
        assert.equal(
          total(({ steps }) => steps?.['need']?.answered),
          there('answered'),
        );
      }),
    );
  });
});

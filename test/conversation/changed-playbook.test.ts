import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Option, Playbook, Step } from '../../src/playbook/schema.js';
import { settled } from './fakes.js';
import { card, hot, kestrel } from './kestrel.js';
import { KEY, staged } from './stage.js';

type Edit = (playbook: Playbook) => Playbook;

const step =
  (id: string, change: (step: Step) => Partial<Step>): Edit =>
  (playbook) => ({
    ...playbook,
    steps: playbook.steps.map((one) => (one.id === id ? { ...one, ...change(one) } : one)),
  });
const option = (id: string, value: string, change: (option: Option) => readonly Option[]): Edit =>
  step(id, ({ options = [] }) => ({
    options: (options as readonly Option[]).flatMap((one) => (one.value === value ? change(one) : [one])),
  }));
const insert =
  (before: string, added: Step): Edit =>
  (playbook) => ({
    ...playbook,
    steps: playbook.steps.flatMap((one) => (one.id === before ? [added, one] : [one])),
  });
const without =
  (id: string): Edit =>
  (playbook) => ({ ...playbook, steps: playbook.steps.filter((one) => one.id !== id) });
const privacy =
  (change: Partial<NonNullable<Playbook['privacy']>>): Edit =>
  (playbook) => ({ ...playbook, privacy: { ...playbook.privacy, ...change } });
const both =
  (...edits: readonly Edit[]): Edit =>
  (playbook) =>
    edits.reduce((edited, edit) => edit(edited), playbook);

const letter = { purpose: 'newsletter', text: 'Also send me the monthly newsletter.', version: '1' };
const heads: Step = { id: 'heads', ask: 'How many people?', kind: 'number' };

interface Row {
  readonly edit: Edit;
  /** Up to where it was answered before; `undefined`: sent. Default: budget. */
  readonly until?: string | undefined;
  /** What is asked now; "end" for nothing. */
  readonly asks: string;
  /** The old answer that is offered. */
  readonly prior?: unknown;
  /** Answers that count at once. */
  readonly counts: string;
  /** What is answered now where the earlier answer would not do. */
  readonly now?: { readonly [step: string]: string };
  /** Earlier answers that count once everything was answered. */
  readonly keeps: string;
  /** Whether the visitor is told. */
  readonly tells: boolean;
  readonly phase?: string;
}

const ALL = 'need sites start role';
const DONE = `${ALL} budget consent:newsletter contact`;
const same = { asks: 'budget', counts: ALL, keeps: ALL, tells: false } as const;
const sentBefore = { until: undefined, asks: 'end', counts: DONE, keeps: DONE, tells: false } as const;
const atContact = { until: 'contact', asks: 'contact', tells: false } as const;
const BEFORE_CONTACT = `${ALL} budget consent:newsletter`;

const rows: { readonly [name: string]: Row } = {
  'only its version': { edit: (playbook) => ({ ...playbook, version: '2027-01-01' }), ...same },
  'only the greeting': { edit: (playbook) => ({ ...playbook, welcome: { say: 'Good day.' } }), ...same },
  'a question in other words': { edit: step('sites', () => ({ ask: 'How many places?' })), ...same },
  'the pending question in other words': { edit: step('budget', () => ({ ask: 'Budget?' })), ...same },
  'a chosen option with another label': {
    edit: option('start', 'quarter', (one) => [{ ...one, label: 'Right away' }]),
    ...same,
  },
  'an option more': {
    edit: option('start', 'year', (one) => [one, { value: 'later', label: 'Later' }]),
    ...same,
  },
  'an option less that nobody chose': { edit: option('start', 'looking', () => []), ...same },
  'the chosen option less': {
    edit: option('start', 'quarter', () => []),
    now: { start: 'year' },
    asks: 'start',
    prior: 'quarter',
    counts: 'need sites',
    keeps: 'need sites role',
    tells: true,
  },
  'the chosen option with another value': {
    edit: option('start', 'quarter', (one) => [{ ...one, value: 'q1' }]),
    now: { start: 'q1' },
    asks: 'start',
    prior: 'quarter',
    counts: 'need sites',
    keeps: 'need sites role',
    tells: true,
  },
  'a step with another name': {
    edit: both(
      step('sites', () => ({ id: 'places' })),
      step('need', () => ({ next: 'places' })),
    ),
    asks: 'places',
    counts: 'need',
    keeps: 'need start role',
    tells: true,
  },
  'a step less': {
    edit: without('start'),
    asks: 'budget',
    counts: 'need sites role',
    keeps: 'need sites role',
    tells: true,
  },
  'the pending step less': { edit: without('budget'), ...same, asks: 'consent:newsletter' },
  'two steps the other way round': {
    edit: both(without('start'), insert('budget', kestrel.steps[3] as Step)),
    ...same,
    counts: 'need sites role start',
    keeps: 'need sites role start',
  },
  'a step more before what was answered': {
    edit: insert('start', heads),
    asks: 'heads',
    counts: 'need sites',
    keeps: ALL,
    tells: true,
  },
  'a step more where the visitor is': { edit: insert('budget', heads), ...same, asks: 'heads' },
  'a step more further on': { edit: insert('fit', heads), ...same },
  'another kind that takes the answer': { edit: step('need', () => ({ kind: 'choice' })), ...same },
  'another kind that does not': {
    edit: step('sites', () => ({ kind: 'yesNo' })),
    now: { sites: 'yes' },
    asks: 'sites',
    prior: 12,
    counts: 'need',
    keeps: 'need start role',
    tells: true,
  },
  'a number that must be smaller': {
    edit: step('sites', () => ({ max: 5 })),
    now: { sites: '3' },
    asks: 'sites',
    prior: 12,
    counts: 'need',
    keeps: 'need start role',
    tells: true,
  },
  'bounds that still hold': { edit: step('sites', () => ({ min: 5, max: 50 })), ...same },
  'another way from a chosen option': {
    edit: option('need', 'alarms', (one) => [{ ...one, go: 'start' }]),
    asks: 'budget',
    counts: 'need start role',
    keeps: 'need start role',
    tells: true,
  },
  'another way from an option nobody chose': {
    edit: option('need', 'audits', (one) => [{ ...one, go: 'start' }]),
    ...same,
  },
  'a way to nowhere': {
    edit: step('start', () => ({ next: 'gone' })),
    asks: 'consent:newsletter',
    counts: 'need sites start',
    keeps: 'need sites start',
    tells: true,
  },
  'a way back': {
    edit: step('sites', () => ({ next: [{ when: { need: 'alarms' }, go: 'need' }] })),
    now: { need: 'audits' },
    asks: 'need',
    counts: 'need sites',
    keeps: 'start role',
    tells: true,
  },
  'a circle without a question': {
    edit: both(insert('start', { id: 'words', say: 'So.', next: 'words' }), without('fit')),
    asks: 'consent:newsletter',
    counts: 'need sites',
    keeps: 'need sites',
    tells: true,
  },
  'a consent more': {
    edit: privacy({ consent: [letter, { purpose: 'calls', text: 'May we call?', version: '1' }] }),
    ...atContact,
    asks: 'consent:calls',
    counts: BEFORE_CONTACT,
    keeps: BEFORE_CONTACT,
  },
  'a consent less': {
    edit: privacy({ consent: [] }),
    ...atContact,
    counts: `${ALL} budget`,
    keeps: `${ALL} budget`,
  },
  'another wording of a consent that was refused': {
    edit: privacy({ consent: [{ ...letter, text: 'News?', version: '2' }] }),
    ...atContact,
    counts: BEFORE_CONTACT,
    keeps: BEFORE_CONTACT,
  },
  'another language': {
    edit: (playbook) => ({ ...playbook, language: 'de', texts: {} }),
    ...same,
  },
  'a field of the card more, after sending': {
    edit: step('contact', () => ({ fields: ['name', 'email', 'company', 'role'] })),
    until: undefined,
    asks: 'contact',
    prior: JSON.parse(card()),
    counts: BEFORE_CONTACT,
    keeps: BEFORE_CONTACT,
    tells: true,
  },
  'a field of the card less, after sending': {
    edit: step('contact', () => ({ fields: ['name', 'email'] })),
    ...sentBefore,
  },
  'a question more, after sending': {
    edit: insert('fit', heads),
    until: undefined,
    asks: 'heads',
    counts: `${ALL} budget`,
    keeps: DONE,
    tells: true,
  },
  'an offer less in the ending, after sending': {
    edit: (playbook) => ({
      ...playbook,
      endings: { ...playbook.endings, qualified: { say: 'Thanks.' } },
    }),
    ...sentBefore,
  },
  'a product less': { edit: (playbook) => ({ ...playbook, products: [] }), ...same },
  'another destination, after sending': {
    edit: (playbook) => ({ ...playbook, delivery: { to: 'zapier', url: 'https://hooks.example/1' } }),
    ...sentBefore,
  },
  'another notice': { edit: privacy({ notice: 'We answer you.' }), ...same },
  'other points and verdicts': {
    edit: (playbook) => ({ ...playbook, qualification: { verdicts: [{ is: 'nurture', because: 'New' }] } }),
    ...same,
  },
  'all steps': {
    edit: (playbook) => ({ ...playbook, steps: [heads, kestrel.steps.at(-1) as Step] }),
    asks: 'heads',
    counts: '',
    keeps: '',
    tells: true,
  },
  'no steps at all': {
    edit: (playbook) => ({ ...playbook, steps: [] }),
    asks: 'end',
    counts: '',
    keeps: '',
    tells: false,
    phase: 'broken',
  },
};

const answers = {
  ...hot,
  places: '3',
  heads: '4',
  'consent:calls': 'yes',
  contact: card({ role: 'Head of quality' }),
};

describe('a playbook that was changed under a kept conversation', () => {
  for (const [name, row] of Object.entries(rows)) {
    it(name, async () => {
      const before = await staged();
      before.answerAll(hot, 'until' in row ? row.until : 'budget');
      await settled();
      const given = new Map(before.view.answers.map(({ step: id, n }) => [id, n]));

      const now = await before.reload({ playbook: row.edit(kestrel) });
      await settled();
      const { view } = now;
      assert.equal(view.resumed, 'changed');
      assert.equal(view.questionsChanged, row.tells, 'told');
      assert.equal(view.asking?.step.id ?? 'end', row.asks);
      assert.deepEqual(view.asking?.prior ?? undefined, row.prior);
      assert.equal(view.answers.map((answer) => answer.step).join(' '), row.counts);
      if (row.phase) return assert.equal(view.phase, row.phase);

      now.answerAll({ ...answers, ...row.now });
      await settled();
      const same = now.view.answers.filter((answer) => given.get(answer.step) === answer.n);
      assert.equal(same.map((answer) => answer.step).join(' '), row.keeps);
      assert.equal(now.view.questionsChanged, false, 'told once');
      assert.notEqual(now.view.phase, 'asking');
    });
  }

  it('with another id is another conversation, and the earlier one stays kept', async () => {
    const before = await staged();
    before.answerAll(hot, 'budget');
    const now = await before.reload({ playbook: { ...kestrel, id: 'other' }, key: 'warmlead:other:' });
    assert.equal(now.view.resumed, 'no');
    assert.equal(now.view.asking?.step.id, 'need');
    assert.equal(now.store.kept.has(KEY), true);
  });

  it('with another wording of a consent that was given asks for it again', async () => {
    const before = await staged();
    before.answerAll({ ...hot, 'consent:newsletter': 'yes' }, 'contact');
    const consent = [{ ...letter, text: 'Monthly news by e-mail?', version: '2' }];
    const now = await before.reload({ playbook: privacy({ consent })(kestrel) });
    assert.equal(now.view.asking?.step.id, 'consent:newsletter');
    assert.equal(now.view.questionsChanged, true);
    now.answerAll({ ...hot, 'consent:newsletter': 'yes' });
    await settled();
    const [consented] = now.handover.leads[0]?.consents ?? [];
    assert.deepEqual([consented?.text, consented?.version], ['Monthly news by e-mail?', '2']);
  });

  it('that changes what a correction said asks for that again', async () => {
    const before = await staged();
    before.answerAll(hot, 'budget');
    before.send({ type: 'visitor.corrected', of: before.view.answers[1]?.n ?? 0, raw: '60' });
    const now = await before.reload({ playbook: step('sites', () => ({ max: 50 }))(kestrel) });
    assert.equal(now.view.asking?.step.id, 'sites');
    assert.equal(now.view.asking?.prior, 60);
    assert.equal(now.view.questionsChanged, true);
  });

  it('tells nothing where an answer had stopped counting before', async () => {
    const before = await staged();
    before.answerAll({ ...hot, need: 'other', need_text: 'Alarms.' }, 'budget');
    before.send({ type: 'visitor.corrected', of: before.view.answers[0]?.n ?? 0, raw: 'alarms' });
    const now = await before.reload({ playbook: { ...kestrel, version: '2' } });
    assert.equal(now.view.questionsChanged, false);
    assert.equal(now.view.asking?.step.id, 'budget');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { advance, fold } from '../../src/flow/fold.js';
import { stamped } from '../../src/flow/log.js';
import type { FoldState } from '../../src/flow/state.js';
import { buildLead, type LeadRequest } from '../../src/lead/build-lead.js';
import { router } from '../../src/routing/router.js';
import type { Lead } from '../../src/lead/lead.js';
import { leadSchema } from '../../src/lead/lead.schema.js';
import { minimise, withheldSteps } from '../../src/lead/minimise.js';
import { serialise, type Json } from '../../src/lead/serialise.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { judge, standingOf } from '../../src/qualification/judge.js';
import { playbookWith } from '../qualification/answered.js';
import { KESTREL, LEAD_ID, SENT_AT } from './kestrel.js';
import { acts, conversationOf } from './random-conversation.js';

const validate = new Ajv2020({ allErrors: true }).compile(leadSchema);
const RUNS = { numRuns: 150 };

/** Texts that quote one another, ways that part, a circle, and consents that cover some of it. */
const WINDING: Playbook = playbookWith(
  [
    { id: 'a', ask: 'A?', kind: 'text', optional: true },
    { id: 'b', ask: ['You said {a}.', 'B?'], options: ['on', { value: 'aside', label: 'Aside', go: 'd' }] },
    { id: 'c', ask: 'C after {b}?', kind: 'longText' },
    { id: 'd', ask: 'D, {contact.name}, after {c}?', kind: 'text' },
    {
      id: 'again',
      ask: 'Again after {d}?',
      kind: 'yesNo',
      next: [{ when: { again: true }, go: 'c' }, { go: 'mail' }],
    },
    { id: 'mail', ask: 'Mail?', kind: 'email', optional: true },
    {
      id: 'score',
      ask: 'Score?',
      options: ['low', 'high'],
      next: [{ when: { score: { atLeast: 10 } }, go: 'end' }, { go: 'contact' }],
    },
    {
      id: 'contact',
      ask: 'Who, {a} or {d}?',
      kind: 'contact',
      fields: ['name', 'email', 'company?', 'country?'],
    },
  ],
  {
    framework: 'CHAMP',
    points: [
      { when: { score: 'high' }, add: 5, because: 'High' },
      { when: { d: { known: true } }, add: 10, because: 'Said d' },
      { when: { arrival: 'ad' }, add: 1, because: 'By an ad' },
    ],
    verdicts: [
      { when: { score: { atLeast: 10 } }, is: 'qualified', band: 'warm', because: 'Enough' },
      { is: 'nurture', because: 'Rest' },
    ],
  },
  {
    privacy: {
      consent: [
        { purpose: 'first', text: 'A and d', version: '1', covers: ['a', 'd'] },
        { purpose: 'second', text: 'B', version: '1', covers: ['b', 'nothing'] },
      ],
    },
    offers: {
      call: { kind: 'callback', label: 'Call me' },
      page: { kind: 'link', label: 'Read', url: '/x' },
    },
    routing: { answerWithin: '2 hours' },
  },
);

const playbooks = fc.constantFrom(KESTREL, WINDING);
const built = (playbook: Playbook, state: FoldState, more: Partial<LeadRequest> = {}): Lead =>
  buildLead({
    router,
    playbook,
    state,
    leadId: LEAD_ID,
    revision: 1,
    phase: 'complete',
    at: SENT_AT,
    signals: { tookMs: 1200, decoyFilled: false },
    ...more,
  });
const everyLead = (test: (lead: Lead, playbook: Playbook, state: FoldState) => void): void =>
  fc.assert(
    fc.property(playbooks, acts, fc.boolean(), (playbook, done, trial) => {
      const state = conversationOf(playbook, done);
      test(built(playbook, state, { test: trial }), playbook, state);
    }),
    RUNS,
  );

describe('every lead', () => {
  it('says exactly what its own log says', () => {
    everyLead((lead, playbook) => {
      const again = fold(playbook, lead.log ?? [], standingOf(playbook));
      assert.deepEqual(judge(playbook, again, lead.decidedAt), lead.qualification);
      assert.deepEqual(again.dead, []);
    });
  });

  it('fits the published schema', () => {
    everyLead((lead) => {
      assert.ok(validate(JSON.parse(JSON.stringify(lead))), JSON.stringify(validate.errors));
    });
  });

  it('is unchanged by JSON, ours and the platform’s', () => {
    everyLead((lead) => {
      const text = serialise(lead as unknown as Json);
      assert.equal(text, JSON.stringify(lead));
      assert.deepEqual(JSON.parse(text), lead);
    });
  });

  it('is frozen all the way down, and leaves the conversation as it was', () => {
    const frozen = (part: unknown): boolean =>
      typeof part !== 'object' ||
      part === null ||
      (Object.isFrozen(part) && Object.values(part).every(frozen));
    everyLead((lead, _, state) => {
      assert.ok(frozen(lead));
      assert.ok(state.log.every((entry) => !Object.isFrozen(entry)));
    });
  });

  it('is the same for the same request', () => {
    everyLead((lead, playbook, state) => {
      const again = fold(playbook, structuredClone(state.log), standingOf(playbook));
      assert.deepEqual(built(playbook, again, { test: lead.test }), lead);
    });
  });
});

describe('what may not be sent', () => {
  /** Every canary of a text, with the step it belongs to. */
  const canaries = (text: string): ReadonlyMap<string, string> =>
    new Map([...text.matchAll(/canary-([a-z_]+)-\d+/g)].map(([found, step = '']) => [found, step]));

  it('is nowhere in the document', () => {
    everyLead((lead, playbook, state) => {
      const withheld = withheldSteps(playbook, state);
      const sent = new Set(lead.log?.map((entry) => entry.n));
      const allowed = canaries(
        JSON.stringify(
          state.log.filter((entry) =>
            'step' in entry ? sent.has(entry.n) : entry.type === 'corrected' && sent.has(entry.of),
          ),
        ),
      );
      for (const [found, step] of canaries(JSON.stringify(lead))) {
        assert.ok(!withheld.has(step), `${found} is covered by a consent that was not granted`);
        assert.ok(allowed.has(found), `${found} belongs to an answer that the walk did not take`);
      }
      for (const entry of lead.log ?? []) assert.ok(!state.dead.includes(entry.n));
      for (const answer of lead.answers ?? []) assert.ok(!withheld.has(answer.step));
    });
  });

  it('is all that is missing', () => {
    everyLead((lead, playbook, state) => {
      const withheld = withheldSteps(playbook, state);
      if ([...withheld].some((step) => state.answers.has(step))) return;
      const stays = (n: number) => state.dead.includes(n);
      const kept = state.log.filter(
        (entry) => !stays(entry.n) && !(entry.type === 'corrected' && stays(entry.of)),
      );
      assert.deepEqual(
        lead.log?.map((entry) => entry.n),
        kept.map((entry) => entry.n),
      );
      assert.deepEqual(
        lead.answers?.map(({ step, n, label }) => ({ step, n, label })),
        [...new Set(state.path)].flatMap((id) => {
          const { step, n, label } = state.answers.get(id) ?? {};
          return n === undefined || withheld.has(id) || kept.find((one) => one.n === n)?.type === 'consented'
            ? []
            : [{ step, n, label }];
        }),
      );
    });
  });

  it('is not found a second time', () => {
    everyLead((lead, playbook) => {
      const state = fold(playbook, lead.log ?? [], standingOf(playbook));
      assert.deepEqual(minimise(playbook, state), lead.log);
    });
  });
});

describe('changing one’s mind', () => {
  it('and changing it back restores the lead', () => {
    fc.assert(
      fc.property(playbooks, acts, fc.nat(), fc.nat(), (playbook, done, which, how) => {
        const state = conversationOf(playbook, done);
        const answers = [...state.answers.values()].filter(({ step, n }) =>
          state.log.some((entry) => entry.n === n && entry.type === 'answered' && entry.step === step),
        );
        const answer = answers[which % Math.max(1, answers.length)];
        const original = state.log.find((entry) => entry.n === answer?.n);
        if (!answer || original?.type !== 'answered' || answer.corrected) return;
        const other = answers[how % answers.length];
        const enter = (from: FoldState, raw: string, value: typeof original.value) =>
          advance(
            playbook,
            from,
            stamped({ type: 'corrected', of: answer.n, raw, value, label: raw }, from.log, SENT_AT),
            standingOf(playbook),
          );
        const there = enter(state, other?.raw ?? '', other?.value ?? null);
        const back = enter(there, original.raw, original.value);
        const { log: _, ...before } = built(playbook, state);
        const { log: __, ...after } = built(playbook, back);
        assert.deepEqual(after, before);
      }),
      RUNS,
    );
  });
});

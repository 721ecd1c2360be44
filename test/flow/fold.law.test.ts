import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { advance, emptyState, fold } from '../../src/flow/fold.js';
import type { LogEntry } from '../../src/flow/log.js';
import type { FoldState } from '../../src/flow/state.js';
import type { Playbook } from '../../src/playbook/schema.js';
import {
  answering,
  atOf,
  logs,
  playbooks,
  standingOf,
  straightPlaybooks,
  wildLogs,
  wildPlaybooks,
} from './arbitrary.js';

const straightPlaybook = () => fc.sample(straightPlaybooks, { numRuns: 1, seed: 1 })[0] as Playbook;
const conversations = playbooks.chain((playbook) => fc.tuple(fc.constant(playbook), logs(playbook)));
const without = ({ n: _n, log: _log, ...rest }: FoldState) => rest;
const plus = (state: FoldState, happening: object): LogEntry =>
  ({ ...happening, n: state.n + 1, at: atOf(state.n + 1) }) as LogEntry;

describe('the laws of the fold', () => {
  it('advancing entry by entry is folding from the start, after every entry', () => {
    fc.assert(
      fc.property(conversations, ([playbook, log]) => {
        let state = emptyState(playbook, standingOf);
        assert.deepEqual(state, fold(playbook, [], standingOf));
        log.forEach((entry, i) => {
          state = advance(playbook, state, entry, standingOf);
          assert.deepEqual(state, fold(playbook, log.slice(0, i + 1), standingOf));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('a consent still to come leaves an unfit answer for a later step of the same name', () => {
    const calls = { id: 'more', kind: 'consent', purpose: 'calls', ask: 'May we call?' } as const;
    const more = { id: 'more', kind: 'choices', ask: 'What else?', options: ['yes', 'no'] } as const;
    const playbook = { ...straightPlaybook(), steps: [calls, more] };
    const log = [
      { type: 'prefilled', step: 'more', value: 'a', source: 'page', asOf: atOf(0), n: 1, at: atOf(1) },
      {
        type: 'consented',
        purpose: 'calls',
        granted: true,
        text: 'May we call?',
        version: '1',
        locale: 'en',
        control: 'button',
        n: 2,
        at: atOf(2),
      },
    ] as const;
    let state = emptyState(playbook, standingOf);
    for (const entry of log) state = advance(playbook, state, entry, standingOf);
    assert.deepEqual(state, fold(playbook, log, standingOf));
    assert.deepEqual(state.position, { at: 'step', step: more, prior: 'a' });
  });

  it('advancing is folding for playbooks and logs of any shape', () => {
    fc.assert(
      fc.property(wildPlaybooks, wildLogs, (playbook, log) => {
        let state = emptyState(playbook);
        for (const entry of log) state = advance(playbook, state, entry);
        assert.deepEqual(state, fold(playbook, log));
      }),
      { numRuns: 500 },
    );
  });

  it('ends with a pending step or at the end, whatever playbook and log it is given', () => {
    fc.assert(
      fc.property(wildPlaybooks, wildLogs, (playbook, log) => {
        const { position, progress, broken } = fold(playbook, log, standingOf);
        assert.ok(position.at === 'end' || typeof position.step.id === 'string');
        assert.ok(progress.shown >= 0 && progress.shown <= 1);
        assert.ok(broken === null || broken.path.length > 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves the states it came from as they were', () => {
    fc.assert(
      fc.property(conversations, ([playbook, log]) => {
        const states = log.reduce(
          (all, entry) => [...all, advance(playbook, all.at(-1) ?? emptyState(playbook), entry)],
          [emptyState(playbook)],
        );
        states.forEach((state, i) => assert.deepEqual(state, fold(playbook, log.slice(0, i))));
      }),
      { numRuns: 100 },
    );
  });

  it('counts an entry once, however often it arrives', () => {
    fc.assert(
      fc.property(conversations, ([playbook, log]) => {
        const once = fold(playbook, log);
        assert.deepEqual(
          fold(
            playbook,
            log.flatMap((entry) => [entry, entry]),
          ),
          once,
        );
        for (const entry of log) assert.equal(advance(playbook, once, entry), once);
      }),
      { numRuns: 100 },
    );
  });

  it('correcting an answer and correcting it back restores the state', () => {
    fc.assert(
      fc.property(conversations, fc.nat(), fc.nat(20), ([playbook, log], which, pick) => {
        const before = fold(playbook, log, standingOf);
        const mendable = [...before.answers.values()].filter(
          (answer) => before.log.find((entry) => entry.n === answer.n)?.type !== 'consented',
        );
        const answer = mendable[which % (mendable.length || 1)];
        fc.pre(answer !== undefined);
        const { n: of, raw, value, label } = answer;
        const other = ['a', 'b', 3, true, null, 'x@y.example'][pick % 6];
        const away = advance(
          playbook,
          before,
          plus(before, { type: 'corrected', of, raw: 'other', value: other }),
        );
        const back = advance(
          playbook,
          away,
          plus(away, { type: 'corrected', of, raw, value, label }),
          standingOf,
        );
        assert.deepEqual(without(back), without(before));
      }),
      { numRuns: 500 },
    );
  });

  it('takes every answer at most once and calls the others dead', () => {
    fc.assert(
      fc.property(conversations, ([playbook, log]) => {
        const state = fold(playbook, log);
        const given = log.filter(({ type }) => type === 'answered' || type === 'prefilled').map(({ n }) => n);
        const counted = [...state.answers.values()].map(({ n }) => n);
        assert.ok(state.dead.every((n) => given.includes(n) && !counted.includes(n)));
        assert.equal(new Set(state.dead).size, state.dead.length);
        assert.deepEqual(
          [...state.dead].sort((a, b) => a - b),
          [...state.dead],
        );
      }),
      { numRuns: 300 },
    );
  });

  it('folds the same without its dead answers, but for answers offered again', () => {
    fc.assert(
      fc.property(conversations, ([playbook, log]) => {
        const state = fold(playbook, log, standingOf);
        const dead = new Set(state.dead);
        const alive = log.filter(
          (entry) => !dead.has(entry.n) && !(entry.type === 'corrected' && dead.has(entry.of)),
        );
        const shorter = fold(playbook, alive, standingOf);
        assert.deepEqual([...shorter.answers], [...state.answers]);
        assert.deepEqual(shorter.path, state.path);
        assert.deepEqual(shorter.turns, state.turns);
        assert.deepEqual(shorter.dead, []);
      }),
      { numRuns: 300 },
    );
  });

  it('gives every turn a key of its own, and keeps the keys of what stays', () => {
    fc.assert(
      fc.property(conversations, ([playbook, log]) => {
        const keys = fold(playbook, log).turns.map((turn) => turn.key);
        assert.equal(new Set(keys).size, keys.length);
      }),
      { numRuns: 300 },
    );
  });

  it('shows progress that never falls while questions are answered', () => {
    fc.assert(
      fc.property(playbooks, fc.array(fc.nat(20), { maxLength: 20 }), (playbook, picks) => {
        let state = emptyState(playbook);
        for (const pick of picks) {
          const happening = answering(state, pick);
          if (!happening) break;
          const next = advance(playbook, state, plus(state, happening));
          assert.ok(next.progress.shown >= state.progress.shown);
          assert.ok(next.progress.leftMin <= next.progress.leftMax);
          state = next;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a straight playbook comes to its end within the questions announced', () => {
    fc.assert(
      fc.property(
        straightPlaybooks,
        fc.array(fc.nat(20), { minLength: 9, maxLength: 9 }),
        (playbook, picks) => {
          let state = emptyState(playbook);
          assert.equal(state.broken, null);
          for (const pick of picks) {
            const happening = answering(state, pick);
            if (!happening) break;
            const { leftMax } = state.progress;
            state = advance(playbook, state, plus(state, happening));
            if (state.dead.length > 0) return;
            assert.ok(state.progress.leftMax < leftMax);
          }
          assert.equal(state.position.at, 'end');
          assert.equal(state.progress.shown, 1);
        },
      ),
      { numRuns: 500 },
    );
  });
});

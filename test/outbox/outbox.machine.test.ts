import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createActor, fromCallback, fromPromise } from 'xstate';
import type { Outcome } from '../../src/ports/delivery.js';
import { outboxMachine, type Found, type OutboxEvent } from '../../src/outbox/outbox.machine.js';

const idle = <T = void>() => new Promise<T>(() => {});
/** The machine with effects that do nothing, except those given. */
const machineWith = (given: Parameters<typeof outboxMachine.provide>[0]['actors']) =>
  outboxMachine.provide({
    actors: {
      waitUntilDue: fromPromise(() => idle()),
      holdLock: fromCallback<OutboxEvent>(() => {}),
      loseLockPatience: fromPromise(() => idle()),
      claimNext: fromPromise(() => idle<Found>()),
      sendClaimed: fromPromise(() => idle<Outcome>()),
      settleClaimed: fromPromise(() => idle()),
      keepDistance: fromPromise(() => idle()),
      ...given,
    },
  });

describe('outbox machine', () => {
  it('has at most twelve states', () => {
    const { resting, working } = outboxMachine.states;
    assert.ok(resting && working);
    assert.ok(2 + Object.keys(working.states).length <= 12);
  });

  it('looks once more when work arrived while it was looking', async () => {
    let looks = 0;
    const answers: (() => void)[] = [];
    const actor = createActor(
      machineWith({
        waitUntilDue: fromPromise(({ input }) => (input.dueMs === 0 ? Promise.resolve() : idle())),
        holdLock: fromCallback<OutboxEvent>(({ sendBack }) => sendBack({ type: 'lock.taken', alone: true })),
        claimNext: fromPromise(() => {
          looks += 1;
          return new Promise((resolve) => answers.push(() => resolve({ claimed: null, dueMs: null })));
        }),
      }),
    );
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    actor.start();
    await turn();
    actor.send({ type: 'work.arrived' });
    answers[0]?.();
    await turn();
    assert.equal(looks, 2);
    answers[1]?.();
    await turn();
    assert.equal(looks, 2);
    assert.equal(actor.getSnapshot().value, 'resting');
    actor.stop();
  });

  it('takes no harm from events that come at the wrong time', async () => {
    const actor = createActor(machineWith({}));
    const errors: unknown[] = [];
    actor.subscribe({ error: (error) => errors.push(error) });
    actor.start();
    for (const event of [
      { type: 'lock.lost' },
      { type: 'lock.taken', alone: true },
      { type: 'work.arrived' },
      { type: 'work.arrived' },
      { type: 'lock.taken', alone: false },
      { type: 'lock.lost' },
    ] as const) {
      actor.send(event);
    }
    assert.deepEqual(errors, []);
    assert.deepEqual(actor.getSnapshot().value, { working: 'claiming' });
    actor.stop();
    actor.send({ type: 'work.arrived' });
  });
});

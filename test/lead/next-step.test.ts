import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Happening } from '../../src/flow/log.js';
import { HOT, leadOf } from './kestrel.js';

const chose = (offer: string): readonly Happening[] => [...HOT, { type: 'chose', offer }];

describe('the next step', () => {
  it('is nothing until something is chosen', () => {
    assert.equal(leadOf(HOT).nextStep, undefined);
  });
  it('is what was tapped, with the owner’s name', () => {
    assert.deepEqual(leadOf(chose('callback')).nextStep, {
      offer: 'callback',
      kind: 'callback',
      label: 'Ask Tom to call me',
      status: 'requested',
      at: '2026-11-23T15:12:01.000Z',
    });
  });
  it('is the prospect’s own where it was a link', () => {
    assert.equal(leadOf(chose('demo')).nextStep?.status, 'taken');
  });
  it('is to be confirmed where a time was agreed', () => {
    const slot = {
      start: '2026-11-24T14:00:00.000Z',
      end: '2026-11-24T14:15:00.000Z',
      timeZone: 'Europe/London',
    };
    const { status, start, end, timeZone } =
      leadOf([...HOT, { type: 'chose', offer: 'demo', slot }]).nextStep ?? {};
    assert.deepEqual({ status, start, end, timeZone }, { status: 'requested', ...slot });
  });
  it('is cancelled once it was called off, until another is chosen', () => {
    const off = [...chose('callback'), { type: 'cancelled', offer: 'callback' } as const];
    const { status, at } = leadOf(off).nextStep ?? {};
    assert.deepEqual([status, at], ['cancelled', '2026-11-23T15:12:07.000Z']);
    assert.equal(leadOf([...off, { type: 'chose', offer: 'summary' }]).nextStep?.status, 'requested');
    assert.equal(leadOf([...HOT, { type: 'cancelled', offer: 'callback' }]).nextStep, undefined);
  });
  it('is nothing where the playbook does not know it', () => {
    assert.equal(leadOf(chose('toString')).nextStep, undefined);
  });
});

describe('the deadline', () => {
  it('runs from sending, and does not move with a later revision', () => {
    const first = leadOf(HOT).routing?.dueAt;
    const later = leadOf(chose('callback'), {
      revision: 2,
      phase: 'updated',
      at: '2026-11-23T16:00:00.000Z',
    });
    assert.equal(first, '2026-11-23T15:41:55.000Z');
    assert.equal(later.routing?.dueAt, first);
  });
});

describe('a trial', () => {
  it('says so and goes to nobody', () => {
    const { test, routing, nextStep } = leadOf(chose('callback'), { test: true });
    assert.deepEqual([test, routing, nextStep?.label], [true, undefined, 'Ask Dana and Tom to call me']);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { todosOf } from '../../src/formats/forwards/todos.js';
import type { Lead } from '../../src/lead/lead.js';
import { LEAD, SETTING } from '../contracts/programs/stage.js';

const titles = (lead: Parameters<typeof todosOf>[0]) => todosOf(lead, SETTING).map(({ title }) => title);
const step = LEAD.nextStep ?? assert.fail();
const { nextStep: _step, routing, ...open } = LEAD;

describe('what is to be done', () => {
  it('is the agreed call, at its time in the zone of those who read it', () => {
    assert.deepEqual(todosOf(LEAD, { ...SETTING, zone: 'Europe/Vienna' }), [
      {
        kind: 'call',
        title: 'Call Priya Shah, Tue 24 Nov 15:00 Vienna (WL-7KQ2M4)',
        dueAt: '2026-11-24T14:00:00.000Z',
        owner: 'tom',
      },
    ]);
  });

  it('is an answer by the time that is due, where nothing was agreed', () => {
    assert.deepEqual(titles({ ...open, ...(routing && { routing }) }), ['Answer Priya Shah (WL-7KQ2M4)']);
    assert.deepEqual(titles(open), []);
  });

  it('is nothing for what was called off, and no link that somebody followed', () => {
    const withStep = (status: 'cancelled' | 'taken'): Lead => ({ ...LEAD, nextStep: { ...step, status } });
    assert.deepEqual(titles(withStep('cancelled')), []);
    assert.deepEqual(titles(withStep('taken')), ['Answer Priya Shah (WL-7KQ2M4)']);
  });

  it('is what the lead plans, with the agreed call once', () => {
    const planned = (title: string, dueAt: string) => ({
      id: title,
      do: 'email' as const,
      say: title,
      dueAt,
      owner: null,
      because: '',
    });
    const later = planned('Write again', '2026-11-26T09:00:00.000Z');
    assert.deepEqual(titles({ ...LEAD, tasks: [later] }), [
      'Call Priya Shah, Tue 24 Nov 14:00 London (WL-7KQ2M4)',
      'Write again (WL-7KQ2M4)',
    ]);
    const same = planned('Call Priya', step.start ?? '');
    assert.deepEqual(titles({ ...LEAD, tasks: [same, later] }), [
      'Call Priya (WL-7KQ2M4)',
      'Write again (WL-7KQ2M4)',
    ]);
  });

  it('is never more than anybody plans, nor longer than a line', () => {
    const many = Array.from({ length: 50 }, () => ({
      id: '1',
      do: 'task' as const,
      say: 'x'.repeat(500),
      because: '',
      dueAt: '2026-11-26T09:00:00.000Z',
      owner: null,
    }));
    const made = titles({ ...LEAD, tasks: many });
    assert.equal(made.length, 10);
    for (const title of made) assert.ok(title.length <= 140 && title.endsWith('(WL-7KQ2M4)'));
  });
});

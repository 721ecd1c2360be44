import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testLead } from '../../src/authoring/test-lead.js';
import type { Step } from '../../src/playbook/schema.js';
import { KINDS, type Kind } from '../../src/playbook/kinds.js';
import { KESTREL } from '../lead/kestrel-playbook.js';

const NOW = Date.parse('2026-11-24T09:00:00.000Z');
const options = [{ value: 'a', label: 'A', text: true as const }, 'b', 'c'];
const more: { readonly [K in Kind]?: Partial<Step> } = {
  choice: { options },
  choices: { options, min: 2 },
  date: { earliest: 'today' },
  number: { min: 20, max: 30, slider: true },
  consent: { purpose: 'newsletter' },
};

describe('a test lead', () => {
  it('answers every kind of question, says that it is a test and is routed to nobody', () => {
    const steps = KINDS.map((kind) => ({ id: `q-${kind}`, ask: `Which ${kind}?`, kind, ...more[kind] }));
    const lead = testLead({ ...KESTREL, steps }, NOW, '1'.repeat(32));
    assert.equal(lead.test, true);
    assert.equal(lead.routing, undefined);
    const answered = new Set(lead.answers?.filter(({ value }) => value !== null).map(({ kind }) => kind));
    assert.deepEqual(
      [...KINDS].filter((kind) => kind !== 'consent' && !answered.has(kind)),
      [],
    );
  });
});

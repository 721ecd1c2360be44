import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brief } from '../../src/lead/brief.js';
import { knownWords } from '../../src/lead/known-words.js';
import type { Happening } from '../../src/flow/log.js';
import { KESTREL } from './kestrel-playbook.js';
import { began, leadOf, said } from './kestrel.js';

const asOf = '2025-03-02T10:00:00.000Z';
const known = (source: 'page' | 'crm' | 'returning'): Happening => ({
  type: 'prefilled',
  step: 'sites',
  value: 7,
  source,
  asOf,
});
const leadWith = (...more: readonly Happening[]) => leadOf([began(), ...more, said('need', 'alarms')]);
const CONFIRMED: Happening = { type: 'confirmed', of: 2 };

describe('where an answer is from that nobody had to give', () => {
  it('is said with its age, and that it is still right', () => {
    const lead = leadOf(
      [began(), known('crm'), said('need', 'alarms'), CONFIRMED],
      {},
      { ...KESTREL, privacy: undefined },
    );
    const sites = lead.answers?.find(({ step }) => step === 'sites');
    assert.equal(sites && knownWords(sites), 'from the CRM, 2025-03-02, still right');
    const lines = brief(lead, { zone: 'Europe/London' }).lines.join('\n');
    assert.match(lines, /sites: 7 \(from the CRM, 2025-03-02, still right\)/);
  });

  it('is nothing for what the prospect said', () => {
    const [need] = leadWith().answers ?? [];
    assert.equal(need && knownWords(need), '');
  });

  it('names a near miss with what it lacks', () => {
    const lead = leadWith();
    const near = {
      product: 'kit',
      name: 'Kit',
      fit: 0.5,
      matched: ['you notice too late'],
      unmet: [],
      relaxed: ['it is made for up to 20 sites'],
    };
    const lines = brief({ ...lead, recommendations: [near] }, { zone: 'Europe/London' }).lines.join('\n');
    assert.match(lines, /Kit \(you notice too late, but it is made for up to 20 sites\)/);
  });
});

/** What the manual quotes is what the product says. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { snippetPolicy } from '../../src/authoring/snippet-policy.js';
import { waitWords, type PageContext } from '../../src/arrival/triggers.js';
import { leadSchema } from '../../src/lead/lead.schema.js';
import { readNeeds } from '../../src/matching/needs.js';
import { recommend } from '../../src/matching/recommend.js';
import type { Playbook, Trigger } from '../../src/playbook/schema.js';
import { block, json } from './pages.js';

describe('the manual', () => {
  it('shows what triggers wait for, as the panel says it', () => {
    const { welcome } = json<{ welcome: { show: readonly Trigger[] } }>('json teaser');
    const context: PageContext = {
      path: '/pricing',
      seconds: 0,
      scrolled: 0,
      left: false,
      idleSeconds: 0,
      seen: new Set(),
      clicked: new Set(),
      returning: false,
      arrival: 'direct',
    };
    const lines = welcome.show.map((trigger) => waitWords({ name: trigger.id ?? '', trigger }, context));
    assert.deepEqual(block('text triggers').trim().split('\n').slice(0, -1), lines);
  });

  it('shows the fit of a product as it is reckoned', () => {
    const playbook = json<Playbook>('json needs');
    const said = { goods: ['Food', 'Medicine'], sites: 4, spend: 150 };
    const answers = Object.entries(said).map(([step, value], i) => {
      const answer = { n: i + 1, step, value, raw: '', label: '', prompt: '', source: 'visitor', asOf: '' };
      return [step, { ...answer, corrected: false } as const] as const;
    });
    const found = recommend(playbook, new Map(answers as never), readNeeds);
    const line = found.map(
      ({ name, fit, matched, unmet }) =>
        `${name}   fit ${fit.toFixed(2)}   because ${matched.join(' and ')}   not: ${unmet.join(' and ')}`,
    );
    assert.deepEqual(line, [block('text matched').trim()]);
  });

  it('shows what a policy has to allow for a pasted block', () => {
    const src = 'https://www.kestrel.example/warmlead/warmlead.js';
    const lines = snippetPolicy(json<Playbook>('json playbook'), src, 'sha256-…');
    assert.deepEqual(block('text csp').trim().split('\n'), lines);
  });

  it('shows how somebody came as the lead’s schema has it', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(leadSchema as object);
    const lead = { ...json('json lead'), log: [], attribution: json('json attribution') };
    assert.ok(validate(lead), JSON.stringify(validate.errors));
  });
});

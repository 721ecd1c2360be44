/** What the manual quotes is what the product says. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { snippetPolicy } from '../../src/authoring/snippet-policy.js';
import { waitWords, type PageContext } from '../../src/arrival/triggers.js';
import { dataLayerEvents } from '../../src/formats/data-layer.js';
import type { Measure } from '../../src/formats/measure.js';
import { leadSchema } from '../../src/lead/lead.schema.js';
import { readNeeds } from '../../src/matching/needs.js';
import { recommend } from '../../src/matching/recommend.js';
import type { Playbook, Trigger } from '../../src/playbook/schema.js';
import { readCounts } from '../../src/receiver/read-counts.js';
import { block, json, pages, ROOT } from './pages.js';

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

  it('names every event that a data layer is told, and no other', () => {
    const verdicts = ['qualified', 'disqualified', 'nurture'];
    const measures: readonly Measure[] = [
      { is: 'shown' },
      { is: 'opened', byVisitor: true },
      { is: 'asked', step: 'need' },
      { is: 'started' },
      { is: 'answered', step: 'need', kind: 'choice' },
      { is: 'question', known: true },
      { is: 'objection', objection: 'price' },
      { is: 'contact', step: 'contact' },
      ...verdicts.map((verdict) => ({ is: 'handed_over', verdict, band: null }) as const),
      { is: 'chosen', kind: 'callback' },
      { is: 'delivered', revision: 1 },
      { is: 'left', step: 'need' },
    ];
    const about = { playbook: 'website', version: '', arrival: 'ad' };
    const told = measures.flatMap((measure) => dataLayerEvents(measure, about)).map(({ event }) => event);
    const chapter = pages.find(({ path }) => path === 'src/embed/README.md')?.prose ?? '';
    const named = [...chapter.matchAll(/`((?:warmlead_\w+)|(?:\w+_lead))`/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(named)].sort(), [...new Set(told)].sort());
  });

  it('shows counts as a receiver takes them', () => {
    assert.deepEqual(readCounts(json('json counted')), json('json counted'));
  });

  it('lists the parts and properties that the chat says it has', async () => {
    const chat = await readFile(join(ROOT, 'src/elements/chat/chat.ts'), 'utf8');
    const chapter = pages.find(({ path }) => path === 'src/elements/README.md')?.text ?? '';
    const rows = [
      ...[...chat.matchAll(/@csspart (\S+) - (.*)$/gm)].map(
        ([, name, words]) => `| \`${name}\` | ${words} |`,
      ),
      ...[...chat.matchAll(/@cssproperty \[(\S+?)=(.*?)\]/gm)].map(
        ([, name, value]) => `| \`${name}\` | \`${value}\` |`,
      ),
    ];
    assert.ok(rows.length > 10);
    for (const row of rows) assert.ok(chapter.includes(row), row);
  });

  it('shows how somebody came as the lead’s schema has it', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(leadSchema as object);
    const lead = { ...json('json lead'), log: [], attribution: json('json attribution') };
    assert.ok(validate(lead), JSON.stringify(validate.errors));
  });
});

/** Every example of the chapter on routing is carried out here. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { checkText } from '../../src/authoring/check-text.js';
import { withAlsoKnown } from '../../src/routing/also-known.js';
import { buildCommand } from '../cli/command.js';

const chapter = await readFile(new URL('../../src/routing/README.md', import.meta.url), 'utf8');

/** The only block with this info string. */
const block = (info: string): string => {
  const found = [...chapter.matchAll(new RegExp('^```' + info + '\\n([\\s\\S]*?)^```$', 'gm'))];
  assert.equal(found.length, 1, `There should be one block \`\`\`${info}.`);
  return found[0]?.[1] ?? '';
};

const ending = { say: 'Thank you.' };
const playbook = {
  format: 1,
  id: 'chapter',
  language: 'en',
  company: { name: 'Kestrel' },
  steps: [
    { id: 'sites', ask: 'How many sites do you run?', kind: 'number' },
    { id: 'place', ask: 'Where are you?', kind: 'address' },
    {
      id: 'contact',
      ask: 'Where should we send this?',
      kind: 'contact',
      fields: ['name', 'email', 'country?'],
    },
  ],
  endings: { qualified: ending, nurture: ending, undetermined: ending, disqualified: ending },
  routing: {
    ...(JSON.parse(block('json routing')) as object),
    followUp: JSON.parse(block('json followUp')) as object,
  },
  delivery: { to: 'url', url: 'https://www.kestrel.example/leads' },
  privacy: { notice: 'We use this to answer you.' },
};
const hidden = JSON.parse(block('json private')) as object;

describe('the chapter on routing', () => {
  it('shows rules, accounts and follow-up without a fault', () => {
    assert.deepEqual(
      checkText(JSON.stringify({ ...playbook, ...hidden })).problems.filter(({ level }) => level !== 'info'),
      [],
    );
  });

  it('shows who gets the leads of its table', async () => {
    const files = {
      'playbook.json': JSON.stringify(playbook),
      'private.json': JSON.stringify(hidden),
      'leads.csv': block('csv leads'),
    };
    const [, ...args] = /`warmlead (route [^`]+)`/.exec(chapter)?.[1]?.split(' ') ?? [];
    const command = await buildCommand();
    const run = await command.run(files, 'route', ...args);
    await command.close();
    assert.equal(run.status, 0, run.stderr);
    const words = (text: string) => text.split('\n').map((line) => line.trim().replace(/ +/g, ' '));
    const [said, shown] = [words(run.stdout), words(block('text route')).filter((line) => line !== '')];
    assert.deepEqual(said.slice(0, shown.length), shown);
  });

  it('names what rules may ask', () => {
    const facts = withAlsoKnown(() => undefined, {
      answers: new Map(),
      contact: { country: 'GB' },
      locale: 'de',
      recommendations: [{ product: 'kit', name: 'Kit', fit: 1, matched: ['it fits'], unmet: [] }],
    });
    for (const name of ['country', 'language', 'product']) {
      assert.ok(chapter.includes(`| \`${name}\``), name);
      assert.ok(facts(name) !== undefined, name);
    }
  });
});

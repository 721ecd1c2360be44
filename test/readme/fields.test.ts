/** What a playbook may say is described: a field that the manual never names is one that nobody finds. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { playbookJsonSchema } from '../../src/authoring/playbook-json-schema.js';
import { ADDRESS_FIELDS, CONTACT_FIELDS, KINDS, OFFER_KINDS } from '../../src/playbook/kinds.js';
import { TARGET_METRICS, TARGET_PERIODS } from '../../src/playbook/target-schema.js';
import { pages } from './pages.js';

const manual = pages.map(({ text }) => text).join('\n');
const chapter = (folder: string): string =>
  pages.find(({ path }) => path === `src/${folder}/README.md`)?.text ?? '';

/** Names of the properties of every object in a JSON Schema. */
const propertiesIn = (schema: unknown): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties' && typeof value === 'object' && value !== null
      ? [...Object.keys(value), ...Object.values(value).flatMap(propertiesIn)]
      : propertiesIn(value),
  );
};

describe('the manual', () => {
  it('names every field that a playbook may have', () => {
    const fields = [...new Set(propertiesIn(playbookJsonSchema()))];
    assert.ok(fields.length > 100, `${fields.length}`);
    assert.deepEqual(
      fields.filter((name) => !manual.includes(`\`${name}\``) && !manual.includes(`"${name}"`)),
      [],
    );
  });

  it('has every kind of question and of next step in its tables, and counts them', () => {
    const missing = (names: readonly string[], text: string) =>
      names.filter((name) => !new RegExp(`^\\|[^|]*\`${name}\``, 'm').test(text));
    assert.deepEqual(missing(KINDS, chapter('flow')), []);
    assert.deepEqual(missing(OFFER_KINDS, chapter('conversation')), []);
    const counted = (what: string) => new RegExp(`\\[(\\w+) kinds${what}\\]`).exec(manual)?.[1];
    assert.deepEqual([counted(' of answers'), KINDS.length], ['fifteen', 15]);
    assert.deepEqual([counted(''), OFFER_KINDS.length], ['thirteen', 13]);
  });

  it('says what a contact card and an address may ask for', () => {
    const lines = chapter('flow').split('\n');
    const row = (kind: string) => lines.find((line) => line.startsWith(`| \`${kind}\``)) ?? '';
    for (const name of CONTACT_FIELDS) assert.ok(row('contact').includes(`\`${name}\``), name);
    for (const name of ADDRESS_FIELDS) assert.ok(row('address').includes(`\`${name}\``), name);
  });

  it('says what a target may count, and for how long', () => {
    const text = chapter('authoring');
    for (const name of TARGET_METRICS) assert.ok(text.includes(`\`${name}\``), name);
    for (const name of TARGET_PERIODS) assert.match(text, new RegExp(`\\b${name}\\b`));
  });
});

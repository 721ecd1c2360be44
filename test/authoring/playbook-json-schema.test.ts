import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { playbookJsonSchema } from '../../src/authoring/playbook-json-schema.js';
import { changed, small, whole } from '../playbook/fixtures.js';

interface Node {
  readonly [key: string]: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly description?: string;
  readonly title?: string;
  readonly $ref?: string;
}

const schema = playbookJsonSchema() as Node & { readonly $defs: Readonly<Record<string, Node>> };
const definitions = Object.entries({ Playbook: schema, ...schema.$defs });

/** Every object in a document. */
const nodesIn = (value: unknown): Node[] =>
  typeof value === 'object' && value !== null
    ? [value as Node, ...Object.values(value).flatMap(nodesIn)]
    : [];

describe('the published JSON Schema of a playbook', () => {
  it('is JSON Schema 2020-12 and takes the playbooks of these tests', () => {
    const fits = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    for (const playbook of [small, whole]) assert.ok(fits(playbook), JSON.stringify(fits.errors));
    assert.ok(!fits(changed(whole, ['steps[0].aks', 'x'])));
  });

  it('survives being written to a file', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(schema)), schema);
  });

  it('describes every field', () => {
    for (const [name, definition] of definitions) {
      for (const [field, node] of Object.entries(definition.properties ?? {})) {
        assert.ok((node.description ?? '').length > 5, `${name}.${field} has no description`);
      }
    }
  });

  it('names and describes every definition, and leads every reference to one', () => {
    for (const [name, definition] of definitions) {
      assert.equal(definition.title, name);
      assert.ok((definition.description ?? '').length > 5, `${name} has no description`);
    }
    for (const { $ref } of nodesIn(schema)) {
      if (typeof $ref === 'string')
        assert.ok(Object.hasOwn(schema.$defs, $ref.replace('#/$defs/', '')), $ref);
    }
  });

  it('leaves no object with fields unnamed', () => {
    const unnamed = nodesIn(schema).filter(
      (node) => node.type === 'object' && node.properties && node.title === undefined,
    );
    assert.deepEqual(unnamed, []);
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { playbookJsonSchema } from '../../src/authoring/playbook-json-schema.js';
import { CODE_WORDS } from './code-words.js';

const FOLDERS = ['src/playbook', 'src/authoring', 'src/cli'];
const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`),
);

/** The sentences in the code of a file: quoted texts with a space in them, without comments and placeholders. */
const sentencesIn = (source: string): readonly string[] => {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*(?:\/\/|import ).*$/gm, '');
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\\n]|\\.)*)`/g)]
    .map(([, quoted, template]) => (quoted ?? template ?? '').replace(/\$\{[^}]*\}/g, '…'))
    .filter((text) => /[a-z] [a-z]/i.test(text));
};

describe('what owners read', () => {
  for (const file of sources) {
    it(`has no words of the code in ${file}`, () => {
      const offending = sentencesIn(readFileSync(file, 'utf8')).filter((sentence) =>
        CODE_WORDS.test(sentence),
      );
      assert.deepEqual(offending, []);
    });
  }

  it('has no words of the code in the descriptions of the published JSON Schema', () => {
    const descriptions: string[] = [];
    JSON.stringify(playbookJsonSchema(), (key, value) => {
      if (key === 'description' && typeof value === 'string') descriptions.push(value);
      return value;
    });
    assert.ok(descriptions.length > 100);
    assert.deepEqual(
      descriptions.filter((text) => CODE_WORDS.test(text)),
      [],
    );
  });
});

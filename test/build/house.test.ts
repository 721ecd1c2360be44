import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { checkHouse } from './house.mjs';

/** The breaches in a tree of the given files. */
const breachesIn = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
  const root = mkdtempSync(join(tmpdir(), 'warmlead-house-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const { breaches } = await checkHouse(root);
  rmSync(root, { recursive: true });
  return breaches;
};

const sound = {
  'src/playbook/schema.ts': `import { object } from 'valibot';\nexport const schema = object({});`,
  'src/flow/fold.ts': `import { schema } from '../playbook/schema.js';\nimport type { Lead } from '../lead/lead.js';\nexport const fold = (lead: Lead) => [schema, lead, new Date(0)];`,
  'src/lead/lead.ts': `export interface Lead { readonly document: 'document.write'; readonly at: typeof Date.now }`,
  'src/ports/clock.ts': `import type { Lead } from '../lead/lead.js';\nexport interface Clock { lead: Lead }\nexport type { Lead } from '../lead/lead.js';`,
  'src/conversation/contract.ts': `export interface View { readonly phase: string }`,
  'src/elements/panel/panel.ts': `import { html, LitElement } from 'lit';\nimport { live } from 'lit/directives/live.js';\nimport type { Snapshot } from 'xstate';\nexport const panel = (s: Snapshot<unknown>) => html\`<b title=\${live(String(s))}>\${document.title}</b>\`;\nexport { LitElement };`,
  'src/adapters/system-clock.ts': `import type { Clock } from '../ports/clock.js';\nexport const clock = (lead: Clock['lead']) => ({ lead, nowMs: () => Date.now() });`,
  'src/compose.ts': `import { clock } from './adapters/system-clock.js';\nexport const load = () => [clock, import('./elements/panel/panel.js')];`,
  'src/cli/warmlead.ts': `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;`,
};

/** One file that breaks one rule, and how the check names it. */
const breaches: readonly (readonly [name: string, file: string, text: string, expected: RegExp])[] = [
  [
    'a pure folder that imports a later one',
    'src/flow/x.ts',
    `import { a } from '../lead/lead.js';\nexport const b = a;`,
    /^src\/flow\/x\.ts:1 flow may not import lead: /,
  ],
  [
    'a re-export from a later folder',
    'src/flow/x.ts',
    `\nexport * from '../lead/lead.js';`,
    /^src\/flow\/x\.ts:2 flow may not import lead/,
  ],
  [
    'a dynamic import',
    'src/flow/x.ts',
    `export const load = () => import('../elements/panel/panel.js');`,
    /flow may not import elements/,
  ],
  [
    'a package in pure code',
    'src/flow/x.ts',
    `import { html } from 'lit';\nexport const b = html;`,
    /flow may not import the package lit/,
  ],
  [
    'the type of a package in pure code',
    'src/flow/x.ts',
    `import type { TemplateResult } from 'lit';\nexport type A = TemplateResult;`,
    /flow may not import types from the package lit/,
  ],
  [
    'types named inline from a folder that is not pure',
    'src/flow/x.ts',
    `import { type View } from '../conversation/contract.js';\nexport type A = View;`,
    /flow may not import conversation/,
  ],
  [
    'types from a folder that is not pure',
    'src/flow/x.ts',
    `import type { View } from '../conversation/contract.js';\nexport type A = View;`,
    /flow may not import types from conversation/,
  ],
  [
    'an element that imports an adapter',
    'src/elements/x.ts',
    `import { clock } from '../adapters/system-clock.js';\nexport const b = clock;`,
    /elements may not import adapters/,
  ],
  [
    'a conversation that imports the outbox',
    'src/conversation/x.ts',
    `import '../outbox/outbox.js';`,
    /conversation may not import outbox/,
  ],
  [
    'Node in the receiver',
    'src/receiver/x.ts',
    `import 'node:crypto';`,
    /receiver may not import node:crypto/,
  ],
  [
    'a folder nobody designed',
    'src/stuff/x.ts',
    `import '../flow/fold.js';`,
    /stuff is no folder of the house/,
  ],
  [
    'the clock in pure code',
    'src/flow/x.ts',
    `// Date.now is not for us\nexport const a = () => Date.now();`,
    /^src\/flow\/x\.ts:2 Date\.now belongs to the edges/,
  ],
  [
    'the present date in pure code',
    'src/flow/x.ts',
    `export const a = () => new Date();`,
    /new Date\(\) belongs to the edges/,
  ],
  [
    'chance in pure code',
    'src/flow/x.ts',
    `export const a = () => Math.random();`,
    /Math\.random belongs to the edges/,
  ],
  [
    'a request from the outbox',
    'src/outbox/x.ts',
    `export const a = () => fetch('/');`,
    /fetch\( belongs to the edges/,
  ],
  [
    'a request by the global object',
    'src/outbox/x.ts',
    `export const a = globalThis.fetch;`,
    /fetch belongs to the edges/,
  ],
  [
    'storage in the conversation',
    'src/conversation/x.ts',
    `export const a = () => localStorage.getItem('a');`,
    /localStorage belongs to the edges/,
  ],
  [
    'the page in the conversation',
    'src/conversation/x.ts',
    `export const a = () => document.title;`,
    /document belongs to the edges/,
  ],
  [
    'an HTML sink',
    'src/elements/x.ts',
    `export const a = (e: Element) => { e.innerHTML = ''; };`,
    /innerHTML is forbidden everywhere/,
  ],
  [
    'a sink by its text name',
    'src/elements/x.ts',
    `export const a = (e: Element) => { e['outerHTML'] = ''; };`,
    /outerHTML is forbidden/,
  ],
  [
    'unsafe HTML of Lit',
    'src/elements/x.ts',
    `import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport const a = unsafeHTML;`,
    /unsafe-html\.js is forbidden/,
  ],
  [
    'a style attribute in a template',
    'src/elements/x.ts',
    `import { html } from 'lit';\nexport const a = html\`<p style="color: red">\`;`,
    /a style attribute in a template/,
  ],
  [
    'an inline handler in a template',
    'src/elements/x.ts',
    `import { html } from 'lit';\nexport const a = html\`<p onclick="a()">\`;`,
    /an inline handler in a template/,
  ],
  [
    'code made of text',
    'src/adapters/x.ts',
    `export const a = new Function('return 1');`,
    /Function is forbidden/,
  ],
  ['a timer of text', 'src/adapters/x.ts', `setTimeout('a()', 1);`, /a timer of text is forbidden/],
  ['document.write', 'src/embed/x.ts', `document.write('a');`, /document\.write is forbidden/],
  [
    'code among the ports',
    'src/ports/x.ts',
    `export const a = 1;`,
    /holds types only, but leaves code behind/,
  ],
  ['code in the contract', 'src/conversation/contract.ts', `export class A {}`, /holds types only/],
  ['a file named utils', 'test/flow/utils.ts', ``, /"utils" says nothing about it/],
  ['a folder named shared', 'demo/shared/a.css', ``, /"shared" says nothing about it/],
  ['a file of 251 lines', 'demo/long.ts', '\n'.repeat(251), /has 251 lines, at most 250/],
  ['something new at the top level', 'scripts/a.mjs', ``, /^scripts does not belong at the top level/],
  ['a file that is no TypeScript', 'src/flow/x.ts', `export const = 1`, /cannot be read/],
];

describe('the rules of the house', () => {
  it('find nothing in a sound tree', async () => {
    assert.deepEqual(await breachesIn(sound), []);
  });

  for (const [name, file, text, expected] of breaches) {
    it(`find ${name}, and nothing else`, async () => {
      const found = await breachesIn({ ...sound, [file]: text });
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0] ?? '', expected);
    });
  }
});

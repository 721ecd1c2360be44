import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../src/flow/fold.js';
import { brief } from '../../src/lead/brief.js';
import { buildLead } from '../../src/lead/build-lead.js';
import { router } from '../../src/routing/router.js';
import { serialise, type Json } from '../../src/lead/serialise.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { judge, standingOf } from '../../src/qualification/judge.js';
import { HOT, KESTREL, LEAD_ID, logOf, SENT_AT } from './kestrel.js';

type Node = { [name: string]: unknown };

/** Every place in a document, as the names that lead to it. */
const placesIn = (node: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([name, child]) => [[...path, name], ...placesIn(child, [...path, name])])
    : [];

const PLACES = placesIn(KESTREL).filter(([head]) => head !== 'steps' || true);

const spoilt = (changes: readonly { readonly place: number; readonly to: unknown }[]): Playbook => {
  const copy = structuredClone(KESTREL) as unknown as Node;
  for (const { place, to } of changes) {
    const path = PLACES[place % PLACES.length] ?? [];
    const parent = path
      .slice(0, -1)
      .reduce<unknown>(
        (node, name) => (typeof node === 'object' && node !== null ? (node as Node)[name] : undefined),
        copy,
      );
    if (typeof parent === 'object' && parent !== null) (parent as Node)[path.at(-1) ?? ''] = to;
  }
  return copy as unknown as Playbook;
};

const change = fc.record({
  place: fc.nat(10_000),
  to: fc.oneof(
    fc.anything({ maxDepth: 2, maxKeys: 3 }),
    fc.constantFrom('end', 'contact', 'budget', '__proto__', -1, 1e308, null, [], {}, [null], 'constructor'),
  ),
});

describe('a playbook that nobody checked', () => {
  it('still gives a lead that says what its log says, and a brief of it', () => {
    const log = logOf([...HOT, { type: 'chose', offer: 'callback' }]);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const playbook = spoilt(changes);
        const state = fold(playbook, log, standingOf(playbook));
        const lead = buildLead({
          router,
          playbook,
          state,
          leadId: LEAD_ID,
          revision: 1,
          phase: 'complete',
          at: SENT_AT,
          signals: { tookMs: 1, decoyFilled: true },
        });
        const again = fold(playbook, lead.log ?? [], standingOf(playbook));
        assert.deepEqual(
          JSON.parse(JSON.stringify(judge(playbook, again, lead.decidedAt))),
          JSON.parse(JSON.stringify(lead.qualification)),
        );
        assert.deepEqual(JSON.parse(serialise(lead as unknown as Json)), lead);
        assert.ok(brief(lead, { zone: 'Europe/London' }).lines.length <= 25);
      }),
      { numRuns: 200 },
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { leadId, leadOf } from './deliveries.js';
import { noLock, originLock, sceneOf, siteStore, type Tab, type Take } from './scene.js';
import { seededRandomness } from './simulated-clock.js';
import { isBalanced } from './store-contract.js';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
/** Schedules tried each time; more on request. */
const RUNS = Number(process.env['WARMLEAD_SCHEDULES'] ?? 150);

const takes: readonly Take[] = [
  200,
  202,
  500,
  503,
  '503 after 30',
  '429 after garbage',
  409,
  422,
  404,
  302,
  'no connection',
  'answer lost',
  'hangs',
  'hangs after taking',
];
type Step =
  | { readonly do: 'commit'; readonly lead: number }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'open' | 'kill' | 'hurry' | 'return' | 'hide' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('commit' as const), lead: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 20_000 }), fc.constant(HOUR)),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('open', 'kill', 'kill', 'hurry', 'return', 'hide') }),
  },
);

describe('outbox: whatever happens', () => {
  for (const [name, lockOf] of [
    ['with locks', originLock],
    ['without locks', () => noLock],
  ] as const) {
    it(`delivers every lead with unchanging bytes and loses count of none, ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { maxLength: 30 }),
          fc.array(fc.constantFrom(...takes), { maxLength: 25 }),
          async (steps, script) => {
            const scene = sceneOf(script, { store: siteStore(), lock: lockOf() });
            const { clock, endpoint, store } = scene;
            let tabs: Tab[] = [scene.open()];
            const all = [...tabs];
            const committed = new Map<string, number>();
            const open = () => {
              const tab = scene.open();
              tabs.push(tab);
              all.push(tab);
              return tab;
            };
            for (const [i, one] of steps.entries()) {
              const tab = tabs[i % tabs.length] ?? open();
              if (one.do === 'commit') {
                const lead = leadId(one.lead);
                const { revision, durable } = await tab.port.commit(lead, leadOf(lead, `step ${i}`));
                assert.equal(durable, true);
                assert.equal(revision, (committed.get(lead) ?? 0) + 1);
                committed.set(lead, revision);
              } else if (one.do === 'pass') await clock.pass(one.ms);
              else if (one.do === 'open') open();
              else if (one.do === 'hurry') tab.outbox.hurry();
              else if (one.do === 'return') tab.page.return();
              else if (one.do === 'hide') tab.page.hide();
              else {
                tab.outbox.stop();
                tabs = tabs.filter((other) => other !== tab);
              }
              const counts = await store.counts();
              assert.ok(isBalanced(counts), JSON.stringify(counts));
            }
            open();
            // Parked ones are probed one an hour, and what the script left over may park each again.
            for (let hours = committed.size + script.length + 2; hours > 0; hours -= 1) {
              await clock.pass(HOUR);
              const { queued, parked } = await store.counts();
              if (queued + parked === 0) break;
            }

            for (const [lead, revision] of committed) {
              const [newest] = await store.recordsOf(lead);
              assert.deepEqual([newest?.revision, newest?.state], [revision, 'acknowledged']);
              assert.ok(endpoint.stored.has(`${lead}.${revision}`), 'acknowledged means received');
            }
            const counts = await store.counts();
            assert.ok(isBalanced(counts) && counts.queued + counts.parked + counts.expired === 0);
            const bodies = new Map<string, string>();
            for (const { key, body } of endpoint.attempts) {
              assert.equal(bodies.get(key) ?? body, body, 'one key, one body');
              bodies.set(key, body);
            }
            const delivered = all.flatMap(({ facts }) =>
              facts.flatMap((fact) => (fact.type === 'delivered' ? [`${fact.lead}.${fact.revision}`] : [])),
            );
            assert.equal(new Set(delivered).size, delivered.length, 'told as delivered at most once');
            for (const { outbox } of all) outbox.stop();
          },
        ),
        { numRuns: RUNS, seed: 20261123 },
      );
    });
  }

  it('weathers a small storm: 100 leads, 20 visitors, a third of the attempts fail, a tenth of the pages die', async () => {
    const { unit } = seededRandomness(11);
    const weather = (): Take =>
      unit() < 0.3 ? (takes[2 + Math.floor(unit() * (takes.length - 2))] as Take) : 200;
    const attemptsOf: number[] = [];
    for (let visitor = 0; visitor < 20; visitor += 1) {
      const { clock, endpoint, store, open } = sceneOf(weather, { store: siteStore() });
      let tab = open();
      for (let i = 0; i < 5; i += 1) {
        const lead = leadId(visitor * 5 + i);
        await tab.port.commit(lead, leadOf(lead));
        await clock.pass(unit() * 500);
        if (unit() < 0.1) {
          tab.outbox.stop();
          tab = open();
        }
      }
      await clock.pass(30 * HOUR);
      assert.equal(endpoint.stored.size, 5);
      assert.deepEqual(endpoint.conflicts, []);
      const counts = await store.counts();
      assert.equal(counts.acknowledged, 5);
      for (let i = 0; i < 5; i += 1) {
        const [record] = await store.recordsOf(leadId(visitor * 5 + i));
        attemptsOf.push(record?.attempts ?? 0);
      }
    }
    assert.equal(attemptsOf.length, 100);
    const worst = attemptsOf.sort((one, other) => other - one)[1] ?? 0;
    assert.ok(worst <= 6, `99 of 100 leads needed ${worst} attempts at most`);
  });
});

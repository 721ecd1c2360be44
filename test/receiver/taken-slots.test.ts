import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTakenSlots, type SlotRange } from '../../src/receiver/taken-slots.js';

const SITE = 'https://www.kestrel.example';
const RANGE = 'from=2026-11-23T15:00:00Z&to=2026-12-23T15:00:00Z';
const SLOT = { start: '2026-11-24T14:00:00.000Z', end: '2026-11-24T14:15:00.000Z' };

const asking = (taken: (range: SlotRange) => Promise<readonly (typeof SLOT)[]>) => {
  const problems: unknown[] = [];
  const answer = createTakenSlots({ taken, origins: [SITE], onProblem: (error) => problems.push(error) });
  const ask = (query: string, init: RequestInit = {}) =>
    answer(new Request(`https://desk.example/slots?${query}`, { headers: { Origin: SITE }, ...init }));
  return { ask, problems };
};

describe('times that are gone', () => {
  it('are told to the pages of the site, and nothing about who took them', async () => {
    const ranges: SlotRange[] = [];
    const { ask } = asking(async (range) => {
      ranges.push(range);
      return [{ ...SLOT, name: 'Priya Shah' } as typeof SLOT];
    });
    const answer = await ask(`${RANGE}&owner=tom`);
    assert.equal(answer.status, 200);
    assert.deepEqual(await answer.json(), { taken: [SLOT] });
    assert.equal(answer.headers.get('access-control-allow-origin'), SITE);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.deepEqual(ranges, [
      { from: '2026-11-23T15:00:00.000Z', to: '2026-12-23T15:00:00.000Z', owner: 'tom' },
    ]);
  });
  it('are refused to other sites, to other methods and for ranges that are none', async () => {
    const { ask } = asking(async () => [SLOT]);
    const codeOf = async (answer: Promise<Response>) => {
      const { status } = await answer;
      return [status, ((await (await answer).json()) as { code: string }).code];
    };
    assert.deepEqual(await codeOf(ask(RANGE, { headers: { Origin: 'https://evil.example' } })), [
      403,
      'origin.not-allowed',
    ]);
    assert.deepEqual(await codeOf(ask(RANGE, { method: 'POST', body: '{}' })), [405, 'method.not-allowed']);
    for (const range of [
      '',
      'from=soon&to=later',
      'from=2026-11-23&to=2026-11-22',
      'from=2026-11-23&to=2028-11-23',
    ])
      assert.deepEqual(await codeOf(ask(range)), [400, 'slots.range-unreadable'], range);
  });
  it('are not known while the store is away', async () => {
    const { ask, problems } = asking(() => Promise.reject(new Error('away')));
    assert.equal((await ask(RANGE)).status, 503);
    assert.equal(problems.length, 1);
  });
});

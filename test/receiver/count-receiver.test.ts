import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Counts } from '../../src/formats/counts.js';
import { createCountReceiver, type CountReceiverOptions } from '../../src/receiver/count-receiver.js';

const HERE = 'https://desk.example/leads/counts';
const SITE = 'https://www.kestrel.example';
const NOW = Date.parse('2026-11-23T15:12:05.000Z');
const counts = {
  counts: 1,
  playbook: { id: 'kestrel', version: '3', hash: 'a1b2' },
  opened: 1,
  steps: { need: { asked: 1, answered: 1 }, 'consent:newsletter': { asked: 1 } },
};

const start = (more: Partial<CountReceiverOptions> = {}) => {
  const added: (readonly [Counts, number])[] = [];
  const problems: unknown[] = [];
  const receive = createCountReceiver({
    store: { add: async (...arrived) => void added.push(arrived) },
    clock: { nowMs: () => NOW },
    origins: [SITE],
    isKnown: (id) => id === 'kestrel',
    onProblem: (error) => problems.push(error),
    ...more,
  });
  const post = (body: unknown, headers: { readonly [name: string]: string } = {}) =>
    receive(
      new Request(HERE, {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain;charset=UTF-8', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  return { receive, post, added, problems };
};

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('a receiver of counts', () => {
  it('adds what a page sends, as plain text, from a known origin', async () => {
    const { post, added } = start();
    const response = await post(counts, { Origin: SITE });
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), SITE);
    assert.deepEqual(added, [[counts, NOW]]);
  });

  it('answers a preflight, and nothing that wants to read', async () => {
    const { receive, added } = start();
    const options = await receive(new Request(HERE, { method: 'OPTIONS', headers: { Origin: SITE } }));
    assert.equal(options.status, 204);
    const read = await receive(new Request(HERE));
    assert.deepEqual([read.status, await codeOf(read)], [405, 'method.not-allowed']);
    assert.deepEqual(added, []);
  });

  it('leaves out what it does not know and what is nothing', async () => {
    const { post, added } = start();
    const more = { ...counts, opened: 0, visitor: 'x', steps: { need: { asked: 2, ip: '::1' } } };
    assert.equal((await post(more)).status, 204);
    assert.deepEqual(added[0]?.[0], {
      counts: 1,
      playbook: counts.playbook,
      steps: { need: { asked: 2 } },
    });
  });

  const refused: readonly (readonly [string, unknown, number, string])[] = [
    ['no JSON', '{', 400, 'json.invalid'],
    ['a lead', { id: 'x', revision: 1 }, 422, 'counts.invalid'],
    ['another version of the format', { ...counts, counts: 2 }, 422, 'counts.invalid'],
    ['a number below 0', { ...counts, opened: -1 }, 422, 'counts.invalid'],
    ['a part of a visitor', { ...counts, opened: 0.5 }, 422, 'counts.invalid'],
    ['more than one visitor can do', { ...counts, started: 101 }, 422, 'counts.invalid'],
    ['a number as text', { ...counts, finished: '1' }, 422, 'counts.invalid'],
    ['a sentence for a step', { ...counts, steps: { 'Ada was here': { asked: 1 } } }, 422, 'counts.invalid'],
    ['a step that is a number', { ...counts, steps: { need: 1 } }, 422, 'counts.invalid'],
    ['no playbook', { counts: 1 }, 422, 'counts.invalid'],
    [
      'a sentence for a hash',
      { ...counts, playbook: { ...counts.playbook, hash: 'Ada was' } },
      422,
      'counts.invalid',
    ],
    [
      'a strange playbook',
      { ...counts, playbook: { ...counts.playbook, id: 'other' } },
      422,
      'playbook.unknown',
    ],
    ['a name that reaches for prototypes', '{"counts":1,"__proto__":{}}', 400, 'json.forbidden-name'],
    ['too much', { ...counts, much: 'x'.repeat(40_000) }, 413, 'body.too-large'],
  ];
  for (const [what, body, status, code] of refused) {
    it(`refuses ${what}`, async () => {
      const { post, added } = start();
      const response = await post(body);
      assert.deepEqual([response.status, await codeOf(response)], [status, code]);
      assert.deepEqual(added, []);
    });
  }

  it('refuses pages of other origins, other media types and too many at once', async () => {
    const { post, added } = start({ limit: () => 12.2 });
    const elsewhere = await post(counts, { Origin: 'https://elsewhere.example' });
    assert.deepEqual([elsewhere.status, await codeOf(elsewhere)], [403, 'origin.not-allowed']);
    const form = await post(counts, { 'Content-Type': 'application/x-www-form-urlencoded' });
    assert.equal(form.status, 415);
    const often = await post(counts);
    assert.deepEqual([often.status, often.headers.get('retry-after')], [429, '13']);
    assert.deepEqual(added, []);
  });

  it('says so where they cannot be stored', async () => {
    const trouble = new Error('full');
    const { post, problems } = start({ store: { add: () => Promise.reject(trouble) } });
    const response = await post(counts);
    assert.deepEqual([response.status, await codeOf(response)], [503, 'receiver.unavailable']);
    assert.deepEqual(problems, [trouble]);
  });
});

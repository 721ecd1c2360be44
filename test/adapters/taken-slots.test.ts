import { expect } from 'chai';
import { takenSlotsOver } from '../../src/adapters/taken-slots.js';

const QUERY = {
  url: 'https://desk.example/slots?team=1',
  from: '2026-11-23T15:00:00.000Z',
  to: '2026-12-23T15:00:00.000Z',
};
const SLOT = { start: '2026-11-24T14:00:00.000Z', end: '2026-11-24T14:15:00.000Z' };

const over = (answer: () => Promise<Response>) => {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const ask = takenSlotsOver((async (url: string, init?: RequestInit) => {
    asked.push({ url, init });
    return answer();
  }) as typeof fetch);
  return { ask, asked };
};

describe('times that are gone', () => {
  it('are asked for without cookies, and without anything about the visitor', async () => {
    const { ask, asked } = over(async () => Response.json({ taken: [SLOT] }));
    expect(await ask({ ...QUERY, owner: 'tom' })).to.deep.equal([SLOT]);
    const url = new URL(asked[0]?.url ?? '');
    expect([...url.searchParams.keys()]).to.deep.equal(['team', 'from', 'to', 'owner']);
    expect(asked[0]?.init?.credentials).to.equal('omit');
    expect(asked[0]?.init?.method ?? 'GET').to.equal('GET');
  });

  it('are none without an answer that can be read', async () => {
    const answers: readonly (() => Promise<Response>)[] = [
      async () => Response.error(),
      async () => new Response('no', { status: 500 }),
      async () => new Response('<html>'),
      async () => Response.json(null),
      async () => Response.json({ taken: 'all' }),
      async () => Response.json({ taken: [{ start: 'soon', end: 'later' }, null, 7] }),
      () => Promise.reject(new TypeError('offline')),
    ];
    for (const answer of answers) expect(await over(answer).ask(QUERY)).to.deep.equal([]);
    expect(await over(async () => Response.json({})).ask({ ...QUERY, url: 'no address' })).to.deep.equal([]);
  });
});

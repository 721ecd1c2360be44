import { expect } from 'chai';
import { answersOver } from '../../src/adapters/written-answers.js';

const QUERY = {
  url: 'https://desk.example/answers',
  playbook: 'kestrel',
  language: 'en',
  question: 'Does it work offline?',
};
const WHOLE = '{"from":["wifi"]}\n{"says":"Probes keep 30 days."}\n{"says":"Grüße."}\n{"end":"answered"}\n';

const over = (answer: (init: RequestInit) => Response | Promise<Response>) => {
  const asked: { url: string; init: RequestInit }[] = [];
  const timers: { delayMs: number; run: () => void; live: boolean }[] = [];
  const write = answersOver(
    {
      after(delayMs, run) {
        const timer = { delayMs, run, live: true };
        timers.push(timer);
        return () => (timer.live = false);
      },
    },
    (async (url: string, init: RequestInit) => {
      asked.push({ url, init });
      return answer(init);
    }) as typeof fetch,
  );
  return { write, asked, timers };
};

const streamed = (text: string, size = 5): Response => {
  const bytes = new TextEncoder().encode(text);
  return new Response(
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    }),
  );
};
const unheard = new AbortController().signal;

describe('an answer of the owner’s server', () => {
  it('comes whole, however its pieces come, to a question without cookies', async () => {
    for (const size of [1, 5, 1_000]) {
      const { write, asked, timers } = over(() => streamed(WHOLE, size));
      expect(await write(QUERY, unheard)).to.deep.equal({
        sentences: ['Probes keep 30 days.', 'Grüße.'],
        from: ['wifi'],
      });
      const { url, ...body } = QUERY;
      expect(asked[0]?.url).to.equal(url);
      expect(JSON.parse(String(asked[0]?.init.body))).to.deep.equal(body);
      expect(asked[0]?.init.credentials).to.equal('omit');
      expect(asked[0]?.init.method).to.equal('POST');
      expect(timers.some(({ live }) => live)).to.equal(false);
    }
  });

  it('is none where it is no whole answer', async () => {
    const answers: readonly (() => Response | Promise<Response>)[] = [
      () => new Response('no', { status: 500 }),
      () => new Response(WHOLE, { status: 429 }),
      () => Response.error(),
      () => new Response(null, { status: 204 }),
      () => Promise.reject(new TypeError('offline')),
      () => streamed(''),
      () => streamed('<!doctype html>'),
      () => streamed('{"end":"none"}\n'),
      () => streamed('{"from":["wifi"]}\n{"says":"Probes keep 30 days."}\n'),
      () => streamed('{"from":["wifi"]}\n{"says":"Probes keep 30 days."}\n{"end":"none"}\n'),
      () => streamed('{"from":["wifi"]}\n{"end":"answered"}\n'),
      () => streamed('{"from":[]}\n{"says":"Probes keep 30 days."}\n{"end":"answered"}\n'),
      () => streamed('{"from":[7]}\n{"says":"Probes keep 30 days."}\n{"end":"answered"}\n'),
      () => streamed('{"from":["wifi"]}\n{"text":"Probes keep 30 days."}\n{"end":"answered"}\n'),
      () => streamed('null\nnull\n{"end":"answered"}\n'),
      () => streamed(`${WHOLE.repeat(400)}`, 1_000),
    ];
    for (const answer of answers) expect(await over(answer).write(QUERY, unheard)).to.equal(null);
  });

  it('is none after six seconds, and once nobody waits for it, though nothing ever settles', async () => {
    const silent = over(() => new Promise(() => {}));
    const late = silent.write(QUERY, unheard);
    expect(silent.timers.map(({ delayMs }) => delayMs)).to.deep.equal([6_000]);
    silent.timers.forEach(({ run }) => run());
    expect(await late).to.equal(null);
    expect(silent.asked[0]?.init.signal?.aborted).to.equal(true);

    const left = over(() => new Promise(() => {}));
    const leaving = new AbortController();
    const given = left.write(QUERY, leaving.signal);
    leaving.abort();
    expect(await given).to.equal(null);
    expect(left.timers.some(({ live }) => live)).to.equal(false);
    expect(await left.write(QUERY, leaving.signal)).to.equal(null);
    expect(left.asked.length).to.equal(1);
  });
});

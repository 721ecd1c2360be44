import { expect } from 'chai';
import { fetchDelivery } from '../../src/adapters/fetch-delivery.js';
import { keepaliveBudget, type KeepaliveBudget } from '../../src/adapters/keepalive-budget.js';
import type { Delivery, EndpointAnswer, Outcome } from '../../src/ports/delivery.js';
import { deliveryOf, leadId, START_MS } from '../outbox/deliveries.js';

const KIB = 1024;
const delivery = deliveryOf(leadId(1))(1);
const sized = (bytes: number): Delivery => ({ ...delivery, body: 'x'.repeat(bytes) });
const turn = () => new Promise((resolve) => setTimeout(resolve));

type Fetch = typeof fetch;
type Call = { readonly url: string; readonly init: RequestInit };

/** A delivery port over a given `fetch`, with what it was asked and what was judged. */
const portOver = (send: (call: Call) => unknown, budget: KeepaliveBudget = keepaliveBudget()) => {
  const calls: Call[] = [];
  const answers: EndpointAnswer[] = [];
  let nowMs = 0;
  const port = fetchDelivery({
    budget,
    monotonicMs: () => nowMs,
    fetch: ((url: string, init: RequestInit) => {
      const call = { url, init };
      calls.push(call);
      return send(call);
    }) as Fetch,
    judge: (answer): Outcome => {
      answers.push(answer);
      return { is: 'acknowledged', status: answer.status };
    },
  });
  const deliver = (what = delivery, signal = new AbortController().signal) => port.deliver(what, signal);
  return { deliver, calls, answers, pass: (ms: number) => (nowMs += ms) };
};

describe('fetch delivery', () => {
  it('posts the frozen bytes, without cookies, caches, redirects or the address of the page', async () => {
    const { deliver, calls } = portOver(async () => new Response('ok'));
    await deliver();
    const { url, init } = calls[0] as Call;
    expect(url).to.equal(delivery.url);
    expect(init).to.deep.include({
      method: 'POST',
      body: delivery.body,
      headers: { ...delivery.headers, 'Content-Type': 'application/json' },
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'strict-origin',
      keepalive: true,
    });
  });

  it('sends the kind of body that the delivery names, with the headers it brings', async () => {
    const { deliver, calls } = portOver(async () => new Response('ok'));
    const form = {
      contentType: 'application/x-www-form-urlencoded',
      headers: { Accept: 'application/json' },
      body: 'a=b',
    };
    await deliver({ ...delivery, ...form });
    expect((calls[0] as Call).init).to.deep.include({
      headers: { Accept: 'application/json', 'Content-Type': form.contentType },
      body: 'a=b',
      mode: 'cors',
      redirect: 'manual',
    });
  });

  it('follows an answer that is somewhere else', async () => {
    const { deliver, calls, answers } = portOver(async () => new Response('{}'));
    expect(await deliver({ ...delivery, answers: 'elsewhere' })).to.deep.equal({
      is: 'acknowledged',
      status: 200,
    });
    expect((calls[0] as Call).init).to.deep.include({ mode: 'cors', redirect: 'follow' });
    expect(answers).to.have.length(1);
  });

  it('believes an answer that nobody may read, and only that one', async () => {
    const unseen = { ...delivery, answers: 'unseen' } as const;
    const hidden = portOver(async () => ({ status: 0, type: 'opaque', body: null }));
    expect(await hidden.deliver(unseen)).to.deep.equal({ is: 'acknowledged', status: 0 });
    expect((hidden.calls[0] as Call).init).to.deep.include({ mode: 'no-cors', redirect: 'follow' });
    expect(hidden.answers).to.deep.equal([]);
    const dead = portOver(async () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await dead.deliver(unseen)).to.deep.equal({ is: 'retry', code: 'network.failed' });
    const seen = portOver(async () => new Response('no', { status: 503 }));
    await seen.deliver(unseen);
    expect(seen.answers[0]?.status).to.equal(503);
  });

  it('hands status, text and the two headers to the judge', async () => {
    const headers = { 'Retry-After': '7', Date: new Date(START_MS).toUTCString() };
    const { deliver, answers } = portOver(async () => new Response('Zoë 🥐', { status: 503, headers }));
    expect(await deliver()).to.deep.equal({ is: 'acknowledged', status: 503 });
    expect(answers).to.deep.equal([{ status: 503, body: 'Zoë 🥐', retryAfter: '7', date: headers.Date }]);
  });

  describe('never rejects', () => {
    const failed = { is: 'retry', code: 'network.failed' };
    const rows: readonly (readonly [string, () => unknown])[] = [
      ['rejects', () => Promise.reject(new TypeError('Failed to fetch'))],
      [
        'throws at once',
        () => {
          throw new Error('wrapped');
        },
      ],
      ['returns nothing', () => undefined],
      ['returns something that is no response', () => Promise.resolve({ status: 'fine' })],
      ['returns null', () => Promise.resolve(null)],
    ];
    for (const [name, send] of rows) {
      it(`when fetch ${name}`, async () => {
        const { deliver } = portOver(send);
        expect(await deliver()).to.deep.equal(failed);
      });
    }

    it('when fetch never settles: it ends with the signal', async () => {
      const { deliver } = portOver(() => new Promise(() => {}));
      const controller = new AbortController();
      const outcome = deliver(delivery, controller.signal);
      controller.abort();
      expect(await outcome).to.deep.equal(failed);
    });

    it('when the judge throws', async () => {
      const port = fetchDelivery({
        fetch: async () => new Response(''),
        judge: () => {
          throw new Error('no');
        },
      });
      expect(await port.deliver(delivery, new AbortController().signal)).to.deep.equal(failed);
    });

    it('when the body was read by another script, or there is no stream', async () => {
      const used = new Response('used');
      await used.text();
      const plain = { status: 200, headers: new Headers(), text: async () => 'polyfilled' };
      for (const [response, body] of [
        [used, ''],
        [new Response(null, { status: 204 }), ''],
        [plain, 'polyfilled'],
        [{ status: 200 }, ''],
      ] as const) {
        const { deliver, answers } = portOver(async () => response);
        await deliver();
        expect(answers[0]?.body).to.equal(body);
      }
    });
  });

  it('tells a redirect from a dead network', async () => {
    const { deliver } = portOver(async () => ({ status: 0, type: 'opaqueredirect', body: null }));
    expect(await deliver()).to.deep.equal({ is: 'park', code: 'redirected' });
  });

  it('judges a broken-off answer by what arrived', async () => {
    const half = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"key":"ha'));
        setTimeout(() => controller.error(new Error('reset')));
      },
    });
    const { deliver, answers } = portOver(async () => new Response(half));
    await deliver();
    expect(answers[0]?.body).to.equal('{"key":"ha');
  });

  describe('a long answer', () => {
    /** An answer of so many chunks of 8 KiB, each in its own turn; tells how many were read. */
    const long = (chunks: number) => {
      let read = 0;
      const stream = new ReadableStream(
        {
          async pull(controller) {
            await turn();
            if (read === chunks) return controller.close();
            read += 1;
            controller.enqueue(new Uint8Array(8 * KIB).fill(120));
          },
        },
        { highWaterMark: 0 },
      );
      return { response: new Response(stream), read: () => read };
    };

    it('is kept up to 16 KiB and read to its end', async () => {
      const { response, read } = long(50);
      const { deliver, answers } = portOver(async () => response);
      await deliver();
      expect(answers[0]?.body.length).to.equal(16 * KIB);
      expect(read()).to.be.lessThan(50);
      for (let i = 0; i < 1_000 && read() < 50; i += 1) await turn();
      expect(read()).to.equal(50);
    });

    it('that never ends does not hold up the outcome, and is left when the time is over', async () => {
      const { response, read } = long(Infinity);
      const controller = new AbortController();
      const { deliver } = portOver(async () => response);
      expect((await deliver(delivery, controller.signal)).is).to.equal('acknowledged');
      controller.abort();
      await turn();
      await turn();
      const soFar = read();
      for (let i = 0; i < 10; i += 1) await turn();
      expect(read()).to.be.at.most(soFar + 1);
    });
  });

  describe('keepalive', () => {
    it('is used within 60 KiB and nine requests, for all of the page together', async () => {
      const hanging = portOver(() => new Promise(() => {}));
      for (let i = 0; i < 12; i += 1) void hanging.deliver(sized(8 * KIB));
      await turn();
      const flags = hanging.calls.map(({ init }) => init.keepalive);
      expect(flags.filter(Boolean).length).to.equal(7);
      const many = portOver(() => new Promise(() => {}));
      for (let i = 0; i < 12; i += 1) void many.deliver(sized(10));
      await turn();
      expect(many.calls.filter(({ init }) => init.keepalive).length).to.equal(9);
    });

    it('is given back only when the answer was read to its end', async () => {
      const budget = keepaliveBudget();
      let end = () => {};
      const open = new ReadableStream({
        start(controller) {
          controller.enqueue(new Uint8Array(20 * KIB));
          end = () => controller.close();
        },
      });
      const { deliver } = portOver(async () => new Response(open), budget);
      await deliver(sized(40 * KIB));
      expect(budget.take(40 * KIB), 'before the end').to.equal(null);
      end();
      await turn();
      expect(budget.take(40 * KIB), 'after the end').not.to.equal(null);
    });

    it('is not used up by a hundred requests one after the other, or by failures', async () => {
      const budget = keepaliveBudget();
      let count = 0;
      const { deliver, calls } = portOver(async () => {
        count += 1;
        if (count % 3 === 0) throw new TypeError('Failed to fetch');
        return new Response('x'.repeat(40 * KIB));
      }, budget);
      for (let i = 0; i < 100; i += 1) {
        await deliver(sized(30 * KIB));
        await turn();
      }
      const withFlag = calls.filter(({ init }) => init.keepalive).length;
      expect(withFlag).to.equal(100);
      expect(budget.take(60 * KIB)).not.to.equal(null);
    });

    it('counts bytes, not characters', async () => {
      const { deliver, calls } = portOver(async () => new Response(''));
      await deliver({ ...delivery, body: '🥐'.repeat(16 * KIB) });
      expect(calls[0]?.init.keepalive).to.equal(false);
    });

    it('is left out in one more try when the page has used up what the browser allows', async () => {
      const { deliver, calls } = portOver(async ({ init }) => {
        if (init.keepalive) throw new TypeError('Failed to fetch');
        return new Response('');
      });
      expect((await deliver()).is).to.equal('acknowledged');
      expect(calls.map(({ init }) => init.keepalive)).to.deep.equal([true, false]);
    });

    it('is not the reason when a request fails after a while', async () => {
      const { deliver, calls, pass } = portOver(async () => {
        pass(3_000);
        throw new TypeError('Failed to fetch');
      });
      expect((await deliver()).is).to.equal('retry');
      expect(calls.length).to.equal(1);
    });
  });

  it('works with the real fetch', async () => {
    const url = new URL('/no-such-endpoint', location.href).href;
    const port = fetchDelivery({
      judge: ({ status }) => ({ is: 'park', code: `status.${status}`, status }),
    });
    for (let i = 0; i < 5; i += 1) {
      const outcome = await port.deliver({ ...sized(30 * KIB), url }, new AbortController().signal);
      expect(outcome).to.deep.equal({ is: 'park', code: 'status.404', status: 404 });
    }
  });
});

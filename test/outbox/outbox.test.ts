import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { leadId, leadOf, START_MS } from './deliveries.js';
import { noLock, originLock, sceneOf, siteStore, writeLead } from './scene.js';
import { isBalanced } from './store-contract.js';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
const a = leadId(1);
const gapsOf = (attempts: readonly { readonly atMs: number }[]) =>
  attempts.slice(1).map(({ atMs }, i) => atMs - (attempts[i]?.atMs ?? 0));
const names = (states: readonly ({ readonly is: string } | null)[]) =>
  states.map((state) => state?.is ?? null);

describe('outbox: an endpoint that is unwell', () => {
  it('delivers once after 503, 503, 200, and says "acknowledged" only then', async () => {
    const { clock, endpoint, open } = sceneOf([503, 503, 200]);
    const { port, story, watch, facts, outbox } = open();
    const told = watch(a);
    await clock.settle();
    await port.commit(a, leadOf(a));
    await clock.pass(10 * SECOND);
    assert.equal(endpoint.attempts.length, 3);
    assert.equal(endpoint.stored.size, 1);
    assert.deepEqual(names(told), [
      null,
      'queued',
      'sending',
      'waiting',
      'sending',
      'waiting',
      'sending',
      'acknowledged',
    ]);
    assert.deepEqual(told.at(-1), { is: 'acknowledged', atMs: clockOfLast(endpoint), attempts: 3 });
    assert.deepEqual(story(), [
      'accepted',
      'attempting',
      'waiting',
      'attempting',
      'waiting',
      'attempting',
      'delivered',
    ]);
    assert.deepEqual(facts.at(-1), { type: 'delivered', lead: a, revision: 1, attempts: 3, confirmed: true });
    const [first = 0, second = 0] = gapsOf(endpoint.attempts);
    assert.ok(
      first >= 1_000 && first < 1_100,
      `${first}: the backoff of 0.5 to 1 s, and 1 s between attempts`,
    );
    assert.ok(second >= 1_000 && second < 2_000, `${second}: the backoff of 1 to 2 s`);
    assert.deepEqual(await outbox.counts(), {
      accepted: 1,
      acknowledged: 1,
      queued: 0,
      parked: 0,
      expired: 0,
      superseded: 0,
      forgotten: 0,
    });
  });
  const clockOfLast = ({ attempts }: { readonly attempts: readonly { readonly atMs: number }[] }) =>
    START_MS + Math.floor(attempts.at(-1)?.atMs ?? 0);

  it('sends the same bytes each time', async () => {
    const { clock, endpoint, open } = sceneOf([500, 'no connection', 'answer lost', 200]);
    await open().port.commit(a, leadOf(a, 'Zoë 🥐'));
    await clock.pass(60 * SECOND);
    assert.equal(endpoint.attempts.length, 4);
    assert.equal(new Set(endpoint.attempts.map(({ body }) => body)).size, 1);
    assert.deepEqual(endpoint.conflicts, []);
  });

  it('parks what is refused, says so, and asks again only after an hour', async () => {
    const { clock, endpoint, open } = sceneOf([422, 200]);
    const { port, watch, story } = open();
    const told = watch(a);
    await port.commit(a, leadOf(a));
    await clock.pass(HOUR - SECOND);
    assert.equal(endpoint.attempts.length, 1);
    assert.deepEqual(told.at(-1), { is: 'failed', code: 'status.422' });
    await clock.pass(2 * SECOND);
    assert.deepEqual(story(), ['accepted', 'attempting', 'parked', 'attempting', 'delivered']);
    assert.equal(endpoint.stored.size, 1);
  });

  it('never asks again after 410, and lets the lead expire', async () => {
    const { clock, endpoint, open } = sceneOf([410]);
    const { port, watch, outbox } = open();
    const told = watch(a);
    await port.commit(a, leadOf(a));
    await clock.pass(6 * DAY);
    outbox.hurry();
    await clock.pass(SECOND);
    assert.equal(endpoint.attempts.length, 1);
    assert.deepEqual(told.at(-1), { is: 'failed', code: 'status.410' });
    await clock.pass(DAY);
    outbox.hurry();
    await clock.settle();
    assert.deepEqual(told.at(-1), { is: 'failed', code: 'expired' });
    assert.equal((await outbox.counts()).expired, 1);
  });

  it('gives up at the give-up age, and tells', async () => {
    const { clock, endpoint, open } = sceneOf(() => 503);
    const { port, facts } = open({ retry: { giveUpMs: 6 * HOUR } });
    await port.commit(a, leadOf(a));
    await clock.pass(7 * HOUR);
    const attempts = endpoint.attempts.length;
    assert.deepEqual(facts.at(-1), { type: 'expired', lead: a, revision: 1, code: 'status.503' });
    await clock.pass(HOUR);
    assert.equal(endpoint.attempts.length, attempts);
    const longest = Math.max(...gapsOf(endpoint.attempts));
    assert.ok(longest <= 302 * SECOND, `longest wait ${longest}`);
  });

  it('cuts an attempt off after 15 s and tries again; the receiver that had it keeps one', async () => {
    const { clock, endpoint, open } = sceneOf(['hangs after taking', 200]);
    const { port, facts, watch } = open();
    const told = watch(a);
    await port.commit(a, leadOf(a));
    await clock.pass(15 * SECOND - 1);
    assert.equal(told.at(-1)?.is, 'sending');
    await clock.pass(3 * SECOND);
    assert.equal(endpoint.attempts.length, 2);
    assert.equal(endpoint.stored.size, 1);
    assert.equal(facts.filter(({ type }) => type === 'delivered').length, 1);
    assert.ok(facts.some((fact) => fact.type === 'waiting' && fact.code === 'timeout'));
  });

  it('survives a way out that never settles, rejects, or throws', async () => {
    const ways = [
      () => new Promise<never>(() => {}),
      () => Promise.reject(new Error('no')),
      () => {
        throw new Error('no');
      },
    ];
    for (const way of ways) {
      const { clock, open, endpoint } = sceneOf();
      let tries = 0;
      const { port, story } = open({
        delivery: { deliver: (...args) => ((tries += 1) === 1 ? way() : endpoint.deliver(...args)) },
      });
      await port.commit(a, leadOf(a));
      await clock.pass(30 * SECOND);
      assert.deepEqual(story(), ['accepted', 'attempting', 'waiting', 'attempting', 'delivered']);
    }
  });

  it('waits as long as the endpoint asks, also when the network returns meanwhile', async () => {
    const { clock, endpoint, open } = sceneOf(['429 after 120', 200]);
    const { port, page } = open();
    await port.commit(a, leadOf(a));
    await clock.pass(60 * SECOND);
    page.return();
    await clock.pass(59 * SECOND);
    assert.equal(endpoint.attempts.length, 1);
    await clock.pass(2 * SECOND);
    assert.equal(endpoint.attempts.length, 2);
  });

  it('does not wait when a person asks', async () => {
    const { clock, endpoint, open } = sceneOf(['503 after 3600', 422, 200]);
    const { port } = open();
    await port.commit(a, leadOf(a));
    await clock.pass(10 * SECOND);
    port.hurry();
    await clock.pass(SECOND);
    assert.equal(endpoint.attempts.length, 2);
    port.hurry();
    await clock.pass(2 * SECOND);
    assert.equal(endpoint.stored.size, 1);
  });

  it('sends at once when the network returns', async () => {
    const { clock, endpoint, open } = sceneOf([...Array<'no connection'>(9).fill('no connection'), 200]);
    const { port, page } = open();
    await port.commit(a, leadOf(a));
    await clock.pass(400 * SECOND);
    const before = endpoint.attempts.length;
    assert.equal(before, 9);
    page.return();
    await clock.pass(SECOND);
    assert.equal(endpoint.stored.size, 1);
  });

  it('keeps a second between attempts, however much waits', async () => {
    const { clock, endpoint, open } = sceneOf();
    const { port } = open();
    for (let i = 1; i <= 5; i += 1) await port.commit(leadId(i), leadOf(leadId(i)));
    await clock.pass(10 * SECOND);
    assert.equal(endpoint.stored.size, 5);
    assert.ok(gapsOf(endpoint.attempts).every((gap) => gap >= SECOND));
  });

  it('leaves no timer behind when all is delivered', async () => {
    const { clock, open } = sceneOf();
    await open().port.commit(a, leadOf(a));
    await clock.pass(20 * SECOND);
    assert.equal(clock.timers, 0);
  });
});

describe('outbox: commits', () => {
  it('counts revisions and sends the newest when several came at once', async () => {
    const { clock, endpoint, open } = sceneOf();
    const { port, outbox } = open();
    const made = await Promise.all(['one', 'two', 'three'].map((note) => port.commit(a, leadOf(a, note))));
    assert.deepEqual(
      made,
      [1, 2, 3].map((revision) => ({ revision, durable: true })),
    );
    await clock.pass(10 * SECOND);
    assert.match([...endpoint.stored.values()].at(-1) ?? '', /three/);
    const counts = await outbox.counts();
    assert.equal(counts.accepted, 3);
    assert.ok(isBalanced(counts) && counts.queued === 0);
  });

  it('sends a later revision after the one that is under way', async () => {
    const { clock, endpoint, open } = sceneOf(['hangs', 200]);
    const { port } = open();
    await port.commit(a, leadOf(a, 'one'));
    await clock.pass(SECOND);
    await port.commit(a, leadOf(a, 'two'));
    await clock.pass(20 * SECOND);
    assert.deepEqual([...endpoint.stored.keys()], [`${a}.2`]);
    assert.deepEqual(
      endpoint.attempts.map(({ key }) => key),
      [`${a}.1`, `${a}.2`],
    );
  });

  it('never rejects: a lead that cannot be written is reported', async () => {
    const { clock, endpoint, open } = sceneOf();
    const { outbox, facts } = open();
    const port = outbox.handover(() => {
      throw new Error('no such format');
    });
    assert.deepEqual(await port.commit(a, leadOf(a)), { revision: 0, durable: false });
    await clock.pass(SECOND);
    assert.ok(facts.some((fact) => fact.type === 'problem' && fact.code === 'lead.unwritable'));
    assert.equal(endpoint.attempts.length, 0);
    const ok = outbox.handover(writeLead);
    assert.deepEqual(await ok.commit(a, leadOf(a)), { revision: 1, durable: true });
  });

  it('keeps personal data out of every fact', async () => {
    const { clock, open } = sceneOf([503, 422, 200]);
    const { port, facts } = open();
    await port.commit(a, leadOf(a, 'canary@prospect.example'));
    await clock.pass(2 * HOUR);
    assert.doesNotMatch(JSON.stringify(facts), /canary/);
  });

  it('goes on when a listener throws', async () => {
    const { clock, endpoint, open } = sceneOf();
    const { port, outbox, story } = open();
    outbox.onFact(() => {
      throw new Error('listener');
    });
    port.watch(a, () => {
      throw new Error('watcher');
    });
    const stop = outbox.onFact(() => assert.fail('was told to stop'));
    stop();
    await port.commit(a, leadOf(a));
    await clock.pass(SECOND);
    assert.equal(endpoint.stored.size, 1);
    assert.deepEqual(story(), ['accepted', 'attempting', 'delivered']);
  });
});

describe('outbox: pages that come and go', () => {
  it('does not overlook a lead that is committed while it looks for work', async () => {
    const inner = siteStore();
    const { clock, endpoint, open } = sceneOf();
    const { port } = open({
      store: {
        ...inner,
        claim: async (terms) => {
          const claim = await inner.claim(terms);
          await new Promise<void>((resolve) => clock.after(100, resolve));
          return claim;
        },
      },
    });
    await clock.pass(50);
    await port.commit(a, leadOf(a));
    await clock.pass(SECOND);
    assert.equal(endpoint.stored.size, 1);
  });

  it('sends on the next page what was committed on one that closed before sending', async () => {
    const { clock, endpoint, open } = sceneOf();
    const first = open();
    const committed = first.port.commit(a, leadOf(a));
    await committed;
    first.outbox.stop();
    await clock.pass(HOUR);
    assert.equal(endpoint.attempts.length, 0);
    const told = open().watch(a);
    await clock.pass(SECOND);
    assert.equal(endpoint.stored.size, 1);
    assert.equal(told.at(-1)?.is, 'acknowledged');
  });

  it('says null for a lead that was never committed, so that it is committed then', async () => {
    const { clock, endpoint, open } = sceneOf();
    const { port, watch } = open();
    const told = watch(a);
    await clock.settle();
    assert.deepEqual(told, [null]);
    await port.commit(a, leadOf(a));
    await clock.pass(SECOND);
    assert.equal(endpoint.stored.size, 1);
  });

  it('says on a later page what was acknowledged on an earlier one', async () => {
    const { clock, open } = sceneOf();
    const first = open();
    await first.port.commit(a, leadOf(a));
    await clock.pass(SECOND);
    first.outbox.stop();
    await clock.pass(20 * DAY);
    const told = open().watch(a);
    await clock.settle();
    assert.deepEqual(names(told), ['acknowledged']);
  });

  it('takes over at once from a page that was killed in the middle of a request', async () => {
    const { clock, endpoint, open } = sceneOf(['hangs after taking', 200]);
    const first = open();
    await first.port.commit(a, leadOf(a));
    await clock.pass(SECOND);
    assert.equal(endpoint.attempts.length, 1);
    first.outbox.stop();
    open();
    await clock.pass(SECOND);
    assert.equal(endpoint.attempts.length, 2);
    assert.equal(endpoint.stored.size, 1);
  });

  it('waits for the end of the lease where there are no locks', async () => {
    const { clock, endpoint, open } = sceneOf(['hangs', 200], { lock: noLock });
    const first = open();
    await first.port.commit(a, leadOf(a));
    await clock.pass(SECOND);
    first.outbox.stop();
    open();
    await clock.pass(15 * SECOND);
    assert.equal(endpoint.attempts.length, 1);
    await clock.pass(2 * SECOND);
    assert.equal(endpoint.attempts.length, 2);
  });

  for (const [name, lock] of [
    ['with locks', undefined],
    ['without locks', noLock],
  ] as const) {
    it(`sends each of 20 leads once from five tabs, ${name}`, async () => {
      const { clock, endpoint, open } = sceneOf([], lock ? { lock } : {});
      const tabs = Array.from({ length: 5 }, () => open());
      for (let i = 0; i < 20; i += 1) await tabs[i % 5]?.port.commit(leadId(i), leadOf(leadId(i)));
      await clock.pass(60 * SECOND);
      assert.equal(endpoint.attempts.length, 20);
      assert.equal(endpoint.stored.size, 20);
      const delivered = tabs.flatMap(({ facts }) => facts.filter(({ type }) => type === 'delivered'));
      assert.equal(delivered.length, 20);
    });
  }

  it('tells a tab what another one sent for it', async () => {
    const { clock, open } = sceneOf([503, 200]);
    const [one, two] = [open(), open()];
    const told = [one.watch(a), two.watch(a)];
    await one.port.commit(a, leadOf(a));
    await clock.pass(10 * SECOND);
    two.page.return();
    one.page.return();
    await clock.pass(3 * SECOND);
    for (const states of told) assert.equal(states.at(-1)?.is, 'acknowledged');
  });

  it('does not wait for ever for a lock that a sleeping page holds', async () => {
    const lock = originLock();
    lock.hold('asleep', () => new Promise(() => {}));
    const { clock, endpoint, open } = sceneOf([], { lock });
    await open().port.commit(a, leadOf(a));
    await clock.pass(19 * SECOND);
    assert.equal(endpoint.attempts.length, 0);
    await clock.pass(2 * SECOND);
    assert.equal(endpoint.stored.size, 1);
  });

  it('ends its request when the lock is lost, then queues again before the next', async () => {
    let lose = () => {};
    let held = 0;
    const { clock, endpoint, open } = sceneOf(['hangs after taking', 200, 200], {
      lock: {
        hold(_name, run) {
          const controller = new AbortController();
          held += 1;
          lose = () => controller.abort();
          queueMicrotask(() => void run(controller.signal, true));
          return lose;
        },
      },
    });
    const { port, story } = open();
    await port.commit(a, leadOf(a));
    await clock.pass(SECOND);
    const before = held;
    lose();
    await clock.pass(SECOND);
    assert.equal(held, before, 'nothing new is begun during the request');
    await clock.pass(20 * SECOND);
    assert.ok(held > before);
    assert.equal(endpoint.stored.size, 1);
    assert.equal(story().at(-1), 'delivered');
  });

  it('rests and queues again when the page fell asleep before its turn', async () => {
    let asleep = true;
    const { clock, endpoint, open } = sceneOf([], {
      lock: {
        hold(_name, run) {
          const controller = new AbortController();
          if (asleep) controller.abort();
          asleep = false;
          queueMicrotask(() => void run(controller.signal, !controller.signal.aborted));
          return () => controller.abort();
        },
      },
    });
    await open().port.commit(a, leadOf(a));
    await clock.pass(3 * SECOND);
    assert.equal(endpoint.stored.size, 1);
  });

  it('does not wait for ever when the clock is set back by years', async () => {
    const { clock, endpoint, open } = sceneOf([503, 200]);
    await open().port.commit(a, leadOf(a));
    await clock.settle();
    clock.jump(-3_650 * DAY);
    await clock.pass(310 * SECOND);
    assert.equal(endpoint.stored.size, 1);
  });

  it('still sends a lead that was never tried when the clock is set ahead by years', async () => {
    const { clock, endpoint, open } = sceneOf();
    const first = open({ lock: { hold: () => () => {} } });
    await first.port.commit(a, leadOf(a));
    first.outbox.stop();
    clock.jump(3_650 * DAY);
    open();
    await clock.pass(SECOND);
    assert.equal(endpoint.stored.size, 1);
  });
});

describe('outbox: forgetting', () => {
  it('erases what waits and says that nothing was ever sent', async () => {
    const { clock, endpoint, open } = sceneOf([], { lock: { hold: () => () => {} } });
    const { port, outbox, watch } = open({ retry: { lockMs: DAY } });
    await port.commit(a, leadOf(a));
    assert.equal(await port.forget(a), false);
    const told = watch(a);
    await clock.pass(HOUR);
    assert.deepEqual(told, [null]);
    assert.equal(endpoint.attempts.length, 0);
    assert.equal((await outbox.counts()).forgotten, 1);
  });

  it('calls back what is under way and says that something may have arrived', async () => {
    const { clock, endpoint, open } = sceneOf(['hangs', 200]);
    const { port } = open();
    await port.commit(a, leadOf(a));
    await clock.pass(SECOND);
    assert.equal(await port.forget(a), true);
    await clock.pass(HOUR);
    assert.equal(endpoint.attempts.length, 1);
    assert.deepEqual(await port.commit(a, leadOf(a, 'withdrawn')), { revision: 2, durable: true });
    await clock.pass(SECOND);
    assert.deepEqual([...endpoint.stored.keys()], [`${a}.2`]);
  });
});

describe('outbox: options', () => {
  it('can be made faster as a whole', async () => {
    const { clock, endpoint, open } = sceneOf([503, 503, 503, 200]);
    const { port } = open({ store: siteStore(), retry: { baseMs: 10, gapMs: 1 } });
    await port.commit(a, leadOf(a));
    await clock.pass(200);
    assert.equal(endpoint.stored.size, 1);
  });
});

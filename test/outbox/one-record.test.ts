/**
 * A destination that makes a record of everything it is sent gets one thing of each lead, whatever happens to the
 * pages. Two faults are left out of that, each because nobody can know better, and tested by themselves. An answer
 * that is lost while its page lives looks like a lost request: the lead is sent again, with the same text. A request
 * that fails while its page dies looks like one that arrived: it is not sent again, and never called confirmed.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { memoryOutbox } from '../../src/adapters/memory-outbox.js';
import { destinationFor, type Destination } from '../../src/formats/destination.js';
import type { Lead } from '../../src/lead/lead.js';
import { createOutbox } from '../../src/outbox/create-outbox.js';
import { judge } from '../../src/outbox/judge.js';
import type { Clock } from '../../src/ports/clock.js';
import type { Delivery, Outcome } from '../../src/ports/delivery.js';
import type { HandoverPort } from '../../src/ports/handover.js';
import type { OutboxStore } from '../../src/ports/outbox-store.js';
import type { BegunPort } from '../../src/ports/page.js';
import { lead as hot, SETTINGS } from '../contracts/settings.js';
import { answerOf } from '../contracts/vendor.js';
import { originLock, pageOf, siteStore } from './scene.js';
import { seededRandomness, simulatedClock } from './simulated-clock.js';

const destinations: Destination[] = [];
for (const settings of SETTINGS) {
  const destination = await destinationFor(settings, 'https://kestrel.example/playbook.json');
  if (!destination.updates) destinations.push(destination);
}

const never = new Promise<never>(() => {});
const failed: Outcome = { is: 'retry', code: 'network.failed' };

/** A site whose pages die without notice, with a service that makes a record of everything. */
const siteOf = (destination: Destination, delays: readonly number[]) => {
  const clock = simulatedClock();
  const store = siteStore();
  const lock = originLock();
  const marks = new Set<string>();
  const begun: BegunPort = {
    isUsable: () => true,
    mark: (key) => void marks.add(key),
    isMarked: (key) => marks.has(key),
    unmark: (key) => void marks.delete(key),
  };
  const records: Delivery[] = [];
  let draws = 0;
  const delay = () => delays[(draws += 1) % delays.length] ?? 1;
  const later = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
  const network = { online: true, known: true, losesAnswers: 0, status: 0, failing: 0 };
  let pages = 0;

  /** What the browser does with a request, whether its page lives or not. */
  const carried = async (delivery: Delivery): Promise<Outcome> => {
    const { online, status: trouble } = network;
    const fails = !online || trouble > 0;
    if (fails) network.failing += 1;
    await later(delay() * 20);
    // Until the page has written it down.
    if (fails) clock.after(100, () => (network.failing -= 1));
    if (!online) return failed;
    if (fails) return judge({ status: trouble, body: '', retryAfter: null, date: null }, delivery, 0);
    const { status, body, recorded } = await answerOf(destination.name, delivery);
    if (recorded) records.push(delivery);
    await later(delay() * 20);
    if (network.losesAnswers-- > 0) return failed;
    return delivery.answers === 'unseen'
      ? { is: 'acknowledged', status: 0 }
      : judge({ status, body, retryAfter: null, date: null }, delivery, clock.nowMs());
  };

  const open = () => {
    let alive = true;
    const ifAlive = <T>(value: T): T | Promise<never> => (alive ? value : never);
    /** The storage takes a while: what a page asked of it may be done, and the page dead before it hears of it. */
    const slowly =
      <A extends readonly unknown[], T>(call: (...args: A) => Promise<T>) =>
      async (...args: A): Promise<T> => {
        await later(delay());
        if (!alive) return never;
        const done = await call(...args);
        await later(delay());
        return ifAlive(done);
      };
    const mine: OutboxStore = {
      tier: 'durable',
      commit: slowly(store.commit),
      claim: slowly(store.claim),
      settle: slowly(store.settle),
      recordsOf: slowly(store.recordsOf),
      counts: slowly(store.counts),
      hurry: slowly(store.hurry),
      forget: slowly(store.forget),
    };
    const time: Clock = {
      nowMs: clock.nowMs,
      monotonicMs: clock.monotonicMs,
      after: (ms, run) => clock.after(ms, () => alive && run()),
    };
    const page = pageOf();
    const locks = new Set<() => void>();
    const outbox = createOutbox({
      store: mine,
      fallback: memoryOutbox(),
      delivery: { deliver: async (delivery) => ifAlive(await carried(delivery)) },
      clock: time,
      randomness: seededRandomness((pages += 1)),
      lock: {
        hold(name, run) {
          const release = lock.hold(name, run);
          locks.add(release);
          return release;
        },
      },
      page,
      begun,
      isOffline: () => !network.online && network.known,
    });
    const port: HandoverPort = outbox.handover(destination.deliver);
    const die = () => {
      alive = false;
      for (const release of locks) release();
    };
    return { port, page, die };
  };
  return { clock, store, records, network, open };
};

const DOINGS = [
  ...['corrects', 'corrects', 'chooses', 'hides', 'comes back', 'leaves', 'leaves', 'crashes', 'second tab'],
  ...['offline', 'surely offline', 'online', 'unwell', 'well', 'looks again'],
] as const;

const story = fc.record({
  destination: fc.constantFrom(...destinations),
  delays: fc.array(fc.nat(6), { minLength: 5, maxLength: 9 }),
  doings: fc.array(
    fc.tuple(
      fc.constantFrom(...DOINGS),
      fc.oneof(fc.nat(40), fc.nat(3_000), fc.constantFrom(15_000, 60_000, 119_990, 120_010, 300_000)),
    ),
    { maxLength: 12 },
  ),
});

/** One conversation through all of it; resolves with the records at the service. */
const played = async (
  { destination, delays, doings }: typeof story extends fc.Arbitrary<infer T> ? T : never,
  prepare: (network: ReturnType<typeof siteOf>['network']) => void = () => {},
  diesAnyTime = false,
): Promise<readonly Delivery[]> => {
  const site = siteOf(destination, delays);
  const { clock, network, store } = site;
  prepare(network);
  const { id } = hot;
  let said = 0;
  let chosen = false;
  const commit = (port: HandoverPort) => {
    const { nextStep, ...rest } = hot;
    const note = `${(said += 1)}`;
    const make = (revision: number): Lead => ({
      ...rest,
      ...(chosen && nextStep && { nextStep }),
      contact: { ...rest.contact, name: `Dana ${note}` },
      key: `${id}.${revision}`,
      revision,
    });
    void port.commit(id, make, { hold: !chosen });
  };
  let here = site.open();
  /** As a conversation does that was sent on an earlier page. */
  const resume = async () => {
    here = site.open();
    if ((await store.recordsOf(id)).length === 0) commit(here.port);
  };
  commit(here.port);
  await clock.settle();
  for (const [doing, ms] of doings) {
    if (doing === 'corrects') commit(here.port);
    else if (doing === 'chooses') {
      chosen = true;
      commit(here.port);
    } else if (doing === 'hides') here.page.hide();
    else if (doing === 'comes back') here.page.return();
    else if (doing === 'leaves' || doing === 'crashes') {
      if (doing === 'leaves') here.page.hide();
      if (network.failing > 0 && !diesAnyTime) continue;
      here.die();
      await clock.pass(ms);
      await resume();
    } else if (doing === 'second tab') await resume();
    else if (doing === 'looks again') here.port.hurry();
    else if (doing === 'unwell' || doing === 'well') network.status = doing === 'well' ? 0 : 503;
    else {
      network.online = doing === 'online';
      network.known = doing !== 'offline';
      if (network.online) here.page.return();
    }
    await clock.pass(ms);
  }
  Object.assign(network, { online: true, status: 0 });
  await resume();
  here.page.return();
  await clock.pass(900_000);
  return site.records;
};

describe('a destination that makes a record of everything', () => {
  it('has one record of a lead, whatever happens to the pages', { timeout: 300_000 }, async () => {
    assert.equal(destinations.length, 9);
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        assert.equal((await played(told)).length, 1);
      }),
      { numRuns: 2_000 },
    );
  });

  it('may have more where answers are lost, all of the same text', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(story, fc.integer({ min: 1, max: 3 }), async (told, lost) => {
        const records = await played(told, (network) => (network.losesAnswers = lost));
        assert.ok(records.length >= 1);
        assert.ok(records.length <= 1 + lost);
        assert.equal(new Set(records.map(({ body }) => body)).size, 1);
      }),
      { numRuns: 200 },
    );
  });

  it('never has two, even where requests fail while their pages die', { timeout: 60_000 }, async () => {
    let none = 0;
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        const { length } = await played(told, undefined, true);
        assert.ok(length <= 1);
        if (length === 0) none += 1;
      }),
      { numRuns: 400 },
    );
    assert.ok(none > 0, 'The fault was never drawn.');
  });
});

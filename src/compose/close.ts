/**
 * The half of a conversation that only sending needs: the document, its destination, the outbox. Loaded behind
 * the first question, as a file of its own.
 */
import { begunMarks } from '../adapters/begun-marks.js';
import { fetchDelivery } from '../adapters/fetch-delivery.js';
import { indexedDbOutbox } from '../adapters/indexeddb-outbox.js';
import { pageLock } from '../adapters/lock.js';
import { storageMarker } from '../adapters/marker.js';
import { memoryOutbox } from '../adapters/memory-outbox.js';
import { browserPage } from '../adapters/page.js';
import { systemClock } from '../adapters/system-clock.js';
import { systemRandomness } from '../adapters/system-randomness.js';
import { createHandingOver } from '../conversation/handing-over.js';
import type { CloseParts } from '../conversation/way-out.js';
import { destinationFor, type Destination } from '../formats/destination.js';
import { BY_HAND } from '../formats/preset.js';
import type { Outbox } from '../outbox/contract.js';
import { createOutbox } from '../outbox/create-outbox.js';
import { judge } from '../outbox/judge.js';
import { PlaybookError } from '../playbook/error.js';
import type { Playbook } from '../playbook/schema.js';
import type { HandoverPort } from '../ports/handover.js';
import type { LockPort } from '../ports/page.js';
import { complain } from './complain.js';

/** What lives in memory is this page's alone: nobody has to wait for anybody. */
const ownLock: LockPort = {
  hold(_name, run) {
    const controller = new AbortController();
    run(controller.signal, true).catch(() => {});
    return () => controller.abort();
  },
};

/** Deliveries outlive conversations and playbooks, so everything on a page shares these. */
const outboxes = new Map<boolean, Outbox>();

/**
 * The outbox of this page; starts sending what earlier pages left. `durable: false` where the owner wants
 * nothing kept: it lives as long as the page.
 */
export const outboxFor = (durable: boolean): Outbox => {
  const known = outboxes.get(durable);
  if (known) return known;
  const clock = systemClock();
  const fallback = memoryOutbox();
  const page = browserPage();
  const outbox = createOutbox({
    store: durable ? indexedDbOutbox({ clock, marker: storageMarker() }) : fallback,
    fallback,
    delivery: fetchDelivery({
      judge: (answer, delivery) => judge(answer, delivery, clock.nowMs()),
    }),
    clock,
    randomness: systemRandomness(),
    lock: durable ? pageLock() : ownLock,
    page,
    begun: durable ? begunMarks() : undefined,
    isOffline: () => page.read().online === false,
  });
  outboxes.set(durable, outbox);
  return outbox;
};

/** The destination of a playbook's leads; null where visitors mail them. */
const destinationOf = async (
  { delivery, routing }: Playbook,
  playbookUrl: string,
): Promise<Destination | null> =>
  delivery.to === BY_HAND ? null : destinationFor(delivery, playbookUrl, routing?.hours?.zone);

const phones = async () => (await import('../adapters/phone-numbers.js')).readPhone;
const routing = async () => (await import('../routing/router.js')).router;

/** Rejects with PlaybookError when the playbook's `delivery` cannot be used, and says so in the console. */
export const closeParts = async (playbook: Playbook, playbookUrl: string): Promise<CloseParts> => {
  try {
    const destination = await destinationOf(playbook, playbookUrl);
    // Fetched now, so that sending need not wait for it.
    if (playbook.routing) routing().catch(() => {});
    return {
      createHandingOver: (options) =>
        createHandingOver({ ...options, phones, ...(playbook.routing && { routing }) }),
      updates: !!destination?.updates,
    };
  } catch (error) {
    if (error instanceof PlaybookError) complain(error.code, error.message);
    throw error;
  }
};

/** The way of this playbook's leads to the outbox. Rejects like `closeParts`. */
export const handoverFor = async (
  playbook: Playbook,
  playbookUrl: string,
  durable: boolean,
): Promise<HandoverPort> => {
  const destination = await destinationOf(playbook, playbookUrl);
  return destination
    ? outboxFor(durable).handover(destination.deliver)
    : (await import('./by-hand.js')).byHand(playbook);
};

/** From here, so that the debug panel shares what is loaded by then. */
export const loadDebug = () => import('../embed/debug/open-debug.js');

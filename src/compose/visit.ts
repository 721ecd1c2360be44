/**
 * The visit as it stands with what this device remembers: touches, the count of visits, variants of experiments.
 * Loaded only where a playbook asks for something of it, or something is remembered.
 */
import { browserPage } from '../adapters/page.js';
import { systemClock } from '../adapters/system-clock.js';
import { systemRandomness } from '../adapters/system-randomness.js';
import { visitStore } from '../adapters/visit-store.js';
import { arrivalFrom } from '../arrival/arrival.js';
import { variantsFor, type Variants } from '../arrival/experiments.js';
import type { KeptVisits } from '../arrival/kept-visits.js';
import { arrivalKnowing, visitsWith } from '../arrival/touches.js';
import type { Arrival } from '../flow/log.js';
import type { Playbook } from '../playbook/schema.js';
import type { Visit } from '../ports/page.js';

const clock = systemClock();
export const store = visitStore({ clock });
const randomness = systemRandomness();
const units = new Map<string, number>();
/** One for a page, so that everything on it agrees. */
const unitOf = (experiment: string): number => {
  const unit = units.get(experiment) ?? randomness.unit();
  units.set(experiment, unit);
  return unit;
};
let known: KeptVisits | null = null;
let came: Arrival | null = null;

/** Whether a device may remember anything of this playbook's visitors. `said`: the page's word, for one that asks. */
export const mayKeep = ({ privacy }: Playbook, said: string): boolean => {
  const { storage = 'allowed' } = privacy ?? {};
  return storage === 'allowed' || (storage === 'ask-host' && said === 'yes');
};

const isRemembered = ({ privacy }: Playbook): boolean =>
  privacy?.attribution ?? privacy?.remember === 'device';

const visitsOn = (playbook: Playbook, landing: string, said: string): KeptVisits => {
  const at = new Date(clock.nowMs()).toISOString();
  const before = known ?? (mayKeep(playbook, said) ? store.visits() : null);
  came ??= arrivalFrom(browserPage({ landing: landing || undefined }).read());
  // Counted once for a page, and looked at as often as anybody asks.
  const visits = known ?? visitsWith(before, came, at);
  const variants: Variants = variantsFor(playbook, unitOf, before?.variants[playbook.id]);
  known = { ...visits, variants: { ...before?.variants, [playbook.id]: variants } };
  return known;
};

/** The visit of this page. Kept at once where the owner switched that on. `landing` may be empty. */
export const visitOn = (playbook: Playbook, landing: string, said: string): Visit => {
  const visits = visitsOn(playbook, landing, said);
  if (playbook.privacy?.attribution && mayKeep(playbook, said)) store.keepVisits(visits);
  const { page: _, ...arrival } = arrivalKnowing(came as Arrival, visits); // Read by `visitsOn`.
  const variants = visits.variants[playbook.id] ?? {};
  return { arrival, ...(Object.keys(variants).length > 0 && { variants }) };
};

/**
 * What follows from a fact of the conversation: who has answered may be remembered from now on; who had everything
 * forgotten is on a first visit again.
 */
export const noteFact = (
  fact: 'answer' | 'forgotten',
  playbook: Playbook,
  landing: string,
  said: string,
): void => {
  if (fact === 'answer') {
    if (isRemembered(playbook) && mayKeep(playbook, said))
      store.keepVisits(visitsOn(playbook, landing, said));
    return;
  }
  store.erase();
  known = null;
};

/** What the page knows, put into words of the log: told by the page, confirmed by the visitor. */
import { readValue } from '../flow/given.js';
import { parseAnswer } from '../flow/kinds/index.js';
import { isRecord } from '../flow/lenient.js';
import type { Happening, Iso, Value } from '../flow/log.js';
import { optionsOf } from '../flow/options.js';
import type { FoldState } from '../flow/state.js';
import type { Step } from '../playbook/schema.js';
import { askedIn } from './asked.js';
import type { ConversationEvent, KnownFact } from './contract.js';
import { isSame, type Act } from './entries.js';
import type { Setting } from './setting.js';

type Told = Extract<ConversationEvent, { type: 'page.prefilled' }>['values'];

/**
 * Each known step once, unless the page said the same before; null once the visitor said that this is about
 * somebody else. `now` counts where the page does not say since when it knows.
 */
export const prefilling = (setting: Setting, fold: FoldState, told: Told, now: Iso): Act => {
  if (fold.log.some(({ type }) => type === 'disowned')) return null;
  const before = fold.log.filter((entry) => entry.type === 'prefilled');
  return {
    entries: Object.entries(told).flatMap(([id, given]): Happening[] => {
      const step = setting.playbook.steps.find((known) => known.id === id);
      const { value: raw, source = 'page', asOf } = factOf(given);
      const value = step && valueFor(setting, fold, step, readValue(raw));
      const isKnown = before.some(
        (entry) => entry.step === id && isSame(entry.value, value) && (asOf ?? entry.asOf) === entry.asOf,
      );
      if (value == null || isKnown) return [];
      return [{ type: 'prefilled', step: id, value, source, asOf: asOf ?? now }];
    }),
  };
};

const isFact = (given: Value | KnownFact): given is KnownFact => isRecord(given) && 'value' in given;
const factOf = (given: Value | KnownFact): KnownFact => (isFact(given) ? given : { value: given });

/** What a page writes as text may be a number, or the label of an option: read as if it had been typed. */
const valueFor = (
  setting: Setting,
  fold: FoldState,
  step: Step,
  value: Value | null | undefined,
): Value | null | undefined => {
  if (typeof value !== 'string') return value;
  const options = optionsOf(step, setting.factsOf(fold));
  const read = parseAnswer(step, value, options, setting.locale, setting.reading?.());
  return read.ok ? read.value : value;
};

/** "Still right"; null when nothing of that number has to be confirmed. */
export const confirming = (setting: Setting, fold: FoldState, of: number): Act =>
  askedIn(setting, fold)?.stale?.of === of ? { entries: [{ type: 'confirmed', of }] } : null;

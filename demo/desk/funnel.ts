/** What the sums amount to: how many came how far, by step, by day and by version of the playbook. */
import { outlineOf } from '../../src/flow/outline.js';
import { plainText } from '../../src/flow/rich-text.js';
import type { Playbook, Step } from '../../src/playbook/schema.js';
import type { Sum } from './count-store.js';

export interface Reached {
  readonly opened: number;
  readonly started: number;
  readonly finished: number;
}

export interface StepReached {
  readonly step: string;
  /** The question, for people; the step's id where this playbook does not know it any more. */
  readonly ask: string;
  readonly asked: number;
  readonly answered: number;
}

export interface VersionReached extends Reached {
  readonly hash: string;
  /** What the owner calls it. */
  readonly version: string;
  /** First day in the period, YYYY-MM-DD. */
  readonly since: string;
}

export interface Funnel extends Reached {
  /** In the order in which they are asked. */
  readonly steps: readonly StepReached[];
  /** Every day of the period, also those on which nothing happened. */
  readonly days: readonly (Reached & { readonly day: string })[];
  /** Newest first; all versions of the period, whichever is looked at. */
  readonly versions: readonly VersionReached[];
}

const DAY_MS = 86_400_000;

/** The days from one to the other, both included, as YYYY-MM-DD. */
const daysBetween = (from: string, to: string): readonly string[] => {
  const days: string[] = [];
  for (let ms = Date.parse(from); ms <= Date.parse(to); ms += DAY_MS) {
    days.push(new Date(ms).toISOString().slice(0, 10));
  }
  return days;
};

const reached = (sums: readonly Sum[]): Reached => {
  const total = (what: Sum['what']) =>
    sums.reduce((all, sum) => (sum.what === what ? all + sum.number : all), 0);
  return { opened: total('opened'), started: total('started'), finished: total('finished') };
};

/** Every question in the order in which it is asked; consents that no step asks stand before contact details. */
const questionsOf = (playbook: Playbook): readonly Step[] => {
  const { steps, contacts, purposes } = outlineOf(playbook);
  const own = steps.filter((step) => step !== undefined);
  const inserted = purposes.filter(({ authored }) => !authored).map(({ step }) => step);
  const place = own.findIndex((step) => contacts.includes(step));
  return place < 0 ? [...own, ...inserted] : own.toSpliced(place, 0, ...inserted);
};

/** As people know it, with dots for what is filled in. */
const wordsOf = ({ id, ask = '' }: Step): string =>
  plainText([ask].flat().at(-1) ?? '').replace(/\{[^{}]*\}/g, '…') || id;

const stepsIn = (sums: readonly Sum[], playbook: Playbook): readonly StepReached[] => {
  const questions = questionsOf(playbook);
  const known = new Map(questions.map((step, place) => [step.id, { ask: wordsOf(step), place }]));
  const ids = [...new Set(sums.flatMap(({ step }) => (step === '' ? [] : [step])))];
  const place = (id: string): number => known.get(id)?.place ?? questions.length;
  return ids
    .toSorted((a, b) => place(a) - place(b) || a.localeCompare(b, 'en'))
    .map((step) => {
      const number = (what: Sum['what']) =>
        sums.reduce((all, sum) => (sum.step === step && sum.what === what ? all + sum.number : all), 0);
      return {
        step,
        ask: known.get(step)?.ask ?? step,
        asked: number('asked'),
        answered: number('answered'),
      };
    });
};

const versionsIn = (sums: readonly Sum[]): readonly VersionReached[] => {
  const hashes = [...new Set(sums.map(({ hash }) => hash))];
  return hashes
    .map((hash) => {
      const own = sums.filter((sum) => sum.hash === hash);
      return { hash, version: own.at(-1)?.version ?? '', since: own[0]?.day ?? '', ...reached(own) };
    })
    .toSorted((a, b) => b.since.localeCompare(a.since) || a.hash.localeCompare(b.hash));
};

export interface Period {
  /** YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  /** Only the version of this hash; empty: all. */
  readonly hash: string;
}

/** Who left before everything was loaded sent no hash: that counts for the newest of the same name. */
const withHashes = (sums: readonly Sum[]): readonly Sum[] => {
  const newest = new Map(sums.filter(({ hash }) => hash !== '').map(({ version, hash }) => [version, hash]));
  return sums.map((sum) => ({ ...sum, hash: sum.hash || (newest.get(sum.version) ?? '') }));
};

/** `found`: the sums of the period, the days in order. */
export const funnelOf = (found: readonly Sum[], playbook: Playbook, { from, to, hash }: Period): Funnel => {
  const sums = withHashes(found);
  const looked = hash === '' ? sums : sums.filter((sum) => sum.hash === hash);
  return {
    ...reached(looked),
    steps: stepsIn(looked, playbook),
    days: daysBetween(from, to).map((day) => ({
      day,
      ...reached(looked.filter((sum) => sum.day === day)),
    })),
    versions: versionsIn(sums),
  };
};

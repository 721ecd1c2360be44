/**
 * Passes one revision of one lead on to one program, record by record. What was done is written down after every
 * answer, so the next try goes on where this one broke off; a record whose request may have arrived is looked for
 * before it is made again.
 */
import { outcomeOf } from '../../formats/forward-outcome.js';
import type {
  ForwardAbout,
  ForwardAnswer,
  ForwardFormat,
  ForwardOutcome,
  ForwardRequest,
  ForwardSetting,
  ForwardStep,
} from '../../formats/forward.js';
import { jsonIn } from '../../formats/forwards/answer.js';
import type { Lead } from '../../lead/lead.js';
import { hashOf } from '../../playbook/hash.js';
import type { ForwardedRecord, ForwardProgress } from './contract.js';

export interface Passing {
  readonly format: ForwardFormat;
  readonly lead: Lead;
  readonly setting: ForwardSetting;
  readonly progress: ForwardProgress;
  /** Rejects when no answer came. */
  readonly send: (request: ForwardRequest) => Promise<ForwardAnswer>;
  readonly keep: (progress: ForwardProgress) => Promise<void>;
}

export type PassedOn = Exclude<ForwardOutcome, { readonly is: 'gone' }>;

const UNREADABLE = { is: 'later', code: 'answer.unrecognised', why: '', retryAfter: null } as const;

/** Where records are made there is nothing to be gone: the address is wrong. */
const NO_SUCH_PLACE = {
  is: 'settings',
  code: 'status.404',
  why: 'There is nothing at this address.',
} as const;

/** Resolves with how it ended. Rejects only when `keep` does. */
export const forwardLead = async (passing: Passing): Promise<PassedOn> => {
  const { format, lead, setting } = passing;
  let { progress } = passing;
  const keep = async (step: string, record: ForwardedRecord | null) => {
    const { [step]: _before, ...others } = progress.records;
    progress = {
      ...progress,
      doubt: null,
      records: record ? { ...progress.records, [step]: record } : others,
    };
    await passing.keep(progress);
  };
  const ask = async (request: ForwardRequest): Promise<{ outcome: ForwardOutcome; answer: unknown }> => {
    try {
      const answer = await passing.send(request);
      return { outcome: outcomeOf(format, answer), answer: jsonIn(answer.body) };
    } catch {
      const outcome = { is: 'later', code: 'network.failed', why: '', retryAfter: null } as const;
      return { outcome, answer: undefined };
    }
  };
  const about = (): ForwardAbout => ({
    lead,
    setting,
    ids: Object.fromEntries(Object.entries(progress.records).map(([step, { id }]) => [step, id])),
  });

  const change = async (step: ForwardStep, record: ForwardedRecord): Promise<ForwardOutcome> => {
    const request =
      record.closed || (step.shared && !record.ours) ? undefined : step.change?.(about(), record.id);
    if (!request) return { is: 'done' };
    const said = saidBy(step, about(), record.id);
    if (said === record.said) return { is: 'done' };
    const { outcome, answer } = await ask(request);
    if (outcome.is === 'gone') await keep(step.name, { ...record, closed: true });
    if (outcome.is !== 'done') return outcome;
    const id = step.idIn(answer) ?? record.id;
    // Under another address it is another person: what we made for the first one is remembered, to be deleted one day.
    if (id !== record.id && record.ours) await keep(`${step.name} ${record.id}`, record);
    const ours = id === record.id ? record.ours : (step.madeIn?.(answer) ?? true);
    await keep(step.name, { id, said, ours });
    return outcome;
  };

  const make = async (step: ForwardStep): Promise<ForwardOutcome> => {
    const request = step.make(about());
    if (!request) return { is: 'done' };
    progress = { ...progress, doubt: step.name };
    await passing.keep(progress);
    const { outcome, answer } = await ask(request);
    if (outcome.is === 'gone') return NO_SUCH_PLACE;
    if (outcome.is === 'done') {
      const id = step.idIn(answer);
      if (id === undefined) return UNREADABLE;
      const said = saidBy(step, about(), id);
      await keep(step.name, { id, said, ours: step.madeIn?.(answer) ?? true });
    }
    return outcome;
  };

  /** What `look` finds; null: nothing is there. */
  const find = async (step: ForwardStep): Promise<ForwardOutcome | ForwardedRecord | null> => {
    const request = step.shared || progress.doubt === step.name ? step.look?.(about()) : undefined;
    if (!request) return null;
    const { outcome, answer } = await ask(request);
    if (outcome.is === 'gone') return null;
    if (outcome.is !== 'done') return outcome;
    const id = step.foundIn?.(answer, about());
    // Asked after a lost answer, it may be ours or not; what may be somebody else's is not deleted later.
    return id === undefined ? null : { id, said: '', ours: !step.shared };
  };

  const pass = async (step: ForwardStep): Promise<ForwardOutcome> => {
    const known = progress.records[step.name];
    if (known) return change(step, known);
    const found = await find(step);
    if (found === null) return make(step);
    if ('is' in found) return found;
    await keep(step.name, found);
    return change(step, found);
  };

  const remove = async (step: string, { id, ours, closed }: ForwardedRecord): Promise<ForwardOutcome> => {
    const request = ours && !closed ? format.remove(step, id, setting) : undefined;
    const outcome: ForwardOutcome = request ? (await ask(request)).outcome : { is: 'done' };
    if (outcome.is === 'done' || outcome.is === 'gone') await keep(step, null);
    return outcome;
  };

  const steps = lead.phase === 'withdrawn' ? [] : format.steps(lead, setting);
  for (const step of steps) {
    const outcome = await pass(step);
    if (outcome.is === 'gone') continue;
    if (outcome.is !== 'done') return outcome;
  }
  // What is not said any more goes, each before those that it refers to; a contact only when all of the lead does.
  const said = new Set(steps.map(({ name }) => name));
  for (const [step, record] of Object.entries(progress.records).toReversed()) {
    if (said.has(step) || (lead.phase !== 'withdrawn' && !/^task\d+$/.test(step))) continue;
    const outcome = await remove(step, record);
    if (outcome.is !== 'done' && outcome.is !== 'gone') return outcome;
  }
  return { is: 'done' };
};

/** A fingerprint of what the record says now. */
const saidBy = (step: ForwardStep, about: ForwardAbout, id: string): string =>
  hashOf(step.says?.(about) ?? [step.change?.(about, id)?.body]);

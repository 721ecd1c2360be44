/** Leads as the widget makes them, of invented prospects, for tests of the desk. */
import { factsFrom } from '../../src/flow/facts.js';
import { fold } from '../../src/flow/fold.js';
import { parseAnswer } from '../../src/flow/kinds/index.js';
import { stamped, type Arrival, type Happening, type LogEntry } from '../../src/flow/log.js';
import { optionsOf } from '../../src/flow/options.js';
import { buildLead } from '../../src/lead/build-lead.js';
import type { Lead, Signals } from '../../src/lead/lead.js';
import { readNeeds } from '../../src/matching/needs.js';
import { router } from '../../src/routing/router.js';
import { hashOf } from '../../src/playbook/hash.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { standingOf } from '../../src/qualification/judge.js';
import { newLeadId } from '../../src/receiver/conformance/probe.js';

export interface Prospect {
  /** What they type or tap, by step id; consents by `consent:<purpose>`. A step left out is skipped. */
  readonly says: { readonly [step: string]: string };
  readonly asks?: readonly string[];
  /** Later revisions: the offer they chose. */
  readonly chooses?: string;
  readonly arrival?: Partial<Arrival>;
  readonly locale?: string;
  readonly leadId?: string;
  readonly signals?: Signals;
  readonly test?: boolean;
}

export const contact = (fields: { readonly [field: string]: string }): string => JSON.stringify(fields);

/** The lead that this prospect's conversation makes, sent at `nowMs`. */
export const leadOf = (playbook: Playbook, prospect: Prospect, nowMs: number): Lead => {
  const { says, asks = [], chooses, arrival = {}, locale = 'en', signals, test } = prospect;
  const log: LogEntry[] = [];
  const add = (happening: Happening) =>
    log.push(stamped(happening, log, new Date(nowMs - 90_000 + log.length * 8_000).toISOString()));
  add({
    type: 'began',
    playbook: { id: playbook.id, version: playbook.version ?? '', hash: hashOf(playbook) },
    locale,
    timeZone: 'Europe/London',
    arrival: { kind: 'direct', landing: '/', page: '/', referrer: '', utm: {}, clickIds: {}, ...arrival },
  });
  for (const text of asks) add({ type: 'questioned', text, knowledge: null });
  for (let steps = 0; steps < 50; steps += 1) {
    const state = fold(playbook, log, standingOf(playbook));
    if (state.position.at === 'end') break;
    const { step } = state.position;
    const prompt = [step.ask ?? ''].flat().join('\n');
    const raw = says[step.id];
    if (step.purpose !== undefined) {
      const version =
        playbook.privacy?.consent?.find(({ purpose }) => purpose === step.purpose)?.version ?? '';
      const granted = raw === 'yes';
      add({
        type: 'consented',
        purpose: step.purpose,
        granted,
        text: prompt,
        version,
        locale,
        control: 'button',
      });
      continue;
    }
    const options = optionsOf(step, factsFrom(state.answers));
    const parsed = raw === undefined ? null : parseAnswer(step, raw, options, locale);
    if (parsed && !parsed.ok) throw new Error(`"${raw}" does not answer ${step.id}: ${parsed.code}`);
    add({
      type: 'answered',
      step: step.id,
      prompt,
      raw: raw ?? '',
      value: parsed?.value ?? null,
      ...(parsed?.label === undefined ? {} : { label: parsed.label }),
      locale,
    });
  }
  add({ type: 'submitted', ...(playbook.privacy?.notice ? { notice: playbook.privacy.notice } : {}) });
  if (chooses) add({ type: 'chose', offer: chooses });
  return buildLead({
    playbook,
    state: fold(playbook, log, standingOf(playbook)),
    leadId: prospect.leadId ?? newLeadId(),
    revision: chooses ? 2 : 1,
    phase: chooses ? 'updated' : 'complete',
    at: new Date(nowMs).toISOString(),
    needsOf: readNeeds,
    router,
    signals: signals ?? { tookMs: 64_000, decoyFilled: false },
    ...(test ? { test } : {}),
  });
};

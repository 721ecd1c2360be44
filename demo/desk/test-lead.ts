/** A lead that nobody wrote: it walks the playbook as a visitor would, taking the first of everything. */
import { systemRandomness } from '../../src/adapters/system-randomness.js';
import { factsFrom } from '../../src/flow/facts.js';
import { fold } from '../../src/flow/fold.js';
import { kindOf, labelOf, parseAnswer } from '../../src/flow/kinds/index.js';
import { stamped, type Happening, type LogEntry } from '../../src/flow/log.js';
import { optionsOf } from '../../src/flow/options.js';
import type { FoldState } from '../../src/flow/state.js';
import { buildLead } from '../../src/lead/build-lead.js';
import type { Lead } from '../../src/lead/lead.js';
import { hashOf } from '../../src/playbook/hash.js';
import type { Playbook, Step } from '../../src/playbook/schema.js';
import { standingOf } from '../../src/qualification/judge.js';

const MOST_STEPS = 100;
const SECONDS_PER_ANSWER = 9;
const PERSON = {
  name: 'Tess Trial',
  email: 'tess@trial.example',
  phone: '+44 7700 900000',
  company: 'Trial Foods',
  country: 'GB',
  role: 'Operations manager',
  website: 'trial.example',
};

/** Marked as a test, so it is never routed or counted. `nowMs` is when it was sent. */
export const testLead = (playbook: Playbook, nowMs: number): Lead => {
  const happenings: Happening[] = [began(playbook)];
  const state = (): FoldState => fold(playbook, stampedLog(happenings, nowMs), standingOf(playbook));
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const { position } = state();
    if (position.at === 'end') break;
    happenings.push(answerTo(playbook, position.step, state()));
  }
  happenings.push({
    type: 'submitted',
    ...(playbook.privacy?.notice ? { notice: playbook.privacy.notice } : {}),
  });
  return buildLead({
    playbook,
    state: state(),
    leadId: systemRandomness().id(),
    revision: 1,
    phase: 'complete',
    at: new Date(nowMs).toISOString(),
    signals: { tookMs: (happenings.length - 2) * SECONDS_PER_ANSWER * 1000, decoyFilled: false },
    test: true,
  });
};

const stampedLog = (happenings: readonly Happening[], nowMs: number): readonly LogEntry[] => {
  const log: LogEntry[] = [];
  for (const [i, happening] of happenings.entries()) {
    const before = (happenings.length - 1 - i) * SECONDS_PER_ANSWER * 1000;
    log.push(stamped(happening, log, new Date(nowMs - before).toISOString()));
  }
  return log;
};

const began = (playbook: Playbook): Happening => ({
  type: 'began',
  playbook: { id: playbook.id, version: playbook.version ?? '', hash: hashOf(playbook) },
  locale: playbook.language,
  timeZone: playbook.routing?.hours?.zone ?? 'UTC',
  arrival: { kind: 'direct', landing: '', page: '', referrer: '', utm: {}, clickIds: {} },
});

const answerTo = (playbook: Playbook, step: Step, state: FoldState): Happening => {
  const locale = playbook.language;
  const prompt = [step.ask ?? ''].flat().join('\n');
  if (kindOf(step) === 'consent') {
    const { purpose = '' } = step;
    const version = playbook.privacy?.consent?.find((one) => one.purpose === purpose)?.version ?? '';
    return { type: 'consented', purpose, granted: true, text: prompt, version, locale, control: 'button' };
  }
  const options = optionsOf(step, factsFrom(state.answers));
  const raw = rawFor(step, options[0]?.value);
  const parsed = parseAnswer(step, raw, options, locale);
  if (!parsed.ok) return { type: 'answered', step: step.id, prompt, raw: '', value: null, locale };
  const label = labelOf(parsed.value, { options, locale });
  return { type: 'answered', step: step.id, prompt, raw, value: parsed.value, label, locale };
};

const rawFor = (step: Step, first = ''): string => {
  switch (kindOf(step)) {
    case 'choice':
    case 'choices':
      return first;
    case 'number':
      return String(Math.min(step.max ?? 12, Math.max(step.min ?? 12, 12)));
    case 'yesNo':
    case 'consent':
      return 'yes';
    case 'email':
      return PERSON.email;
    case 'phone':
      return PERSON.phone;
    case 'contact':
      return JSON.stringify(PERSON);
    default:
      return 'This is a test lead.';
  }
};

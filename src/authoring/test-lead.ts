/** A lead that nobody wrote: it walks the playbook as a visitor would, taking the first of everything. */
import { factsFrom } from '../flow/facts.js';
import { fold } from '../flow/fold.js';
import { FURTHER } from '../flow/kinds/further.js';
import { kindOf, labelOf, parseAnswer } from '../flow/kinds/index.js';
import { stamped, type Happening, type Iso, type LogEntry } from '../flow/log.js';
import { optionsOf, type OfferedOption } from '../flow/options.js';
import type { FoldState } from '../flow/state.js';
import { buildLead } from '../lead/build-lead.js';
import type { Lead } from '../lead/lead.js';
import { readNeeds } from '../matching/needs.js';
import { router } from '../routing/router.js';
import { hashOf } from '../playbook/hash.js';
import type { Playbook, Step } from '../playbook/schema.js';
import { standingOf } from '../qualification/judge.js';

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

const ADDRESS = {
  street: '1 Trial Street',
  postalCode: 'SW1A 1AA',
  city: 'London',
  region: 'London',
  country: 'GB',
};

/** Marked as a test, so it is never routed or counted. `nowMs` is when it was sent, `leadId` 32 hexadecimal digits. */
export const testLead = (playbook: Playbook, nowMs: number, leadId: string): Lead => {
  const happenings: Happening[] = [began(playbook)];
  const state = (): FoldState => fold(playbook, stampedLog(happenings, nowMs), standingOf(playbook));
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const { position } = state();
    if (position.at === 'end') break;
    happenings.push(answerTo(playbook, position.step, state(), new Date(nowMs).toISOString()));
  }
  happenings.push({
    type: 'submitted',
    ...(playbook.privacy?.notice ? { notice: playbook.privacy.notice } : {}),
  });
  return buildLead({
    playbook,
    state: state(),
    leadId,
    revision: 1,
    phase: 'complete',
    at: new Date(nowMs).toISOString(),
    needsOf: readNeeds,
    router,
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

const answerTo = (playbook: Playbook, step: Step, state: FoldState, at: Iso): Happening => {
  const locale = playbook.language;
  const prompt = [step.ask ?? ''].flat().join('\n');
  if (kindOf(step) === 'consent') {
    const { purpose = '' } = step;
    const version = playbook.privacy?.consent?.find((one) => one.purpose === purpose)?.version ?? '';
    return { type: 'consented', purpose, granted: true, text: prompt, version, locale, control: 'button' };
  }
  const options = optionsOf(step, factsFrom(state.answers));
  const raw = rawFor(step, options);
  const parsed = parseAnswer(step, raw, options, locale, { ...FURTHER, at });
  if (!parsed.ok) return { type: 'answered', step: step.id, prompt, raw: '', value: null, locale };
  const label = labelOf(parsed.value, { options, locale, unit: step.unit });
  return { type: 'answered', step: step.id, prompt, raw, value: parsed.value, label, locale };
};

const rawFor = (step: Step, options: readonly OfferedOption[]): string => {
  const named = ({ value, text }: OfferedOption) => (text ? `${value}: a test` : value);
  switch (kindOf(step)) {
    case 'choice':
      return options.slice(0, 1).map(named).join();
    case 'choices':
      return options
        .slice(0, Math.max(1, step.min ?? 1))
        .map(named)
        .join('\n');
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
    case 'date':
      return step.latest ?? step.earliest ?? 'today';
    case 'rating':
      return String(step.max ?? 5);
    case 'country':
      return PERSON.country;
    case 'address':
      return JSON.stringify(ADDRESS);
    case 'url':
      return `https://${PERSON.website}`;
    default:
      return 'This is a test lead.';
  }
};

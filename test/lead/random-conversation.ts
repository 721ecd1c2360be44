/** Conversations as people have them: answering, changing their minds, asking, refusing, choosing. */
import fc from 'fast-check';
import { factsFrom } from '../../src/flow/facts.js';
import { questionOf } from '../../src/flow/fill-prompt.js';
import { advance, emptyState } from '../../src/flow/fold.js';
import { kindOf, parseAnswer } from '../../src/flow/kinds/index.js';
import { stamped, type Happening } from '../../src/flow/log.js';
import { optionsOf } from '../../src/flow/options.js';
import type { FoldState } from '../../src/flow/state.js';
import type { Playbook, Step } from '../../src/playbook/schema.js';
import { standingOf } from '../../src/qualification/judge.js';
import { began, BEGAN_AT } from './kestrel.js';

/** One act: what is done, and a number that decides how. */
export interface Act {
  readonly does:
    'answer' | 'skip' | 'correct' | 'ask' | 'consent' | 'prefill' | 'confirm' | 'disown' | 'choose' | 'speak';
  readonly how: number;
}

const act = (does: Act['does'], weight: number) => ({
  weight,
  arbitrary: fc.record<Act>({ does: fc.constant(does), how: fc.nat(1_000) }),
});

export const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    act('answer', 12),
    act('skip', 3),
    act('correct', 3),
    act('ask', 1),
    act('consent', 1),
    act('prefill', 2),
    act('confirm', 2),
    act('disown', 1),
    act('choose', 1),
    act('speak', 1),
  ),
  { minLength: 8, maxLength: 45, size: 'max' },
);

/** Texts that say where they come from, so that a test can look for them. */
export const canary = (step: string, how: number): string => `canary-${step}-${how}`;

const rawFor = (step: Step, state: FoldState, how: number): string => {
  const options = optionsOf(step, factsFrom(state.answers)).map((option) => option.value);
  const one = options[how % Math.max(1, options.length)] ?? '';
  switch (kindOf(step)) {
    case 'choice':
      return one;
    case 'choices':
      return [...new Set([one, options[(how >> 3) % Math.max(1, options.length)] ?? ''])].join('\n');
    case 'number':
      return String(1 + (how % 60));
    case 'yesNo':
    case 'consent':
      return how % 2 ? 'yes' : 'no';
    case 'email':
      return `${canary(step.id, how)}@northfold.example`;
    case 'phone':
      return `+44 7700 900${String(how % 1000).padStart(3, '0')}`;
    case 'contact':
      return JSON.stringify({
        name: canary(step.id, how),
        email: `p${how}@northfold.example`,
        ...(how % 3 ? { company: 'Northfold Foods', country: how % 2 ? 'DE' : 'GB' } : {}),
      });
    default:
      return canary(step.id, how);
  }
};

const consentOf = (playbook: Playbook, purpose: string, granted: boolean, locale: string): Happening => {
  const consent = playbook.privacy?.consent?.find((one) => one.purpose === purpose);
  return {
    type: 'consented',
    purpose,
    granted,
    text: consent?.text ?? '',
    version: consent?.version ?? '',
    locale,
    control: 'button',
  };
};

const happeningFor = (playbook: Playbook, state: FoldState, { does, how }: Act): Happening | undefined => {
  const { locale } = state;
  const pending = state.position.at === 'step' ? state.position.step : undefined;
  const prompt = pending ? questionOf(pending, factsFrom(state.answers), playbook) : '';
  const parsed = (step: Step) => {
    const raw = rawFor(step, state, how);
    const result = parseAnswer(step, raw, optionsOf(step, factsFrom(state.answers)), locale);
    return result.ok ? { raw, value: result.value, label: result.label } : undefined;
  };
  const pick = <T>(list: readonly T[]): T | undefined => list[how % Math.max(1, list.length)];
  switch (does) {
    case 'answer': {
      if (!pending) return state.submitted ? undefined : { type: 'submitted', notice: 'As shown.' };
      if (kindOf(pending) === 'consent')
        return consentOf(playbook, pending.purpose ?? '', how % 2 === 1, locale);
      const answer = parsed(pending);
      return answer && { type: 'answered', step: pending.id, prompt, ...answer, locale };
    }
    case 'skip':
      return pending?.optional
        ? { type: 'answered', step: pending.id, prompt, raw: '', value: null, locale }
        : undefined;
    case 'correct': {
      const answer = pick([...state.answers.values()]);
      const step = playbook.steps.find((one) => one.id === answer?.step);
      const mended = step && kindOf(step) !== 'consent' ? parsed(step) : undefined;
      return answer && mended && { type: 'corrected', of: answer.n, ...mended };
    }
    case 'ask':
      return { type: 'questioned', text: `question-${how}`, knowledge: null };
    case 'consent': {
      const purpose = pick(playbook.privacy?.consent ?? [])?.purpose;
      return purpose === undefined ? undefined : consentOf(playbook, purpose, how % 3 === 1, locale);
    }
    case 'prefill': {
      const step = pick(playbook.steps.filter((one) => kindOf(one) !== 'consent' && one.ask !== undefined));
      const known = step && parsed(step);
      const asOf = how % 2 ? BEGAN_AT : '2025-01-01T00:00:00.000Z';
      return known && { type: 'prefilled', step: step.id, value: known.value, source: 'page', asOf };
    }
    case 'confirm': {
      const stale = state.position.at === 'step' ? state.position.stale : undefined;
      return stale && { type: 'confirmed', of: stale.n };
    }
    case 'disown':
      return { type: 'disowned' };
    case 'choose': {
      const offer = pick(Object.keys(playbook.offers ?? {}));
      if (state.chosen && how % 3 === 0) return { type: 'cancelled', offer: state.chosen.offer };
      if (state.chosen && how % 5 === 0)
        return { type: 'booked', offer: state.chosen.offer, reference: `booking ${how}` };
      return state.submitted && offer !== undefined
        ? { type: 'chose', offer, ...(how % 2 === 0 && { details: { note: `note ${how}` } }) }
        : undefined;
    }
    default:
      return { type: 'language', locale: how % 2 ? 'de' : 'en' };
  }
};

/** What a conversation comes to in which these acts were done; acts that cannot be done are left out. */
export const conversationOf = (playbook: Playbook, done: readonly Act[]): FoldState => {
  const standing = standingOf(playbook);
  let state = emptyState(playbook, standing);
  const enter = (happening: Happening | undefined): void => {
    if (!happening) return;
    const at = new Date(Date.parse(BEGAN_AT) + state.log.length * 1_000).toISOString();
    state = advance(playbook, state, stamped(happening, state.log, at), standing);
  };
  enter(began());
  for (const each of done) enter(happeningFor(playbook, state, each));
  return state;
};

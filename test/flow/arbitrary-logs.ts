/** Logs for properties: a visitor who answers what is asked, with strays, corrections, doubles and rubbish. */
import fc from 'fast-check';
import type { Playbook, Step } from '../../src/playbook/schema.js';
import { factsFrom } from '../../src/flow/facts.js';
import { advance, emptyState } from '../../src/flow/fold.js';
import { fieldsOf } from '../../src/flow/kinds/contact-fields.js';
import { kindOf } from '../../src/flow/kinds/kind-of.js';
import type { Happening, LogEntry, Value } from '../../src/flow/log.js';
import { optionsOf } from '../../src/flow/options.js';
import type { FoldState } from '../../src/flow/state.js';
import { purposeOf } from '../../src/flow/step.js';
import { IDS, PURPOSES, rubbish } from './arbitrary-playbooks.js';

const someId = fc.constantFrom(...IDS);

/** A value that answers this step, or nothing when nothing is offered. */
export function fittingValue(step: Step, state: FoldState, pick: number): Value | undefined {
  const offered = optionsOf(step, factsFrom(state.answers)).map((option) => option.value);
  switch (kindOf(step)) {
    case 'choice':
      return offered[pick % (offered.length || 1)];
    case 'choices':
      return offered.slice(0, Math.max(step.min ?? 1, Math.min(step.max ?? 9, 1 + (pick % 3))));
    case 'number':
      return (step.min ?? 0) + (pick % 2);
    case 'yesNo':
    case 'consent':
      return pick % 2 === 0;
    case 'email':
      return `ana${pick % 3}@northfold.example`;
    case 'phone':
      return `+44 20 7946 012${pick % 10}`;
    case 'date':
      return `2026-12-0${1 + (pick % 9)}`;
    case 'rating':
      return 1 + (pick % 2);
    case 'country':
      return ['GB', 'DE', 'EG'][pick % 3];
    case 'url':
      return `https://northfold${pick % 3}.example`;
    case 'contact':
    case 'address':
      return Object.fromEntries(fieldsOf(step).map(({ name }) => [name, FIELDS[name] ?? `Ana ${pick % 3}`]));
    default:
      return `some text ${pick % 3}`.slice(0, Math.max(1, Math.min(step.max ?? 400, 400)));
  }
}

const FIELDS: { readonly [field: string]: string } = {
  __proto__: null as never,
  email: 'ana@northfold.example',
  phone: '+44 20 7946 0123',
};

const SECOND = 1000;
const START = Date.UTC(2026, 10, 23, 15, 0, 0);
/** The moment of an entry. */
export const atOf = (n: number): string => new Date(START + n * SECOND).toISOString();

export const beginning: Happening = {
  type: 'began',
  playbook: { id: 'any', version: '1', hash: '0' },
  locale: 'en',
  timeZone: 'Europe/London',
  arrival: {
    kind: 'newsletter',
    landing: 'https://kestrel.example/',
    page: 'https://kestrel.example/',
    referrer: '',
    utm: { campaign: 'a' },
    clickIds: {},
  },
};

const values: fc.Arbitrary<Value | null> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<(Value | null)[]>('a', 'b', 3, true, null, ['a', 'b'], 'x@y.example'),
  },
  { weight: 1, arbitrary: rubbish },
);
/** Too old to count unasked. */
const LONG_AGO = '2025-01-01T00:00:00.000Z';
const source = fc.constantFrom('page' as const, 'crm' as const, 'returning' as const);
const control = fc.constantFrom('button' as const, 'api' as const, 'checkbox' as const);

/** What to happen next; which answer, step or option is meant depends on where the conversation stands. */
type Intent =
  | { readonly is: 'answer' | 'skip'; readonly pick: number }
  /** Confirms what the page knew of the pending step. */
  | { readonly is: 'confirm' }
  | { readonly is: 'correct' | 'prefill'; readonly pick: number; readonly value?: Value | null }
  | { readonly is: 'entry'; readonly happening: Happening };

const strays: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    type: fc.constant('answered' as const),
    step: fc.oneof(someId, fc.constantFrom('consent:letter', '__proto__')),
    prompt: fc.constantFrom('', 'Asked.'),
    raw: fc.constant('raw'),
    value: values,
    locale: fc.constantFrom('en', 'de', 'x'),
  }),
  fc.record({
    type: fc.constant('prefilled' as const),
    step: someId,
    value: values as fc.Arbitrary<Value>,
    source,
    asOf: fc.constantFrom(atOf(0), LONG_AGO),
  }),
  fc.record({ type: fc.constant('confirmed' as const), of: fc.nat(12) }),
  fc.record({
    type: fc.constant('questioned' as const),
    text: fc.constant('Really?'),
    knowledge: fc.option(fc.constant('k')),
    answer: fc.constant('Yes.'),
  }),
  fc.record(
    {
      type: fc.constant('questioned' as const),
      text: fc.constant('Really?'),
      knowledge: fc.option(fc.constant('k')),
      answer: fc.constant('Yes.'),
      meant: rubbish as fc.Arbitrary<never>,
      url: rubbish as fc.Arbitrary<never>,
    },
    { requiredKeys: ['type', 'text', 'knowledge'] },
  ),
  fc.record({
    type: fc.constant('courtesy' as const),
    text: fc.constant('Hi'),
    response: fc.oneof(fc.constant('Hello!'), rubbish as fc.Arbitrary<string>),
  }),
  fc.record({ type: fc.constant('judged' as const), of: fc.nat(9), helpful: fc.boolean() }),
  fc.record(
    {
      type: fc.constant('objected' as const),
      objection: fc.constant('price'),
      text: fc.constant('Too expensive'),
      response: fc.oneof(fc.constant('I see.'), rubbish as fc.Arbitrary<string>),
    },
    { requiredKeys: ['type', 'objection'] },
  ),
  fc.record(
    {
      type: fc.constant('objection-moved' as const),
      of: fc.nat(9),
      to: fc.constantFrom('explored' as const, 'responded' as const, 'resolved' as const, 'parked' as const),
      choice: fc.constant('That helps'),
      response: fc.constant('Good.'),
    },
    { requiredKeys: ['type', 'of', 'to'] },
  ),
  fc.record({
    type: fc.constant('consented' as const),
    purpose: fc.constantFrom(...PURPOSES),
    granted: fc.boolean(),
    text: fc.constant('May we?'),
    version: fc.constantFrom('1', '1', '2'),
    locale: fc.constantFrom('en', 'ar'),
    control,
  }),
  fc.constant<Happening>({ type: 'submitted' }),
  fc.constant<Happening>({ type: 'chose', offer: 'callback' }),
  fc.constant<Happening>({ type: 'chose', offer: 'callback', details: { phone: '+44 20 7946 0123' } }),
  fc.constant<Happening>({ type: 'booked', offer: 'callback', reference: 'abc' }),
  fc.constant<Happening>({ type: 'cancelled', offer: 'callback' }),
  fc.constant<Happening>({ type: 'language', locale: 'de' }),
  fc.constant<Happening>({ type: 'withdrew' }),
  fc.constant<Happening>({ type: 'disowned' }),
  fc.constant<Happening>({ type: 'objected', objection: 'price' }),
  fc.constant(beginning),
);

const pick = fc.nat(60);
const change = <Is extends 'correct' | 'prefill'>(is: Is) =>
  fc.record({ is: fc.constant(is), pick, value: values }, { requiredKeys: ['is', 'pick'] });
const intents: fc.Arbitrary<Intent> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ is: fc.constant('answer' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('skip' as const), pick }) },
  { weight: 2, arbitrary: change('correct') },
  { weight: 2, arbitrary: change('prefill') },
  { weight: 1, arbitrary: fc.constant({ is: 'confirm' as const }) },
  { weight: 3, arbitrary: strays.map((happening) => ({ is: 'entry' as const, happening })) },
);

/** The entry of a visitor who answers what is asked; nothing at the end. */
export function answering(state: FoldState, pick: number, skip = false): Happening | undefined {
  if (state.position.at === 'end') return undefined;
  const { step } = state.position;
  const value = fittingValue(step, state, pick);
  const purpose = purposeOf(step);
  if (purpose !== undefined && !skip)
    return {
      type: 'consented',
      purpose,
      granted: value === true,
      text: 'May we?',
      version: '1',
      locale: 'en',
      control: 'button',
    };
  return {
    type: 'answered',
    step: step.id,
    prompt: 'Asked.',
    raw: 'raw',
    value: skip ? null : (value ?? null),
    label: `label ${String(value)}`,
    locale: 'en',
  };
}

function happeningOf(intent: Intent, state: FoldState, playbook: Playbook): Happening | undefined {
  switch (intent.is) {
    case 'entry':
      return intent.happening;
    case 'answer':
    case 'skip':
      return answering(state, intent.pick, intent.is === 'skip');
    case 'correct': {
      const answers = [...state.answers.values()];
      const answer = answers[intent.pick % (answers.length || 1)];
      const value = valueOf(
        intent,
        state,
        playbook.steps.find(({ id }) => id === answer?.step),
      );
      return { type: 'corrected', of: answer?.n ?? intent.pick, raw: 'raw', value };
    }
    case 'confirm': {
      const { position } = state;
      const known = position.at === 'step' ? position.stale : undefined;
      return known && { type: 'confirmed', of: known.n };
    }
    case 'prefill': {
      const step = playbook.steps[intent.pick % playbook.steps.length];
      const value = valueOf(intent, state, step) ?? '';
      const asOf = intent.pick % 3 === 0 ? LONG_AGO : atOf(0);
      return { type: 'prefilled', step: step?.id ?? '', value, source: 'page', asOf };
    }
  }
}

const valueOf = (
  { pick: which, value }: { readonly pick: number; readonly value?: Value | null },
  state: FoldState,
  step: Step | undefined,
): Value | null =>
  value === undefined && step ? (fittingValue(step, state, which) ?? null) : (value ?? null);

/** Logs of a playbook: numbered 1, 2, 3 …, now and then with a gap. */
export const logs = (playbook: Playbook): fc.Arbitrary<LogEntry[]> =>
  fc.array(fc.tuple(intents, fc.boolean()), { maxLength: 25 }).map((wishes) => {
    let state = emptyState(playbook);
    for (const [intent, gap] of [
      [{ is: 'entry', happening: beginning }, false] as [Intent, boolean],
      ...wishes,
    ]) {
      const happening = happeningOf(intent, state, playbook);
      const n = state.n + (gap ? 2 : 1);
      if (happening) state = advance(playbook, state, { ...happening, n, at: atOf(n) } as LogEntry);
    }
    return [...state.log];
  });

/** Logs that nobody wrote: any numbers, any shapes, doubles, rubbish. */
export const wildLogs: fc.Arbitrary<LogEntry[]> = fc.array(
  fc.oneof(
    rubbish,
    fc
      .tuple(strays, fc.oneof(fc.nat(30), rubbish), fc.oneof(fc.constant(atOf(1)), rubbish))
      .map(([happening, n, at]) => ({ ...happening, n, at }) as LogEntry),
    fc
      .tuple(
        fc.record({
          type: fc.constantFrom(
            'answered',
            'corrected',
            'prefilled',
            'confirmed',
            'disowned',
            'consented',
            'chose',
            'booked',
            'cancelled',
            'began',
            'questioned',
          ),
        }),
        fc.nat(30),
        fc.dictionary(
          fc.constantFrom(
            'step',
            'of',
            'value',
            'purpose',
            'granted',
            'text',
            'arrival',
            'slot',
            'locale',
            'details',
            'reference',
          ),
          rubbish,
        ),
      )
      .map(([type, n, rest]) => ({ ...rest, ...type, n, at: atOf(n) }) as unknown as LogEntry),
  ),
  { maxLength: 20 },
);

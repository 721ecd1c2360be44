/**
 * Playbooks and logs for properties. `playbooks` have the right shape and every fault a shape cannot forbid:
 * targets that are not there, circles, options nobody can see, two steps of one id. `logs` mix a visitor who
 * answers what is asked with strays, corrections, doubles and rubbish.
 */
import fc from 'fast-check';
import type { Condition } from '../../src/playbook/condition.js';
import { KINDS } from '../../src/playbook/kinds.js';
import type { Option, Playbook, Step } from '../../src/playbook/schema.js';
import { advance, emptyState } from '../../src/flow/fold.js';
import { fieldsOf } from '../../src/flow/kinds/contact-fields.js';
import { kindOf } from '../../src/flow/kinds/index.js';
import type { Happening, LogEntry, Value } from '../../src/flow/log.js';
import { optionsOf } from '../../src/flow/options.js';
import type { FoldState, StandingOf } from '../../src/flow/state.js';
import { purposeOf } from '../../src/flow/step.js';
import { factsFrom } from '../../src/flow/facts.js';

const IDS = ['need', 'sites', 'role', 'contact', 'more', 'news'];
const PURPOSES = ['letter', 'calls', 'news'];
const VALUES = ['a', 'b', 'c', 'yes', 'no'];
const someId = fc.constantFrom(...IDS);
const target = fc.oneof(
  { weight: 6, arbitrary: someId },
  { weight: 2, arbitrary: fc.constant('end') },
  { weight: 1, arbitrary: fc.constant('nowhere') },
);

/** Conditions over the names of the playbooks; without `known` they are monotone. */
export const conditions = (withKnown = true): fc.Arbitrary<Condition> =>
  fc.letrec<{ condition: Condition }>((tie) => {
    const name = fc.constantFrom(...IDS, 'contact.email', 'score', 'arrival', 'verdict', 'toString');
    const scalar = fc.oneof(fc.constantFrom(...VALUES), fc.integer({ min: 0, max: 9 }), fc.boolean());
    const comparison = fc.record(
      {
        in: fc.array(scalar, { maxLength: 3 }),
        atLeast: fc.integer({ min: 0, max: 9 }),
        atMost: fc.integer({ min: 0, max: 9 }),
        between: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 3, max: 9 })),
        includes: fc.constantFrom(...VALUES),
        ...(withKnown && { known: fc.boolean() }),
      },
      { requiredKeys: [] },
    );
    const tests = fc.dictionary(name, fc.oneof(scalar, comparison), { maxKeys: 2 });
    const nested = fc.array(tie('condition'), { maxLength: 3 });
    return {
      condition: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        tests,
        fc.record({ all: nested }),
        fc.record({ any: nested }),
        fc.record({ not: tie('condition') }),
      ) as fc.Arbitrary<Condition>,
    };
  }).condition;

const options: fc.Arbitrary<(string | Option)[]> = fc.array(
  fc.oneof(
    fc.constantFrom(...VALUES),
    fc.record(
      {
        value: fc.constantFrom(...VALUES),
        label: fc.constantFrom('Alpha', 'Beta', 'I *decide*'),
        go: target,
        when: conditions(),
      },
      { requiredKeys: ['value', 'label'] },
    ),
  ),
  { minLength: 0, maxLength: 4 },
);

const text = fc.oneof(
  fc.constantFrom('Hello.', 'How many {need}?', '{contact.name}, and you?', '**{company}**', ''),
  fc.array(fc.constantFrom('One.', 'Two {role}.'), { maxLength: 2 }),
);

const steps: fc.Arbitrary<Step> = fc.record(
  {
    id: someId,
    ask: text,
    say: text,
    show: fc.constantFrom('products' as const, 'summary' as const),
    kind: fc.constantFrom(...KINDS),
    options,
    optional: fc.boolean(),
    min: fc.integer({ min: 0, max: 3 }),
    max: fc.integer({ min: 2, max: 9 }),
    fields: fc.subarray(['name', 'email?', 'phone?', 'email', '__proto__']),
    purpose: fc.constantFrom(...PURPOSES),
    next: fc.oneof(
      target,
      fc.array(fc.record({ when: conditions(), go: target }, { requiredKeys: ['go'] }), { maxLength: 3 }),
    ),
  },
  { requiredKeys: ['id'] },
);

/** Steps as an author writes them: each asks, of its own id, and most are followed by the next. */
const sensibleSteps: fc.Arbitrary<Step[]> = fc
  .uniqueArray(steps, { minLength: 3, maxLength: 6, selector: (step) => step.id })
  .chain((all) =>
    fc.tuple(
      ...all.map(({ next, ...step }) =>
        fc.nat(5).map((dice): Step => ({ ...step, ask: step.ask ?? 'And?', ...(dice === 0 && { next }) })),
      ),
    ),
  );

const ending = { say: 'Bye.' };
const frame = {
  format: 1 as const,
  id: 'any',
  language: 'en',
  company: { name: 'Kestrel' },
  endings: { qualified: ending, nurture: ending, undetermined: ending, disqualified: ending },
  delivery: { to: 'desk' },
};

/** Playbooks of the right shape, however senseless. */
export const playbooks: fc.Arbitrary<Playbook> = fc
  .record(
    {
      steps: fc.oneof(fc.array(steps, { minLength: 1, maxLength: 8 }), sensibleSteps),
      welcome: fc.record({
        say: fc.oneof(
          text,
          fc.array(fc.record({ when: conditions(), text }, { requiredKeys: ['text'] }), { maxLength: 3 }),
        ),
      }),
      privacy: fc.record({
        consent: fc.array(
          fc.record(
            {
              purpose: fc.constantFrom(...PURPOSES),
              text: fc.constantFrom('May we?', 'Really?'),
              version: fc.constant('1'),
              required: fc.boolean(),
            },
            { requiredKeys: ['purpose', 'text', 'version'] },
          ),
          { maxLength: 3 },
        ),
      }),
    },
    { requiredKeys: ['steps'] },
  )
  .map((parts) => ({ ...frame, ...parts }));

/** Playbooks whose steps only lead forward: no circles, every target there, no step twice. */
export const straightPlaybooks: fc.Arbitrary<Playbook> = fc
  .uniqueArray(steps, { minLength: 1, maxLength: 6, selector: (step) => step.id })
  .chain((unlinked) => {
    const go = (place: number) => fc.constantFrom('end', ...unlinked.slice(place + 1).map((step) => step.id));
    return fc.tuple(
      ...unlinked.map(({ next: _, options: offered, ...step }, place) =>
        fc
          .record({
            next: fc.option(go(place), { nil: undefined }),
            goes: fc.array(go(place), { maxLength: 4 }),
          })
          .map(({ next, goes }): Step => ({
            ...step,
            ...(next !== undefined && { next }),
            ...(offered && {
              options: offered.map((option, i) => {
                const { value, label } =
                  typeof option === 'string' ? { value: option, label: option } : option;
                return { value, label, ...(goes[i] !== undefined && { go: goes[i] }) };
              }),
            }),
          })),
      ),
    );
  })
  .map((linked) => ({ ...frame, steps: linked }));

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
    case 'contact':
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

const rubbish = fc.anything({
  maxDepth: 2,
  withBigInt: true,
  withDate: true,
  withNullPrototype: true,
}) as fc.Arbitrary<never>;
const values: fc.Arbitrary<Value | null> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<(Value | null)[]>('a', 'b', 3, true, null, ['a', 'b'], 'x@y.example'),
  },
  { weight: 1, arbitrary: rubbish },
);
const source = fc.constantFrom('page' as const, 'crm' as const, 'returning' as const);
const control = fc.constantFrom('button' as const, 'api' as const, 'checkbox' as const);

/** One thing that happens: an answer to what is asked, or anything else. */
type Intent =
  | { readonly is: 'answer' | 'skip'; readonly pick: number }
  | { readonly is: 'back' | 'prefill'; readonly pick: number; readonly value?: Value | null }
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
    asOf: fc.constant(atOf(0)),
  }),
  fc.record({
    type: fc.constant('questioned' as const),
    text: fc.constant('Really?'),
    knowledge: fc.option(fc.constant('k')),
    answer: fc.constant('Yes.'),
  }),
  fc.record({
    type: fc.constant('consented' as const),
    purpose: fc.constantFrom(...PURPOSES),
    granted: fc.boolean(),
    text: fc.constant('May we?'),
    version: fc.constant('1'),
    locale: fc.constantFrom('en', 'ar'),
    control,
  }),
  fc.constant<Happening>({ type: 'submitted' }),
  fc.constant<Happening>({ type: 'chose', offer: 'callback' }),
  fc.constant<Happening>({ type: 'language', locale: 'de' }),
  fc.constant<Happening>({ type: 'withdrew' }),
  fc.constant<Happening>({ type: 'objected', objection: 'price' }),
  fc.constant(beginning),
);

const intents: fc.Arbitrary<Intent> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ is: fc.constant('answer' as const), pick: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('skip' as const), pick: fc.nat(20) }) },
  {
    weight: 3,
    arbitrary: fc.record(
      { is: fc.constantFrom('back' as const, 'prefill' as const), pick: fc.nat(60), value: values },
      { requiredKeys: ['is', 'pick'] },
    ),
  },
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
  if (intent.is === 'entry') return intent.happening;
  const { is, pick } = intent;
  if (is === 'answer' || is === 'skip') return answering(state, pick, is === 'skip');
  const answers = [...state.answers.values()];
  const answer = answers[pick % (answers.length || 1)];
  const place = pick % playbook.steps.length;
  const step = is === 'back' ? playbook.steps.find(({ id }) => id === answer?.step) : playbook.steps[place];
  const value = intent.value === undefined && step ? fittingValue(step, state, pick) : intent.value;
  if (is === 'back') return { type: 'corrected', of: answer?.n ?? pick, raw: 'raw', value: value ?? null };
  return { type: 'prefilled', step: step?.id ?? '', value: value ?? '', source: 'page', asOf: atOf(0) };
}

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
            'consented',
            'chose',
            'began',
            'questioned',
          ),
        }),
        fc.nat(30),
        fc.dictionary(
          fc.constantFrom('step', 'of', 'value', 'purpose', 'granted', 'text', 'arrival', 'slot', 'locale'),
          rubbish,
        ),
      )
      .map(([type, n, rest]) => ({ ...rest, ...type, n, at: atOf(n) }) as unknown as LogEntry),
  ),
  { maxLength: 20 },
);

/** What JSON may bring in the place of anything, also names that make no text. */
const fault = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant({ toString: 1, valueOf: 1, value: 'a' }));

/** A document in the place of a playbook: single members replaced by anything, or anything at all. */
export const wildPlaybooks: fc.Arbitrary<Playbook> = fc.oneof(
  { weight: 1, arbitrary: rubbish },
  {
    weight: 9,
    arbitrary: fc
      .tuple(playbooks, fc.array(fc.tuple(fc.nat(60), fault), { maxLength: 6 }))
      .map(([playbook, faults]) => faults.reduce(replaced, playbook)),
  },
);

/** The document with its n-th value, counted from the innermost, replaced. */
function replaced(document: Playbook, [place, by]: readonly [number, unknown]): Playbook {
  let left = place;
  return JSON.parse(JSON.stringify(document), (_, value: unknown) => (left-- === 0 ? by : value)) as Playbook;
}

/** A standing that follows from the answers alone. */
export const standingOf: StandingOf = (answers) => ({
  score: (answers.size * 3) % 10,
  slotsYes: answers.size % 4,
  slotsNo: 0,
  slotsUnknown: 4 - (answers.size % 4),
  verdict: answers.size > 2 ? 'a' : 'b',
});

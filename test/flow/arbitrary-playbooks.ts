/**
 * Playbooks for properties: of the right shape, with every fault a shape cannot forbid (targets that are not
 * there, circles, options nobody can see, two steps of one id), straight ones, and any document at all.
 */
import fc from 'fast-check';
import type { Condition } from '../../src/playbook/condition.js';
import { KINDS } from '../../src/playbook/kinds.js';
import type { Option, Playbook, Step } from '../../src/playbook/schema.js';

export const IDS = ['need', 'sites', 'role', 'contact', 'more', 'news'];
export const PURPOSES = ['letter', 'calls', 'news'];
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

const steps = fc.record(
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
) as fc.Arbitrary<Step>;

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

/** Anything a program can hold. */
export const rubbish = fc.anything({
  maxDepth: 2,
  withBigInt: true,
  withDate: true,
  withNullPrototype: true,
}) as fc.Arbitrary<never>;
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

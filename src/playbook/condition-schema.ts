import * as v from 'valibot';
import type { Condition } from './condition.js';
import { fields, optional } from './field.js';

const scalar = v.union([v.string(), v.number(), v.boolean()]);

/** The tests that can be asked of one name. */
export const testSchema = fields('Test', 'What is asked of one answer. Several tests mean "and".', {
  in: optional('One of these values.', v.pipe(v.array(scalar), v.minLength(1))),
  atLeast: optional('A number at or above this.', v.number()),
  atMost: optional('A number at or below this.', v.number()),
  between: optional(
    'A number from the first to the second, both included.',
    v.strictTuple([v.number(), v.number()]),
  ),
  includes: optional('A list with this value, or a text with these words; case does not matter.', v.string()),
  known: optional('true: something is known. false: nothing is.', v.boolean()),
});

const condition: v.GenericSchema<Condition> = v.lazy(() => conditionShape) as v.GenericSchema<Condition>;

/** The object behind `conditionSchema`, for the published JSON Schema. */
export const conditionShape = v.pipe(
  v.objectWithRest(
    {
      all: optional('All of these hold.', v.array(condition)),
      any: optional('At least one of these holds.', v.array(condition)),
      not: optional('This does not hold. Something unanswered stays unknown.', condition),
    },
    v.union([v.string(), v.number(), v.boolean(), testSchema]),
  ),
  v.metadata({
    title: 'Condition',
    about: 'Names with what they must be; a bare value means "is", several names mean "and".',
  }),
);

/** Shape of a condition. Whether its names exist is for the structural check to say. */
export const conditionSchema = condition;

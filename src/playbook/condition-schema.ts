import * as v from 'valibot';
import type { Condition } from './condition.js';

const scalar = v.union([v.string(), v.number(), v.boolean()]);
const comparison = v.strictObject({
  in: v.optional(v.array(scalar)),
  atLeast: v.optional(v.number()),
  atMost: v.optional(v.number()),
  between: v.optional(v.tuple([v.number(), v.number()])),
  includes: v.optional(v.string()),
  known: v.optional(v.boolean()),
});

/** Shape of a condition. Whether its names exist is for the structural check to say. */
export const conditionSchema: v.GenericSchema<Condition> = v.lazy(() =>
  v.objectWithRest(
    {
      all: v.optional(v.array(conditionSchema)),
      any: v.optional(v.array(conditionSchema)),
      not: v.optional(conditionSchema),
    },
    v.union([scalar, comparison]),
  ),
) as v.GenericSchema<Condition>;

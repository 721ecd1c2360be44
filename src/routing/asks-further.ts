/** Whether a playbook needs more of routing than every page loads. */
import { namesIn } from '../flow/conditions.js';
import type { Routing } from '../playbook/schema.js';
import { entriesOf, listOf } from '../qualification/unchecked.js';

/** It plans follow-up, or a rule asks for a postal code or a name that is no single answer. */
export const asksFurther = (routing: Routing | undefined): boolean =>
  listOf(routing?.followUp).length > 0 ||
  entriesOf(routing?.rules).some(
    ({ when, postcodes }) =>
      postcodes !== undefined ||
      namesIn(when).some((name) => /^(?:country|language|product|postcode)$/.test(name)),
  );

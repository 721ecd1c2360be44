/** The follow-up: what to do about a lead after it came, with a time for each. */
import { holds } from '../flow/conditions.js';
import { textOf } from '../flow/lenient.js';
import type { Iso } from '../flow/log.js';
import type { Answers } from '../flow/state.js';
import type { LeadTask, Routed } from '../lead/lead.js';
import type { Routing } from '../playbook/schema.js';
import { placed } from '../qualification/unchecked.js';
import { dueAfter } from './due.js';
import { hoursOf } from './owners.js';

export interface TasksRequest {
  readonly routing: Routing;
  readonly facts: Answers;
  /** When the lead was sent. */
  readonly at: Iso;
  /** Who does them, in whose hours the times count. */
  readonly routed: Routed | undefined;
}

/** In the order of their times. What is never due, because nobody is ever there, is left out. */
export const tasksFor = ({ routing, facts, at, routed }: TasksRequest): readonly LeadTask[] => {
  const owner = routed?.owner ?? null;
  return placed(routing.followUp)
    .flatMap(([i, { id, after, do: act, say, when, because }]): readonly LeadTask[] => {
      const due = dueAfter(textOf(after), hoursOf(routing, owner), at);
      if (due === undefined || holds(when, facts) !== true) return [];
      return [
        {
          id: textOf(id) || `${i + 1}`,
          do: act,
          say: textOf(say),
          dueAt: due,
          owner,
          because: textOf(because) || `${after} after it was sent`,
        },
      ];
    })
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
};

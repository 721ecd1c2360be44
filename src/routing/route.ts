/** Who should answer, why, and by when. */
import { holds } from '../flow/conditions.js';
import { numberOf, textOf } from '../flow/lenient.js';
import type { Iso } from '../flow/log.js';
import type { Answers } from '../flow/state.js';
import type { Routed } from '../lead/lead.js';
import type { Playbook, Routing } from '../playbook/schema.js';
import { listOf, placed } from '../qualification/unchecked.js';
import { dueAt } from './due.js';
import { takesTurn } from './turns.js';

export interface RouteRequest {
  readonly playbook: Playbook;
  /** Answers, standing and arrival: rules may test all of them. */
  readonly facts: Answers;
  readonly leadId: string;
  /** When the prospect asked; the time to answer runs from here. */
  readonly at: Iso;
}

/**
 * The first rule that holds and names an owner decides; else those who take turns share by the lead's id.
 * A rule that names nobody known is passed over. `owner` is null when nobody could be found. Undefined when
 * the playbook names nobody and sets no time.
 */
export const route = ({ playbook, facts, leadId, at }: RouteRequest): Routed | undefined => {
  const { routing } = playbook;
  const due = dueAt(routing, at);
  if (!routing || (!named(routing) && due === undefined)) return undefined;
  return { ...ownerOf(routing, facts, leadId), ...(due === undefined ? {} : { dueAt: due }) };
};

const named = (routing: Routing): boolean => Object.keys(routing.owners ?? {}).length > 0;

const nameOf = (routing: Routing, owner: string): string | null => {
  const { owners } = routing;
  return owners && Object.hasOwn(owners, owner) ? textOf(owners[owner]?.name) || owner : null;
};

const ownerOf = (routing: Routing, facts: Answers, leadId: string): Routed => {
  const rules = placed(routing.rules);
  for (const [i, rule] of rules) {
    const name = nameOf(routing, textOf(rule.owner));
    if (name !== null && holds(rule.when, facts) === true) {
      return { owner: rule.owner, name, because: textOf(rule.because), path: `routing.rules[${i}]` };
    }
  }
  const unruled = rules.length > 0 ? 'no rule matched' : '';
  const turns = listOf(routing.takeTurns).flatMap((owner) =>
    typeof owner === 'string' && nameOf(routing, owner) !== null
      ? [{ owner, weight: Math.max(0, numberOf(routing.owners?.[owner]?.weight, 1)) }]
      : [],
  );
  const owner = takesTurn(leadId, turns);
  return owner === undefined
    ? { owner: null, name: null, because: `Nobody is named${unruled && `: ${unruled}`}`, path: 'routing' }
    : {
        owner,
        name: nameOf(routing, owner),
        because: `Takes turns${unruled && ` (${unruled})`}`,
        path: 'routing.takeTurns',
      };
};

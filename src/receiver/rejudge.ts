/**
 * The receiver does not take the browser's word for a verdict: it folds the lead's own log with the playbook
 * it knows and applies the rules again.
 */
import { fold } from '../flow/fold.js';
import type { Lead } from '../lead/lead.js';
import type { Playbook } from '../playbook/schema.js';
import { judge, standingOf } from '../qualification/judge.js';
import type { Judging } from './contract.js';
import { playbookOf } from './playbook-of.js';

/**
 * A judge for `createReceiver`. `playbookById` answers every playbook this receiver knows under an id (old
 * versions too), none when it knows none; a lead is judged only by the one whose content has the lead's hash.
 * Playbooks must not change once they were given.
 */
export const rejudge =
  (playbookById: (id: string) => readonly Playbook[]): ((lead: Lead) => Judging) =>
  (lead) => {
    if (!lead.log || lead.log.length === 0 || !lead.qualification) return 'no-log';
    const playbook = playbookOf(lead, playbookById(lead.playbook.id));
    if (!playbook) return 'unknown-playbook';
    const judgement = judge(playbook, fold(playbook, lead.log, standingOf(playbook)), lead.decidedAt);
    return sameDocument(judgement, lead.qualification) ? 'match' : 'mismatch';
  };

/** Equal as JSON documents: the order of members does not count, absent and undefined are the same. */
const sameDocument = (one: unknown, other: unknown): boolean => {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [membersOf(one), membersOf(other)];
  return left.size === right.size && [...left].every(([name, value]) => sameDocument(value, right.get(name)));
};

const membersOf = (document: object): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(document).filter(([, value]) => value !== undefined));

/** Checks who gets leads and by when: owners that exist, hours and zones that can be read, follow-up. */
import { didYouMean } from '../playbook/nearest.js';
import { pathTo } from '../playbook/path.js';
import type { Playbook, Routing } from '../playbook/schema.js';
import { parseHours, type Hours } from '../routing/hours.js';
import { stretchOf } from '../routing/postcodes.js';
import { checkAbsences } from './check-absences.js';
import { checkAccounts } from './check-accounts.js';
import { checkRuleOrder, rulesOf } from './check-rule-order.js';
import { quote, someOf, type Findings } from './findings.js';

export const checkRouting = (playbook: Playbook, findings: Findings): void => {
  const { routing } = playbook;
  if (!routing) return;
  checkOwners(playbook, routing, findings);
  checkHours(routing.hours, 'routing.hours', findings);
  for (const [key, { hours }] of Object.entries(routing.owners ?? {}))
    checkHours(hours, pathTo(pathTo('routing.owners', key), 'hours'), findings);
  checkPostcodes(playbook, findings);
  checkRuleOrder(playbook, findings);
  checkFallback(playbook, routing, findings);
  checkAbsences(playbook, routing, findings);
  checkAccounts(playbook, findings);
  checkFollowUp(routing, findings);
};

/** The owners that a rule names. */
export const namedIn = (owner: string | readonly string[]): readonly string[] =>
  typeof owner === 'string' ? [owner] : owner;

const checkOwners = (playbook: Playbook, { owners = {}, takeTurns }: Routing, { error }: Findings): void => {
  const known = new Set(Object.keys(owners));
  const owner = (name: string, path: string): void => {
    if (known.has(name)) return;
    const list = known.size > 0 ? `Owners: ${someOf([...known], 10)}.` : 'Add them to "owners".';
    error('routing.unknown-owner', path, `There is no owner ${quote(name)}.`, () =>
      didYouMean(name, known, list),
    );
  };
  for (const { rule, path } of rulesOf(playbook)) {
    if (typeof rule.owner === 'string') owner(rule.owner, `${path}.owner`);
    else rule.owner.forEach((name, i) => owner(name, `${path}.owner[${i}]`));
  }
  takeTurns?.forEach((name, i) => owner(name, `routing.takeTurns[${i}]`));
  const { accounts = [], owners: reach = {}, targets = [] } = playbook.private ?? {};
  accounts.forEach((account, i) => owner(account.owner, `private.accounts[${i}].owner`));
  targets.forEach((target, i) => target.owner && owner(target.owner, `private.targets[${i}].owner`));
  for (const name of Object.keys(reach)) owner(name, pathTo('private.owners', name));
};

const checkHours = (hours: Hours | undefined, path: string, { error }: Findings): void => {
  hours?.open.forEach((line, i) => {
    if (parseHours(line)) return;
    error(
      'routing.hours-unreadable',
      `${path}.open[${i}]`,
      `${quote(line)} cannot be read as opening hours.`,
      'Write them like "Mon-Fri 09:00-17:30".',
    );
  });
  if (hours && !isZone(hours.zone)) {
    error(
      'routing.unknown-zone',
      `${path}.zone`,
      `${quote(hours.zone)} is not a time zone.`,
      'Write an IANA name such as "Europe/London" or "America/New_York".',
    );
  }
};

const isZone = (timeZone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const checkPostcodes = (playbook: Playbook, { error, warning }: Findings): void => {
  const isAsked = playbook.steps.some(({ id, kind }) => kind === 'address' || id === 'postcode');
  for (const { rule, path } of rulesOf(playbook)) {
    if (!rule.postcodes) continue;
    rule.postcodes.forEach((line, i) => {
      if (stretchOf(line)) return;
      error(
        'routing.postcodes-unreadable',
        `${path}.postcodes[${i}]`,
        `${quote(line)} cannot be read as postal codes.`,
        'Write a beginning like "10" or "SW", or two of the same length like "10-19" or "EC1-EC4".',
      );
    });
    if (isAsked) continue;
    warning(
      'routing.postcode-never-asked',
      `${path}.postcodes`,
      'Nobody is asked for a postal code, so this rule never holds.',
      'Add a step of kind "address", or one with the id "postcode".',
    );
  }
};

/** Somebody has to get the leads that no rule takes. */
const checkFallback = (playbook: Playbook, routing: Routing, { error }: Findings): void => {
  const { owners = {}, takeTurns = [] } = routing;
  if (Object.keys(owners).length === 0) return;
  const isShared = takeTurns.some((name) => (owners[name]?.weight ?? (owners[name] && 1) ?? 0) > 0);
  const isTaken = rulesOf(playbook).some(({ rule: { when, postcodes } }) => !when && !postcodes);
  if (isShared || isTaken) return;
  error(
    'routing.no-fallback',
    'routing',
    'Nobody gets the leads that no rule is for.',
    'Name who shares them in "takeTurns", or add a last rule without "when".',
  );
};

const checkFollowUp = ({ followUp = [], owners = {} }: Routing, { error, warning }: Findings): void => {
  const seen = new Map<string, number>();
  followUp.forEach(({ id }, i) => {
    const first = id === undefined ? undefined : seen.get(id);
    if (id !== undefined && first === undefined) seen.set(id, i);
    if (first === undefined) return;
    error(
      'followup.duplicate-id',
      `routing.followUp[${i}].id`,
      `${quote(id ?? '')} is already the name of routing.followUp[${first}].`,
      'Give every entry a name of its own.',
    );
  });
  if (followUp.length > 0 && Object.keys(owners).length === 0)
    warning(
      'followup.nobody',
      'routing.followUp',
      'Nobody is named in "owners", so the follow-up is nobody’s.',
      'Add "owners".',
    );
};

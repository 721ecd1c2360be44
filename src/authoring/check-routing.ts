/** Checks who gets leads and by when: owners that exist, hours and zones that can be read. */
import { didYouMean } from '../playbook/nearest.js';
import type { Playbook } from '../playbook/schema.js';
import { parseHours } from '../routing/hours.js';
import { quote, someOf, type Findings } from './findings.js';

export const checkRouting = ({ routing }: Playbook, findings: Findings): void => {
  if (!routing) return;
  const { error } = findings;
  const owners = new Set(Object.keys(routing.owners ?? {}));
  const owner = (name: string, path: string): void => {
    if (owners.has(name)) return;
    const known = owners.size > 0 ? `Owners: ${someOf([...owners], 10)}.` : 'Add them to "owners".';
    error('routing.unknown-owner', path, `There is no owner ${quote(name)}.`, () =>
      didYouMean(name, owners, known),
    );
  };
  routing.rules?.forEach((rule, i) => owner(rule.owner, `routing.rules[${i}].owner`));
  routing.takeTurns?.forEach((name, i) => owner(name, `routing.takeTurns[${i}]`));
  const { hours } = routing;
  hours?.open.forEach((line, i) => {
    if (parseHours(line)) return;
    error(
      'routing.hours-unreadable',
      `routing.hours.open[${i}]`,
      `${quote(line)} cannot be read as opening hours.`,
      'Write them like "Mon-Fri 09:00-17:30".',
    );
  });
  if (hours && !isZone(hours.zone)) {
    error(
      'routing.unknown-zone',
      'routing.hours.zone',
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

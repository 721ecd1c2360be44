/** Checks where leads go. */
import { ALL_PRESETS } from '../formats/all-presets.js';
import { BY_HAND, canBeMailed } from '../formats/mailto.js';
import { nameOfStep, SAID } from '../formats/said.js';
import { didYouMean } from '../playbook/nearest.js';
import type { DeliverySettings, Playbook } from '../playbook/schema.js';
import { quote, someOf, type Findings } from './findings.js';

/** Destinations that later versions will know. */
const LATER = ['pipedrive', 'slack'];

const KNOWN = [...ALL_PRESETS.keys(), BY_HAND];

export const checkDelivery = ({ delivery, steps }: Playbook, findings: Findings): void => {
  const { error, warning } = findings;
  const names = new Set<string>([...SAID, ...steps.map(({ id }) => nameOfStep(id))]);
  const destinations = [
    { settings: delivery, path: 'delivery' },
    ...(delivery.backup ? [{ settings: delivery.backup, path: 'delivery.backup' }] : []),
  ];
  for (const { settings, path } of destinations) {
    const { to } = settings;
    if (ALL_PRESETS.has(to)) checkSettings(settings, path, findings);
    else if (to === BY_HAND) checkByHand(settings, path, findings);
    else if (LATER.includes(to)) {
      warning(
        'delivery.not-yet',
        `${path}.to`,
        `The destination ${quote(to)} is not available in this version, so no lead would arrive.`,
        `Until it is, use one of ${KNOWN.map(quote).join(', ')}.`,
      );
    } else {
      error('delivery.unknown-preset', `${path}.to`, `There is no destination ${quote(to)}.`, () =>
        didYouMean(to, [...KNOWN, ...LATER], `Use one of ${KNOWN.map(quote).join(', ')}.`),
      );
    }
    for (const name of Object.keys(settings.fields ?? {}).filter((each) => !names.has(each))) {
      error('delivery.unknown-field', `${path}.fields.${name}`, `No lead says ${quote(name)}.`, () =>
        didYouMean(name, names, `A lead says ${someOf([...SAID], 12)}, or the id of a step.`),
      );
    }
  }
  if (delivery.partial === 'after-consent' && ALL_PRESETS.get(delivery.to)?.updates(delivery) !== true) {
    error(
      'delivery.partial-without-updates',
      'delivery.partial',
      'Unfinished leads need a destination that can update them, and this one cannot.',
      'Remove "partial", or choose a destination that can update leads.',
    );
  }
};

const checkSettings = (settings: DeliverySettings, path: string, { error, warning }: Findings): void => {
  const preset = ALL_PRESETS.get(settings.to);
  const faults = preset?.faults?.(settings) ?? [];
  for (const { level, code, member, message, cure } of faults) {
    const note = level === 'error' ? error : warning;
    note(`delivery.${code}`, `${path}.${member}`, message, cure);
  }
  if (faults.length === 0 && !preset?.url(settings)) {
    error(
      'delivery.url-missing',
      `${path}.url`,
      `The destination ${quote(settings.to)} needs an address.`,
      'Add "url".',
    );
  }
};

const checkByHand = ({ email }: DeliverySettings, path: string, { error, warning }: Findings): void => {
  if (!canBeMailed(email)) {
    error(
      email ? 'delivery.email-unlike' : 'delivery.email-missing',
      `${path}.email`,
      email
        ? `${quote(email)} does not look like a mail address.`
        : `${quote(BY_HAND)} needs a mail address.`,
      'Put the address that leads are mailed to into "email".',
    );
  }
  warning(
    'delivery.by-hand',
    `${path}.to`,
    'A page cannot send mail by itself, so no lead would arrive unless the visitor sends it.',
    'Use a form service that mails you every lead, for example "web3forms".',
  );
};

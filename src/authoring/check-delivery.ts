/** Checks where leads go. */
import { PRESETS } from '../formats/preset.js';
import { didYouMean } from '../playbook/nearest.js';
import type { Playbook } from '../playbook/schema.js';
import { quote, type Findings } from './findings.js';

/** Destinations that later versions will know. */
const LATER = [
  'web3forms',
  'contact-form-7',
  'formspree',
  'hubspot',
  'pipedrive',
  'salesforce',
  'slack',
  'zapier',
  'make',
  'n8n',
];

export const checkDelivery = ({ delivery }: Playbook, { error, warning }: Findings): void => {
  const known = [...PRESETS.keys()];
  const destinations = [
    { settings: delivery, path: 'delivery' },
    ...(delivery.backup ? [{ settings: delivery.backup, path: 'delivery.backup' }] : []),
  ];
  for (const { settings, path } of destinations) {
    const preset = PRESETS.get(settings.to);
    if (preset) {
      if (preset.url(settings)) continue;
      error(
        'delivery.url-missing',
        `${path}.url`,
        `The destination ${quote(settings.to)} needs an address.`,
        'Add "url".',
      );
    } else if (LATER.includes(settings.to)) {
      warning(
        'delivery.not-yet',
        `${path}.to`,
        `The destination ${quote(settings.to)} is not available in this version, so no lead would arrive.`,
        `Until it is, use one of ${known.map(quote).join(', ')}.`,
      );
    } else {
      error('delivery.unknown-preset', `${path}.to`, `There is no destination ${quote(settings.to)}.`, () =>
        didYouMean(settings.to, [...known, ...LATER], `Use one of ${known.map(quote).join(', ')}.`),
      );
    }
  }
  if (delivery.partial === 'after-consent' && PRESETS.get(delivery.to)?.updates(delivery) !== true) {
    error(
      'delivery.partial-without-updates',
      'delivery.partial',
      'Unfinished leads need a destination that can update them, and this one cannot.',
      'Remove "partial", or choose a destination that can update leads.',
    );
  }
};

/** Checks where leads go. */
import { fieldsOf } from '../flow/kinds/contact-fields.js';
import { kindOf } from '../flow/kinds/kind-of.js';
import { ALL_PRESETS } from '../formats/all-presets.js';
import { canBeMailed } from '../formats/mailto.js';
import { BY_HAND, type Preset } from '../formats/preset.js';
import { nameOfStep, SAID } from '../formats/said.js';
import { takesCounts } from '../formats/takes-counts.js';
import { didYouMean } from '../playbook/nearest.js';
import { pathTo } from '../playbook/path.js';
import type { DeliverySettings, Playbook, Step } from '../playbook/schema.js';
import { quote, someOf, type Findings } from './findings.js';

/** Destinations that later versions will know. */
const LATER = ['pipedrive', 'slack'];

const KNOWN = [...ALL_PRESETS.keys(), BY_HAND];

export const checkDelivery = ({ delivery, privacy, steps, company }: Playbook, findings: Findings): void => {
  const { error, warning } = findings;
  const destinations = [
    { settings: delivery, path: 'delivery' },
    ...(delivery.backup ? [{ settings: delivery.backup, path: 'delivery.backup' }] : []),
  ];
  for (const { settings, path } of destinations) {
    const { to } = settings;
    const preset = ALL_PRESETS.get(to);
    if (preset) checkSettings(preset, settings, steps, path, findings);
    else if (to === BY_HAND) checkByHand(settings, company.email, path, findings);
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
  }
  if (delivery.partial === 'after-consent' && ALL_PRESETS.get(delivery.to)?.updates(delivery) !== true) {
    error(
      'delivery.partial-without-updates',
      'delivery.partial',
      'Unfinished leads need a destination that can update them, and this one cannot.',
      'Remove "partial", or choose a destination that can update leads.',
    );
  }
  if (delivery.partial === 'after-consent' && !privacy?.consent?.some(({ required }) => required)) {
    warning(
      'delivery.partial-without-consent',
      'delivery.partial',
      'Unfinished leads go after a required consent only, and no consent is required here, so none is ever sent.',
      'Write "required": true at the consent in "privacy.consent" that allows it, or remove "partial".',
    );
  }
  if (delivery.counts === true && !takesCounts(delivery)) {
    error(
      'delivery.counts-without-receiver',
      'delivery.counts',
      `Counts go to a receiver of your own, and ${quote(delivery.to)} is none.`,
      'Remove "counts", or send leads to "desk", or to a receiver of yours with "url".',
    );
  }
};

const checkSettings = (
  preset: Preset,
  settings: DeliverySettings,
  steps: readonly Step[],
  path: string,
  { error, warning }: Findings,
): void => {
  const faults = preset.faults?.(settings) ?? [];
  if (/^(?:mailto:)?[^\s/?#@]+@[^\s/?#@]+$/i.test(settings.url ?? '')) {
    error(
      'delivery.url-mail',
      `${path}.url`,
      `${quote(settings.url ?? '')} is a mail address; leads are sent to a web address.`,
      'Give the address of your receiver (https://…), or use a form service that mails you every lead, for example "web3forms".',
    );
  }
  for (const { level, code, member, message, cure } of faults) {
    const note = level === 'error' ? error : warning;
    note(`delivery.${code}`, `${path}.${member}`, message, cure);
  }
  if (faults.length === 0 && !preset.url(settings)) {
    error(
      'delivery.url-missing',
      `${path}.url`,
      `The destination ${quote(preset.name)} needs an address.`,
      'Add "url".',
    );
  }
  if (preset.needsEmail && !steps.some(insistsOnEmail)) {
    warning(
      'delivery.email-needed',
      `${path}.to`,
      `${quote(preset.name)} refuses leads without an e-mail address, and no step insists on one.`,
      'Make the e-mail a field that must be filled, or choose a destination that takes leads without one.',
    );
  }
  const names = new Set<string>([...SAID, ...steps.map(({ id }) => nameOfStep(id))]);
  for (const name of Object.keys(settings.fields ?? {})) {
    if (names.has(name)) continue;
    error('delivery.unknown-field', pathTo(`${path}.fields`, name), `No lead says ${quote(name)}.`, () =>
      didYouMean(name, names, `A lead says ${someOf([...SAID], 12)}, or the id of a step.`),
    );
  }
};

const insistsOnEmail = (step: Step): boolean => {
  const kind = kindOf(step);
  if (kind === 'contact') return fieldsOf(step).some(({ name, optional }) => name === 'email' && !optional);
  return kind === 'email' && step.optional !== true;
};

const checkByHand = (
  { email }: DeliverySettings,
  ofCompany: string | undefined,
  path: string,
  { error, warning }: Findings,
): void => {
  if (path !== 'delivery') {
    warning(
      'delivery.by-hand',
      `${path}.to`,
      'A page cannot send mail by itself, so "mailto" cannot take over from another destination.',
      'Remove it, or use a form service that mails you every lead, for example "web3forms".',
    );
    return;
  }
  if (email ? !canBeMailed(email) : !canBeMailed(ofCompany)) {
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
    'A page cannot send mail by itself: a lead arrives only if the visitor has a mail program and sends the mail it opens.',
    'Keep it as a last resort, or use a form service that mails you every lead, for example "web3forms".',
  );
};

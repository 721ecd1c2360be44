/** Checks what visitors are asked to agree to, and what they are told. */
import { purposeOf } from '../flow/step.js';
import { didYouMean } from '../playbook/nearest.js';
import type { Playbook } from '../playbook/schema.js';
import { quote, someOf, type Findings } from './findings.js';

export const checkPrivacy = ({ steps, privacy }: Playbook, { error, warning }: Findings): void => {
  const consents = privacy?.consent ?? [];
  const purposes = consents.map((consent) => consent.purpose);
  const ids = new Set(steps.map((step) => step.id));
  consents.forEach((consent, i) => {
    const path = `privacy.consent[${i}]`;
    if (purposes.indexOf(consent.purpose) !== i) {
      error(
        'consent.duplicate-purpose',
        `${path}.purpose`,
        `${quote(consent.purpose)} is asked for twice.`,
        'Keep one of them.',
      );
    }
    consent.covers?.forEach((id, j) => {
      if (ids.has(id)) return;
      const cure = () => didYouMean(id, ids, `Steps: ${someOf([...ids], 10)}.`);
      error('consent.unknown-step', `${path}.covers[${j}]`, `There is no step ${quote(id)} to cover.`, cure);
    });
  });
  steps.forEach((step, i) => {
    const purpose = purposeOf(step);
    if (purpose === undefined || purposes.includes(purpose)) return;
    error(
      'consent.unknown-purpose',
      step.purpose === undefined ? `steps[${i}]` : `steps[${i}].purpose`,
      `There is no consent for the purpose ${quote(purpose)}.`,
      () =>
        didYouMean(purpose, purposes, 'Describe it in "privacy.consent": purpose, exact text and version.'),
    );
  });
  if (!privacy?.notice && consents.length === 0) {
    warning(
      'privacy.notice-missing',
      'privacy',
      'Nothing tells visitors what happens to what they send.',
      'Add "privacy.notice": one sentence with a link to your privacy policy.',
    );
  }
};

/** Says that a starter still has the key that stands for the owner's own. */
import type { Playbook } from '../playbook/schema.js';
import type { Findings } from './findings.js';

/** Looks like an access key and is nobody's. */
export const SAMPLE_KEY = '00000000-0000-0000-0000-000000000000';

/** Where the playbook still has it: paths, empty when nowhere. */
export const sampleKeys = ({ delivery }: Playbook): readonly string[] => [
  ...(delivery.key === SAMPLE_KEY ? ['delivery.key'] : []),
  ...(delivery.backup?.key === SAMPLE_KEY ? ['delivery.backup.key'] : []),
];

export const checkSampleKey = (playbook: Playbook, { info }: Findings): void => {
  for (const path of sampleKeys(playbook)) {
    info(
      'delivery.sample-key',
      path,
      'This key is only an example, so no lead arrives yet.',
      'Enter your mail address at web3forms.com and put the access key that it mails you here, or choose another destination.',
    );
  }
};

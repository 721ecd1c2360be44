/** Names what a playbook has and this version does not use yet. */
import type { Playbook } from '../playbook/schema.js';
import type { Findings } from './findings.js';

export const checkUnused = (playbook: Playbook, { info }: Findings): void => {
  const { privacy, booth } = playbook;
  const note = (value: unknown, path: string, message: string, cure = 'Keep it here for later.') => {
    if (value !== undefined) info(`${path.split('.').at(-1)}.not-yet`, path, message, cure);
  };
  note(
    privacy?.storage === 'ask-host' ? privacy.storage : undefined,
    'privacy.storage',
    'This version does not ask your page yet: "ask-host" keeps nothing.',
    'Write "allowed" or "never".',
  );
  note(booth, 'booth', 'Booth mode is not in this version yet.');
};

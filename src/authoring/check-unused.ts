/** Names what a playbook has and this version does not use yet. */
import type { Playbook } from '../playbook/schema.js';
import type { Findings } from './findings.js';

export const checkUnused = (playbook: Playbook, { info }: Findings): void => {
  const { booth } = playbook;
  const note = (value: unknown, path: string, message: string, cure = 'Keep it here for later.') => {
    if (value !== undefined) info(`${path.split('.').at(-1)}.not-yet`, path, message, cure);
  };
  note(booth, 'booth', 'Booth mode is not in this version yet.');
};

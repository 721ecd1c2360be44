/** Names what a playbook has and this version does not use yet. */
import type { Playbook } from '../playbook/schema.js';
import type { Findings } from './findings.js';

export const checkUnused = ({ knowledge, objections }: Playbook, { info }: Findings): void => {
  if (knowledge !== undefined) {
    info(
      'knowledge.not-yet',
      'knowledge',
      'Answers to questions are not given by this version yet.',
      'Keep them here for later; questions are noted on the lead meanwhile.',
    );
  }
  if (objections !== undefined) {
    info(
      'objections.not-yet',
      'objections',
      'Objections are not answered by this version yet.',
      'Keep them here for later.',
    );
  }
};

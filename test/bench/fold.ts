/** How long the fold takes on a conversation of 1,000 answers. Pure code, measured in Node. */
import assert from 'node:assert/strict';
import { advance, fold } from '../../src/flow/fold.js';
import { longLog, longPlaybook } from './long-conversation.js';
import { timed, type Row } from './row.js';

const entries = 1000;

export const foldRows = async (): Promise<Row[]> => {
  const playbook = longPlaybook(entries, 'https://kettles.example/leads');
  const log = longLog(entries - 1);
  const before = fold(playbook, log.slice(0, -1));
  const last = log.at(-1);
  if (!last) throw new Error('The log is empty.');
  assert.equal(advance(playbook, before, last).log.length, entries);
  return [
    await timed(`advance at entry ${entries.toLocaleString('en')}`, 1, 200, () =>
      advance(playbook, before, last),
    ),
    await timed(`fold of ${entries.toLocaleString('en')} entries`, 20, 50, () => fold(playbook, log)),
  ];
};

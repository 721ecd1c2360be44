/** Answers that the owner's server writes. Fetched where a playbook has one. */
import { systemClock } from '../adapters/system-clock.js';
import { answersOver } from '../adapters/written-answers.js';
import { groundsOf } from '../answering/grounded.js';
import { withoutContacts } from '../answering/without-contacts.js';
import { createWriter, type Writer } from '../conversation/writer.js';
import type { Knowledge } from '../playbook/answering-schema.js';
import type { Playbook } from '../playbook/schema.js';
import type { WriteAnswer } from '../ports/written-answers.js';

/** Characters of a question that leave the page. */
const LONGEST = 500;

/** `base`: what a relative address refers to. Null where the playbook names no server, or none that can be asked. */
export const writerFor = (
  { id, language, answers }: Playbook,
  knowledge: readonly Knowledge[],
  base: string,
  write: WriteAnswer = answersOver(systemClock()),
): Writer | null => {
  if (!answers || !URL.canParse(answers.from, base)) return null;
  const url = new URL(answers.from, base).href;
  return createWriter({
    knowledge,
    always: answers.when === 'always',
    ask: (typed, signal) =>
      write({ url, playbook: id, language, question: withoutContacts(typed).slice(0, LONGEST) }, signal),
    isGrounded: (sentence, entries) => groundsOf(entries, language)(sentence) === null,
  });
};

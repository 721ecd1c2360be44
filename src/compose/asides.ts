/** What hears and answers questions and objections. Loaded on the first that is typed, as a file of its own. */
import { createAnswerer } from '../answering/answerer.js';
import type { Asides } from '../conversation/asides.js';
import { createDigressions } from '../conversation/digressions.js';
import { enAsides } from '../locales/en-asides.js';
import { enLater } from '../locales/en-later.js';
import { textsFor } from '../locales/index.js';
import type { Playbook } from '../playbook/schema.js';
import type { Knowledge } from '../playbook/answering-schema.js';
import type { WriteAnswer } from '../ports/written-answers.js';
import { complain } from './complain.js';

/**
 * `playbook`: in the language of the conversation, which is `locale`. `base`: the playbook's own address. Rejects where
 * files of knowledge are all there is, and none of them can be had now.
 */
export const asidesFor = async (
  playbook: Playbook,
  locale: string,
  base = '',
  write?: WriteAnswer,
): Promise<Asides> => {
  const texts = { ...enLater, ...enAsides, ...(await textsFor(locale)) };
  const knowledge = await knowledgeOf(playbook, base);
  // Where it cannot be loaded, the chat answers alone.
  const written = playbook.answers && (await import('./written-answers.js').catch(() => null));
  return createDigressions({
    answerer: createAnswerer(knowledge, playbook.language),
    knowledge,
    objections: playbook.objections ?? [],
    words: { ...texts, person: texts.toPerson },
    writer: written?.writerFor(playbook, knowledge, base, write) ?? null,
  });
};

const isEntry = (part: Knowledge | string): part is Knowledge => typeof part === 'object';

const knowledgeOf = async (playbook: Playbook, base: string): Promise<readonly Knowledge[]> => {
  const { knowledge = [], objections = [] } = playbook;
  const parts: readonly (Knowledge | string)[] = typeof knowledge === 'string' ? [knowledge] : knowledge;
  if (parts.every(isEntry)) return parts;
  const { loadKnowledge } = await import('./knowledge.js');
  const { entries, problems } = await loadKnowledge(playbook, base);
  for (const { code, message, cure } of problems) complain(code, `${message} ${cure}`);
  if (entries.length === 0 && objections.length === 0) throw new Error('There are no answers to be had.');
  return entries;
};

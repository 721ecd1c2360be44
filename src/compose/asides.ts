/** What hears and answers questions and objections. Loaded on the first that is typed, as a file of its own. */
import { createAnswerer } from '../answering/answerer.js';
import type { Asides } from '../conversation/asides.js';
import { createDigressions } from '../conversation/digressions.js';
import { enAsides } from '../locales/en-asides.js';
import { enLater } from '../locales/en-later.js';
import { textsFor } from '../locales/index.js';
import type { Playbook } from '../playbook/schema.js';
import type { Knowledge } from '../playbook/answering-schema.js';

/** `playbook`: in the language of the conversation, which is `locale`. */
export const asidesFor = async (playbook: Playbook, locale: string): Promise<Asides> => {
  const texts = { ...enLater, ...enAsides, ...(await textsFor(locale)) };
  const knowledge = knowledgeIn(playbook);
  return createDigressions({
    answerer: createAnswerer(knowledge, playbook.language),
    knowledge,
    objections: playbook.objections ?? [],
    words: { ...texts, person: texts.toPerson },
  });
};

const knowledgeIn = ({ knowledge = [] }: Playbook): readonly Knowledge[] =>
  typeof knowledge === 'string' ? [] : knowledge.filter((entry) => typeof entry === 'object');

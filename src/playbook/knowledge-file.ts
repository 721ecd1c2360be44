/** A file with entries of knowledge, for playbooks that name its address instead of having the entries themselves. */
import type { Knowledge } from './answering-schema.js';
import { isObject, isString, isTexts } from './unchecked.js';

/** knowledge.not-json: no list of entries in it. knowledge.entry-unusable: one of them was left out. */
export interface KnowledgeFault {
  readonly code: 'knowledge.not-json' | 'knowledge.entry-unusable';
  /** Where in the file, for example `[3]`; empty for all of it. */
  readonly path: string;
}

export interface KnowledgeRead {
  readonly entries: readonly Knowledge[];
  readonly faults: readonly KnowledgeFault[];
}

const isEntry = (entry: unknown): entry is Knowledge =>
  isObject(entry) &&
  isString(entry.id) &&
  isTexts(entry.questions) &&
  entry.questions.length > 0 &&
  isString(entry.answer) &&
  (entry.also === undefined || isTexts(entry.also)) &&
  (entry.url === undefined || isString(entry.url));

const valueOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads a list of entries, or an object that has one as `knowledge`. Never throws; what is no entry is left out. */
export const readKnowledge = (text: string): KnowledgeRead => {
  const value = valueOf(text.replace(/^\uFEFF/, ''));
  const list = isObject(value) ? value.knowledge : value;
  if (!Array.isArray(list)) return { entries: [], faults: [{ code: 'knowledge.not-json', path: '' }] };
  const faults = list.flatMap((entry, i): readonly KnowledgeFault[] =>
    isEntry(entry) ? [] : [{ code: 'knowledge.entry-unusable', path: `[${i}]` }],
  );
  return { entries: list.filter(isEntry), faults };
};

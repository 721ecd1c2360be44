/**
 * Questions with the entry that answers them. The demo's were written before anything was tuned; every second one of
 * each list, from the first on, is for calibrating, and only the others are measured. The public set is never looked
 * at while tuning, and is not part of the project.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Knowledge } from '../../src/playbook/answering-schema.js';

export interface Asked {
  readonly text: string;
  /** The entry that answers it. */
  readonly id: string;
}

export interface QuestionSet {
  readonly name: string;
  readonly knowledge: readonly Knowledge[];
  readonly asked: readonly Asked[];
  /** Questions that nothing here answers. */
  readonly beside: readonly string[];
}

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const calibrating = (_: unknown, at: number): boolean => at % 2 === 0;
const testing = (_: unknown, at: number): boolean => at % 2 === 1;

const paraphrases = (file: string): readonly Asked[] =>
  Object.entries(JSON.parse(read(file)) as Record<string, string[]>).flatMap(([id, texts]) =>
    texts.map((text) => ({ text, id })),
  );
const texts = (file: string): readonly string[] => JSON.parse(read(file));

const lists = 'test/bench/retrieval';
const knowledge = (): readonly Knowledge[] => JSON.parse(read('demo/playbook.json')).knowledge;

/** What figures are found on: half of the first lists, and all of those that were written later. */
export const calibratingSet = (): QuestionSet => ({
  name: 'demo, calibrating',
  knowledge: knowledge(),
  asked: [
    ...paraphrases(`${lists}/paraphrases.json`).filter(calibrating),
    ...paraphrases(`${lists}/further-paraphrases.json`),
  ],
  beside: [
    ...texts(`${lists}/out-of-scope.json`).filter(calibrating),
    ...texts(`${lists}/further-out-of-scope.json`),
  ],
});

/** What is measured. */
export const testSet = (): QuestionSet => ({
  name: 'demo, test half',
  knowledge: knowledge(),
  asked: paraphrases(`${lists}/paraphrases.json`).filter(testing),
  beside: texts(`${lists}/out-of-scope.json`).filter(testing),
});

const folder = join(root, '../shared/data/faq');

/** Questions with answers of deepset-ai/COVID-QA and their paraphrases; null where the folder is not there. */
export const publicSet = (): QuestionSet | null => {
  if (!existsSync(folder)) return null;
  const rows = (file: string): Record<string, string>[] =>
    parse(readFileSync(join(folder, file), 'utf8'), { columns: true, relax_quotes: true });
  const answers = new Map(rows('faq_covidbert.csv').map(({ question, answer }) => [question, answer]));
  const pairs = rows('eval_question_similarity_en.csv');
  const pool = [...new Set(pairs.map((pair) => pair['question_1'] ?? ''))];
  return {
    name: 'public set',
    knowledge: pool.map((question, i) => ({
      id: `q${i}`,
      questions: [question],
      answer: answers.get(question) ?? '',
    })),
    asked: pairs
      .filter(({ similar }) => similar === '1')
      .map((pair) => ({ text: pair['question_2'] ?? '', id: `q${pool.indexOf(pair['question_1'] ?? '')}` })),
    beside: [],
  };
};

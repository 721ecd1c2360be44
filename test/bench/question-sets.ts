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

/** One half of the demo's questions. */
export const demoSet = (half: 'calibrate' | 'test'): QuestionSet => {
  const mine = half === 'calibrate' ? calibrating : testing;
  const paraphrases = JSON.parse(read('test/bench/retrieval/paraphrases.json')) as Record<string, string[]>;
  const beside = JSON.parse(read('test/bench/retrieval/out-of-scope.json')) as string[];
  return {
    name: `demo, ${half} half`,
    knowledge: JSON.parse(read('demo/playbook.json')).knowledge,
    asked: Object.entries(paraphrases)
      .flatMap(([id, texts]) => texts.map((text) => ({ text, id })))
      .filter(mine),
    beside: beside.filter(mine),
  };
};

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

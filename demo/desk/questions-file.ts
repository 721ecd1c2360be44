/** The questions that found no answer, as the table that `warmlead learn` reads once somebody wrote the answers in. */
import type { Handler } from 'hono';
import type { LeadStore, OpenQuestion } from './store.js';

/** A spreadsheet must not take a visitor's words for a formula. */
const guarded = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const cell = (value: string): string => `"${guarded(value).replaceAll('"', '""')}"`;

/** With the mark by which spreadsheets know UTF-8. */
export const questionsTable = (questions: readonly OpenQuestion[]): string =>
  `\uFEFF${[
    'question,answer,id,url,asked',
    ...questions.map(({ text, times }) => `${cell(text.replace(/\s+/g, ' ').trim())},,,,${times}`),
  ].join('\r\n')}\r\n`;

export const questionsFile =
  (store: LeadStore): Handler =>
  async (c) =>
    c.body(questionsTable(await store.unanswered()), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="questions.csv"',
    });

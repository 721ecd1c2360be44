/** Reads questions and answers from a table: CSV as spreadsheets and the desk write it. */
import { parse } from 'csv-parse/sync';
import type { FoundAnswer } from '../authoring/learned.js';

/** Cells that a spreadsheet would take for a formula are written with this before them. */
const GUARDED = /^'(?=[=+\-@\t\r])/;

const lines = (cell: string): readonly string[] =>
  cell
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The sign between the cells, by the first line. */
const delimiterOf = (text: string): string => {
  const head = text.split(/\r?\n/, 1)[0] ?? '';
  const times = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (times(sign) > times(best) ? sign : best));
};

/**
 * Columns: question (several on lines of their own), answer, id, url, also; others are left aside, and so is their
 * order. Null where there is no column "question", or the table cannot be read.
 */
export const readTable = (text: string): readonly FoundAnswer[] | null => {
  let columns: readonly string[] = [];
  let rows: readonly { readonly [column: string]: string | undefined }[];
  try {
    rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      columns: (header: readonly string[]) => {
        columns = header.map((name) =>
          name
            .trim()
            .toLowerCase()
            .replace(/^questions$/, 'question'),
        );
        return [...columns];
      },
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
    });
  } catch {
    return null;
  }
  if (!columns.includes('question')) return null;
  return rows.map((row) => {
    const cell = (name: string) => (row[name] ?? '').replace(GUARDED, '').trim();
    const also = lines(cell('also'));
    return {
      questions: lines(cell('question')),
      answer: cell('answer'),
      ...(also.length > 0 && { also }),
      ...(cell('id') && { id: cell('id') }),
      ...(cell('url') && { url: cell('url') }),
    };
  });
};

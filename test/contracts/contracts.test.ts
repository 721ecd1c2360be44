import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { accepted, refused } from '../../src/formats/accepted.js';
import { ALL_PRESETS } from '../../src/formats/all-presets.js';
import { FURTHER } from '../../src/formats/further-presets.js';
import type { Lead } from '../../src/lead/lead.js';
import { CONTRACTS } from './facts.js';
import { fieldsOf, withField, type Request } from './request-fields.js';
import { lead, SETTINGS, written } from './settings.js';
import { answerOf } from './vendor.js';

/** Whether the widget would call it sent. A page that may not read an answer can only believe it. */
const countsAsSent = (sent: Request, answer: { readonly status: number; readonly body: string }): boolean =>
  sent.answers === 'unseen' || accepted(sent.acceptedBy, answer, sent.key);

const text = (length: number): string => 'ä'.repeat(length);

describe('every preset', () => {
  it('has its contract and its settings here', () => {
    const names = [...ALL_PRESETS.keys()].filter((name) => name !== 'url' && name !== 'desk').toSorted();
    assert.deepEqual(Object.keys(CONTRACTS).toSorted(), names);
    assert.deepEqual([...FURTHER.keys()].toSorted(), names);
    assert.deepEqual(SETTINGS.map(({ to }) => to).toSorted(), names);
  });

  it('is fetched under its own name', async () => {
    for (const [name, load] of FURTHER) assert.equal(await load(), ALL_PRESETS.get(name));
  });
});

for (const settings of SETTINGS) {
  const { to } = settings;
  const { fields: facts, request } = CONTRACTS[to] ?? assert.fail(to);

  describe(`a lead for ${to}`, () => {
    it('is taken', async () => {
      const sent = await written(settings);
      const answer = await answerOf(to, sent);
      assert.ok(answer.recorded, answer.body);
      assert.ok(countsAsSent(sent, answer), answer.body);
    });

    it('is what it was when somebody last looked at it', async () => {
      const { url, contentType, headers, body } = await written(settings);
      const shown = [
        url,
        `Content-Type: ${contentType}`,
        ...Object.entries(headers).map((pair) => pair.join(': ')),
      ];
      const golden = `${shown.join('\n')}\n\n${body}\n`;
      const path = new URL(`golden/${to}.txt`, import.meta.url);
      if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, golden);
      assert.ok(existsSync(path), 'run once with UPDATE_GOLDEN=1 and read what it wrote');
      assert.equal(golden, readFileSync(path, 'utf8'));
    });

    it('always has the same bytes', async () => {
      assert.deepEqual(await written(settings), await written(settings));
    });

    it('costs no preflight but where the vendor answers one', async () => {
      const { headers, contentType } = await written(settings);
      assert.deepEqual(
        Object.keys(headers).filter((name) => name !== 'Accept'),
        [],
      );
      if (contentType === 'application/json') assert.ok(['web3forms', 'hubspot-form'].includes(to));
    });

    it('says who it is and what they want', async () => {
      const all = (await fieldsOf(await written(settings))).map(([, value]) => value);
      assert.ok(all.includes('priya@northfold.example'));
      assert.ok(all.some((value) => value.includes('Shah')));
      assert.ok(all.some((value) => value.includes('Northfold Foods')));
      assert.ok(all.some((value) => value.includes('HOT') && value.includes('Say first')));
    });

    it('fits and is taken, whatever the prospect wrote', async () => {
      const words = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(text(600), '\ud800', '💐'.repeat(300), '\r\n"\r\n--'),
      );
      const contact = fc.record(
        { name: words, phone: words, company: words, role: words, website: words },
        { requiredKeys: [] },
      );
      await fc.assert(
        fc.asyncProperty(
          contact,
          fc.constantFrom('jo@acme.example', `${text(60)}@a.example`),
          words,
          async (who, email, need) => {
            const answers = (lead.answers ?? []).map((answer) => ({ ...answer, label: need }));
            const sent = await written(settings, { ...lead, contact: { ...who, email }, answers });
            const answer = await answerOf(to, sent);
            assert.ok(answer.recorded, `${answer.body} to ${sent.body}`);
          },
        ),
        { numRuns: 100 },
      );
    });

    it('marks a trial, and says when it was taken back', async () => {
      const subjectIn = async (what: Lead) =>
        (
          await fieldsOf(
            await written({ ...settings, fields: { ...settings.fields, subject: 'subject' } }, what),
          )
        ).map(([, value]) => value);
      assert.ok((await subjectIn({ ...lead, test: true })).some((value) => value.startsWith('[TEST]')));
      const { contact: _who, qualification: _judged, answers: _given, attribution: _came, ...bare } = lead;
      const withdrawn: Lead = { ...bare, phase: 'withdrawn', consents: [] };
      const values = await subjectIn(withdrawn);
      assert.ok(values.some((value) => value.includes('Withdrawn: erase this lead')));
      assert.ok(!values.some((value) => value.includes('Shah') || value.includes('northfold')));
    });
  });

  describe(`${to} refuses`, () => {
    const refuses = async (sent: Request): Promise<void> => {
      const answer = await answerOf(to, sent);
      assert.equal(answer.recorded, false, 'the vendor takes it');
      if (sent.answers !== 'unseen') assert.equal(countsAsSent(sent, answer), false, 'we would call it sent');
    };

    for (const { field, required, most, looks } of facts) {
      if (required) {
        it(`a lead without ${field}`, async () => {
          await refuses(await withField(await written(settings), field));
          await refuses(await withField(await written(settings), field, ''));
        });
      }
      if (most !== undefined) {
        it(`more than ${most} characters of ${field}`, async () => {
          const enough = await withField(
            await written(settings),
            field,
            looks ? `a@${text(most - 2)}` : text(most),
          );
          assert.ok((await answerOf(to, enough)).recorded);
          await refuses(
            await withField(await written(settings), field, looks ? `a@${text(most - 1)}` : text(most + 1)),
          );
        });
      }
      if (looks)
        it(`a ${field} that is none`, async () =>
          refuses(await withField(await written(settings), field, '?')));
    }

    it('another address', async () =>
      refuses({ ...(await written(settings)), url: 'https://elsewhere.example/' }));
    it('another kind of body', async () =>
      refuses({ ...(await written(settings)), contentType: 'application/xml' }));
    if (!request.takesMore) {
      it('a field that is not on the form', async () =>
        refuses(await withField(await written(settings), 'favourite_colour', 'teal')));
    }
    const { mostBytes } = request;
    if (mostBytes !== undefined) {
      it(`more than ${mostBytes} bytes`, async () =>
        refuses(await withField(await written(settings), 'brief', 'x'.repeat(mostBytes))));
    }
  });
}

describe('a refusal in an answer of 200', () => {
  const rows: readonly (readonly [string, object, boolean, boolean])[] = [
    ['web3forms', { success: false }, false, true],
    ['formspree', { ok: false }, false, true],
    ['formspree', { error: 'x' }, false, false],
    ['contact-form-7', { status: 'validation_failed' }, false, true],
    ['contact-form-7', { status: 'acceptance_missing' }, false, true],
    ['contact-form-7', { status: 'spam' }, false, true],
    ['contact-form-7', { status: 'aborted' }, false, true],
    ['contact-form-7', { status: 'mail_failed' }, false, false],
    ['zapier', { status: 'failed' }, false, false],
    ['hubspot-form', { status: 'error' }, false, true],
    ['google-sheet', { error: 'busy' }, false, false],
  ];
  for (const [to, answer, sent, final] of rows) {
    it(`${to} ${JSON.stringify(answer)}: ${final ? 'final' : 'tried again'}`, async () => {
      const settings = SETTINGS.find((each) => each.to === to) ?? assert.fail(to);
      const { acceptedBy, key } = await written(settings);
      const said = { status: 200, body: JSON.stringify(answer) };
      assert.deepEqual([accepted(acceptedBy, said, key), refused(acceptedBy, said)], [sent, final]);
    });
  }
});

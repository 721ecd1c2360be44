import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { briefText } from '../../src/lead/brief-mail.js';
import { brief } from '../../src/lead/brief.js';
import { buildLead } from '../../src/lead/build-lead.js';
import { router } from '../../src/routing/router.js';
import type { Lead } from '../../src/lead/lead.js';
import { BRIEF_CASES, LONDON } from './brief-cases.js';
import { HOT, KESTREL, LEAD_ID, leadOf, PRIYA, said, SENT_AT, submitted } from './kestrel.js';
import { acts, conversationOf } from './random-conversation.js';

describe('the brief reads as it always did', () => {
  for (const [file, name, lead, setting = LONDON] of BRIEF_CASES) {
    it(`for ${name}`, () => {
      const path = new URL(`../fixtures/leads/${file}.txt`, import.meta.url);
      const text = briefText(lead(), setting);
      if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text);
      assert.ok(existsSync(path), 'run once with UPDATE_GOLDEN=1 and read what it wrote');
      assert.equal(text, readFileSync(path, 'utf8'));
    });
  }
});

describe('every brief', () => {
  const leads = fc.tuple(acts, fc.boolean()).map(([done, test]) =>
    buildLead({
      router,
      playbook: KESTREL,
      state: conversationOf(KESTREL, done),
      leadId: LEAD_ID,
      revision: 1,
      phase: 'complete',
      at: SENT_AT,
      signals: { tookMs: test ? 900 : 90_000, decoyFilled: false },
      test,
    }),
  );
  const everyBrief = (check: (lead: Lead, text: string, lines: readonly string[]) => void): void =>
    fc.assert(
      fc.property(leads, (lead) => check(lead, briefText(lead, LONDON), brief(lead, LONDON).lines)),
      { numRuns: 60 },
    );

  it('fits on one screen and leaves nothing empty', () => {
    everyBrief((_, text, lines) => {
      assert.ok(lines.length <= 25, text);
      assert.doesNotMatch(text, /undefined|null|NaN|\[object|\(\)|""| {2}·|· *$|:\s*$|^\s*·/m);
      assert.doesNotMatch(lines.join('\n'), /\n\n\n|^\n|\n$/);
    });
  });

  it('names neither the lead’s id nor its key', () => {
    everyBrief((lead, text) => assert.ok(!text.includes(lead.id)));
  });

  it('puts trials and possible spam at the very front', () => {
    everyBrief((lead, text) => {
      assert.equal(text.startsWith('[TEST] Possible spam (filled in 0.9 s) · '), lead.test === true);
    });
  });

  it('ends the same for lines and sections', () => {
    everyBrief((lead, text, lines) => {
      const { subject, sections } = brief(lead, LONDON);
      assert.equal(text, `${subject}\n\n${lines.join('\n')}\n`);
      assert.ok(sections.every((section) => section.lines.length > 0 && !section.lines.includes('')));
    });
  });
});

describe('hostile words in a brief', () => {
  const hostile = 'Eve\r\nBcc: all@kestrel.example\u202e\u0000\u2028 <!channel> \ud800 "x"';
  const lead = leadOf([
    ...HOT.slice(0, 13),
    said('contact', { ...PRIYA, name: hostile, company: hostile }),
    submitted,
    { type: 'questioned', text: hostile.repeat(50), knowledge: null },
  ]);

  it('stay on their line, and turn nothing around', () => {
    const { subject, lines } = brief(lead, LONDON);
    for (const line of [subject, ...lines]) {
      assert.doesNotMatch(line, /[\u0000-\u001f\u2028\u2029\u202a-\u202e\ud800-\udfff]/u);
    }
    assert.equal(subject.split('\n').length, 1);
  });

  it('are cut where they go on for ever', () => {
    for (const line of brief(lead, LONDON).lines) assert.ok(line.length < 700, `${line.length}`);
  });
});

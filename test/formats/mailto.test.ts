import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LONGEST_LINK, mailtoLink } from '../../src/formats/mailto.js';
import { HOT, leadOf } from '../lead/kestrel.js';

const lead = leadOf(HOT);
const SALES = 'sales@kestrel.example';

describe('the mail that the prospect may send', () => {
  it('has an address, a subject and as much of the brief as fits', () => {
    const link = new URL(mailtoLink(lead, SALES, 'Europe/London') ?? assert.fail());
    assert.equal(link.protocol + link.pathname, `mailto:${SALES}`);
    assert.match(link.searchParams.get('subject') ?? '', /^Hot · Priya Shah/);
    const body = link.searchParams.get('body') ?? '';
    assert.match(body, /^ANSWER {6}Tom/);
    assert.match(body, /HOT[^]*…$/);
    assert.ok(body.includes('\r\n'));
  });

  it('is whole when the brief is short', () => {
    const { contact: _who, qualification: _judged, ...bare } = lead;
    const link = mailtoLink({ ...bare, phase: 'withdrawn' }, SALES) ?? assert.fail();
    assert.match(
      decodeURIComponent(link),
      /body=The prospect took everything back\. Erase what you have of this lead\.$/,
    );
  });

  const wrong = [
    undefined,
    '',
    'sales',
    'a@b,c@d',
    'a@b?bcc=c@d',
    'a@b&bcc=c',
    'a b@c',
    '<a@b>',
    'a@b%0Ac',
    'a@b\nc',
  ];
  for (const email of wrong) {
    it(`is none to ${JSON.stringify(email)}`, () => assert.equal(mailtoLink(lead, email), undefined));
  }

  it('never gets too long or breaks, whatever the prospect wrote', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.string({ unit: 'binary' }),
        (name, label) => {
          const answers = (lead.answers ?? []).map((answer) => ({ ...answer, label: label.repeat(20) }));
          const link =
            mailtoLink({ ...lead, contact: { name, email: SALES }, answers }, SALES) ?? assert.fail();
          assert.ok(link.length <= LONGEST_LINK, `${link.length}`);
          assert.match(link, /^mailto:sales@kestrel\.example\?subject=[\w%.~!*'()-]+&body=[\w%.~!*'()-]+$/);
          assert.doesNotThrow(() => decodeURIComponent(link));
        },
      ),
      { numRuns: 100 },
    );
  });
});

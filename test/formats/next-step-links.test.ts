import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bookingLink, bookingToolAt, callLink, whatsAppLink } from '../../src/formats/next-step-links.js';

describe('a WhatsApp message', () => {
  const rows: readonly [string, string | undefined][] = [
    ['+44 20 7946 0123', 'https://wa.me/442079460123'],
    ['+44 (0)20 7946 0123', 'https://wa.me/442079460123'],
    ['0044 20 7946 0123', 'https://wa.me/442079460123'],
    ['+49 (30) 123-456', 'https://wa.me/4930123456'],
    ['call us', undefined],
    ['123', undefined],
    ['+1234567890123456', undefined],
  ];
  for (const [number, link] of rows) {
    it(`to "${number}" ${link ? 'goes to its digits' : 'goes nowhere'}`, () =>
      assert.equal(whatsAppLink(number, ''), link));
  }
  it('carries any text whole, or its beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1_200 }), (text) => {
        const link = new URL(whatsAppLink('+442079460123', text) ?? '');
        assert.equal(link.pathname, '/442079460123');
        const said = link.searchParams.get('text') ?? '';
        const whole = text.replace(/[\ud800-\udfff]/gu, '\ufffd');
        assert.ok(said === whole || (said.endsWith('…') && said.length <= 900));
      }),
    );
    assert.equal(
      new URL(whatsAppLink('+442079460123', 'a\ud800b') ?? '').searchParams.get('text'),
      'a\ufffdb',
    );
  });
});

describe('a number to dial', () => {
  it('keeps its digits and its plus', () => {
    assert.equal(callLink('+44 (0)20 7946-0123'), 'tel:+442079460123');
    assert.equal(callLink('020 7946 0123'), 'tel:02079460123');
    assert.equal(callLink('Dana'), undefined);
  });
});

describe('a booking page', () => {
  const WHO = { name: 'Ludwig van Beethoven', email: 'l@b.example', utm: { campaign: 'Späti & Co' } };
  const tools: readonly [string, string | undefined][] = [
    ['https://cal.com/kestrel', 'cal'],
    ['https://app.cal.com/kestrel', 'cal'],
    ['https://calendly.com/kestrel', 'calendly'],
    ['https://meetings.hubspot.com/kestrel', 'hubspot'],
    ['https://meetings-eu1.hubspot.com/kestrel', 'hubspot'],
    ['http://cal.com/kestrel', undefined],
    ['https://cal.com.evil.example/kestrel', undefined],
    ['https://notcal.com/kestrel', undefined],
    ['https://kestrel.example/cal.com', undefined],
    ['/contact', undefined],
  ];
  for (const [url, tool] of tools) {
    it(`at ${url} is ${tool ?? 'nobody’s'}`, () => assert.equal(bookingToolAt(url), tool));
  }
  it('knows who books, by the names of its maker', () => {
    const fieldsOf = (url: string) => Object.fromEntries(new URL(bookingLink(url, WHO)).searchParams);
    const shared = { email: 'l@b.example', utm_campaign: 'Späti & Co' };
    assert.deepEqual(fieldsOf('https://cal.com/k'), { ...shared, name: 'Ludwig van Beethoven' });
    assert.deepEqual(fieldsOf('https://calendly.com/k'), { ...shared, name: 'Ludwig van Beethoven' });
    assert.deepEqual(fieldsOf('https://meetings.hubspot.com/k'), {
      ...shared,
      firstName: 'Ludwig',
      lastName: 'van Beethoven',
    });
  });
  it('keeps what stands in its address, and is left alone anywhere else', () => {
    const link = new URL(bookingLink('https://cal.com/k?email=x%40y.example&month=2026-11', WHO));
    assert.equal(link.searchParams.get('email'), 'x@y.example');
    assert.equal(link.searchParams.get('month'), '2026-11');
    assert.equal(bookingLink('https://kestrel.example/book', WHO), 'https://kestrel.example/book');
  });
});

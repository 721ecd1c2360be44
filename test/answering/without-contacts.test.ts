import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutContacts } from '../../src/answering/without-contacts.js';

describe('a question without contact data', () => {
  it('has no e-mail address and no phone number in it', () => {
    const rows: readonly (readonly [string, string])[] = [
      ['I am ada@north.example, what does it cost?', 'I am […], what does it cost?'],
      ['Write to <ada.b+c@north.co.uk>.', 'Write to <[…]>.'],
      ['Call +44 20 7946 0123 today', 'Call […] today'],
      ['Ruf 0664/123 45 67 an', 'Ruf […] an'],
      ['(030) 1234-5678?', '[…]?'],
      ['٠٥٠١٢٣٤٥٦٧', '[…]'],
      ['DE89 3704 0044 0532 0130 00', 'DE[…]'],
    ];
    for (const [text, left] of rows) assert.equal(withoutContacts(text), left);
  });
  it('keeps what people ask about', () => {
    for (const text of [
      'How much for 12 sites?',
      'From −40 to +30 °C?',
      'Is it £1,000 or 5 %?',
      'Since 2024?',
    ])
      assert.equal(withoutContacts(text), text);
  });
});

/** Our grammar of e-mail addresses against the one in this browser's own e-mail box. */
import { expect } from 'chai';
import { isEmailAddress, isOverlong } from '../../src/flow/kinds/email-address.js';

/** A small generator with a memory of one number: the same addresses in every browser. Park and Miller, 1988. */
const chance = (seed: number) => {
  let state = seed;
  return (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
};

const ATEXT = "abcXYZ019.!#$%&'*+/=?^_`{|}~-";
const LETTERS = 'abcXYZ019';
/**
 * What the grammar forbids somewhere. Nothing beyond ASCII: browsers may turn that into ASCII before they look,
 * and `parseEmail` does.
 */
const STRANGE = [...'@ "(),:;<>[]\\_', '..', '\u007f', '@@', '.-', '-.'];

/** An address that reaches every rule of the grammar, its bounds and one step beyond them. */
const addressFrom = (next: (below: number) => number): string => {
  const pick = (from: string | readonly string[]): string => from[next(from.length)] ?? '';
  const many = (from: string, count: number): string =>
    Array.from({ length: count }, () => pick(from)).join('');
  const local = (): string => many(ATEXT, [1, 2, 9, 20, 40, 63, 64, 65][next(8)] ?? 1);
  const label = (): string => {
    const length = [1, 2, 3, 5, 8, 10, 12, 20, 62, 63, 64][next(11)] ?? 1;
    const inner = Math.max(0, length - 2);
    const ends = next(20) === 0 ? '-' : pick(LETTERS);
    return length === 1 ? pick(LETTERS) : pick(LETTERS) + many(`${LETTERS}-`, inner) + ends;
  };
  const domain = Array.from({ length: 1 + next(4) }, label).join('.');
  const whole = `${local()}@${domain}`;
  switch (next(16)) {
    case 0: {
      const at = next(whole.length + 1);
      return whole.slice(0, at) + pick(STRANGE) + whole.slice(at);
    }
    case 1:
      return whole.replace('@', '');
    case 2:
      return `${whole}.`;
    case 3:
      return whole.replace('@', '@-');
    case 4:
      return whole.replace('@', '@.');
    default:
      return whole;
  }
};

describe('the grammar of e-mail addresses', () => {
  it('is that of this browser for 10,000 addresses', () => {
    const next = chance(20_261_123);
    const box = document.createElement('input');
    box.type = 'email';
    box.required = true;
    const differing: string[] = [];
    const counts = { taken: 0, refused: 0, overlong: 0 };
    for (let i = 0; i < 10_000; i++) {
      const address = addressFrom(next);
      box.value = address;
      // The box takes spaces off the ends and keeps an international domain in its ASCII form: another address.
      if (box.value !== address) {
        i -= 1;
        continue;
      }
      const theirs = box.validity.valid;
      // Longer than mail can carry: the grammar of browsers knows no length.
      if (isOverlong(address)) {
        counts.overlong += 1;
        if (isEmailAddress(address)) differing.push(address);
      } else if (isEmailAddress(address) === theirs) counts[theirs ? 'taken' : 'refused'] += 1;
      else differing.push(address);
    }
    expect(differing).to.deep.equal([]);
    expect(counts.taken).to.be.greaterThan(3_000);
    expect(counts.refused).to.be.greaterThan(2_000);
  });
});

import { expect } from 'chai';
import { RECEIPT } from '../../src/adapters/marker.js';
import { webReceiptStore } from '../../src/adapters/web-receipt-store.js';
import type { Receipt } from '../../src/ports/receipt-store.js';

const DAY_MS = 86_400_000;
const receipt: Receipt = { leadId: '0123456789abcdef'.repeat(2), kind: 'callback' };

const at = (nowMs: number, local?: () => Storage) =>
  webReceiptStore({
    clock: { nowMs: () => nowMs, monotonicMs: () => 0, after: () => () => {} },
    ...(local && { local }),
  });
const raw = () => localStorage.getItem(`${RECEIPT}k`);

beforeEach(() => localStorage.clear());
after(() => localStorage.clear());

describe('the receipt store', () => {
  it('remembers a receipt for two weeks', async () => {
    await at(0).keep('k', { ...receipt, start: '2026-11-24T14:00:00.000Z' });
    expect(await at(14 * DAY_MS - 1).load('k')).to.deep.equal({
      ...receipt,
      start: '2026-11-24T14:00:00.000Z',
    });
    expect(await at(14 * DAY_MS).load('k')).to.equal(null);
    expect(raw(), 'what is over is erased').to.equal(null);
  });

  it('writes nothing but id, kind and time', async () => {
    await at(7).keep('k', { ...receipt, email: 'priya@northfold.example' } as Receipt);
    expect(JSON.parse(raw() ?? '')).to.deep.equal({
      format: 1,
      expiresAt: 7 + 14 * DAY_MS,
      leadId: receipt.leadId,
      kind: 'callback',
    });
  });

  it('keeps receipts apart, and erases one', async () => {
    const store = at(0);
    await store.keep('k', receipt);
    await store.keep('other', { ...receipt, kind: 'email' });
    await store.erase('k');
    expect(await store.load('k')).to.equal(null);
    expect((await store.load('other'))?.kind).to.equal('email');
  });

  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '{"format":2}',
    JSON.stringify({ format: 1, expiresAt: 9e15, leadId: 'x', kind: 'callback' }),
    JSON.stringify({ format: 1, expiresAt: 9e15, leadId: receipt.leadId, kind: 'party' }),
  ]) {
    it(`takes ${text || 'nothing'} for no receipt`, async () => {
      localStorage.setItem(`${RECEIPT}k`, text);
      expect(await at(0).load('k')).to.equal(null);
      expect(raw()).to.equal(null);
    });
  }

  it('does without a blocked storage', async () => {
    const store = at(0, () => {
      throw new DOMException('no', 'SecurityError');
    });
    await store.keep('k', receipt);
    expect(await store.load('k')).to.equal(null);
    await store.erase('k');
  });
});

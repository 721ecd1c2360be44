import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createReceipts } from '../../src/conversation/receipts.js';
import type { Receipt, ReceiptStore } from '../../src/ports/receipt-store.js';
import { card, kestrel } from './kestrel.js';
import { KEY, sent, staged, type StageOptions } from './stage.js';

const memory = (): ReceiptStore & { readonly kept: Map<string, Receipt> } => {
  const kept = new Map<string, Receipt>();
  return {
    kept,
    load: async (key) => kept.get(key) ?? null,
    keep: async (key, receipt) => void kept.set(key, receipt),
    erase: async (key) => void kept.delete(key),
  };
};
const remembering = (store: ReceiptStore): StageOptions => ({
  receipts: () => createReceipts({ playbook: kestrel, store, key: KEY }),
});

/** Sent, and a callback asked for. */
const asked = async (options: StageOptions = {}) => {
  const store = memory();
  const stage = await sent({ ...options, ...remembering(store) });
  stage.send({ type: 'visitor.chose', offer: 'callback' });
  await stage.settled();
  const back = async () => {
    const again = await stage.reload(remembering(store));
    await again.settled();
    return again;
  };
  return { store, stage, back };
};

describe('the receipt of a next step', () => {
  it('is kept once something was agreed, and holds nothing about the person', async () => {
    const { store, stage } = await asked();
    assert.deepEqual(Object.fromEntries(store.kept), {
      [KEY]: { leadId: stage.handover.leads[0]?.id, kind: 'callback' },
    });
    assert.equal(stage.view.receipt, null, 'not on the page that agreed it');
  });

  it('is not kept for links, and not before anything was sent', async () => {
    const store = memory();
    const stage = await sent(remembering(store));
    stage.send({ type: 'visitor.chose', offer: 'demo' });
    await stage.settled();
    assert.equal(store.kept.size, 0);
  });

  it('is shown to a visitor who comes back, who can call it off', async () => {
    const { store, back } = await asked();
    const again = await back();
    assert.deepEqual(again.view.receipt, { kind: 'callback', cancelled: false, changeable: true });
    again.send({ type: 'visitor.cancelled' });
    await again.settled();
    assert.equal(again.view.receipt?.cancelled, true);
    assert.equal(again.view.ending?.chosen, null);
    assert.equal(store.kept.size, 0);
    const lead = again.handover.leads.at(-1);
    assert.equal(lead?.phase, 'updated');
    assert.deepEqual([lead?.nextStep?.offer, lead?.nextStep?.status], ['callback', 'cancelled']);
    assert.deepEqual(
      again.facts.findLast(({ type }) => type === 'next-step'),
      {
        type: 'next-step',
        offer: 'callback',
        kind: 'callback',
        cancelled: true,
      },
    );
    const later = await again.reload(remembering(store));
    await later.settled();
    assert.equal(later.view.receipt, null);
    assert.equal(later.handover.leads.length, again.handover.leads.length);
  });

  it('calls nothing off twice, and what was called off can be chosen again', async () => {
    const { back, store } = await asked();
    const again = await back();
    const before = again.handover.leads.length;
    again.send({ type: 'visitor.cancelled' });
    again.send({ type: 'visitor.cancelled' });
    await again.settled();
    assert.equal(again.handover.leads.length, before + 1);
    again.send({ type: 'visitor.chose', offer: 'callback' });
    await again.settled();
    assert.equal(again.handover.leads.at(-1)?.nextStep?.status, 'requested');
    assert.equal(again.view.receipt?.cancelled, false);
    assert.equal(store.kept.size, 1);
  });

  it('follows a change', async () => {
    const { back, store } = await asked();
    const again = await back();
    again.send({ type: 'visitor.chose', offer: 'summary' });
    await again.settled();
    assert.equal(again.view.receipt?.kind, 'email');
    assert.equal(store.kept.get(KEY)?.kind, 'email');
  });

  it('says that only the company can change it where the destination takes no changes', async () => {
    const { back } = await asked({ updates: false });
    assert.equal((await back()).view.receipt?.changeable, false);
  });

  it('outlives starting over, but then only the company can change it', async () => {
    const { back, store } = await asked();
    const again = await back();
    again.send({ type: 'visitor.restarted' });
    await again.settled();
    assert.equal(again.view.phase, 'asking');
    assert.deepEqual(again.view.receipt, { kind: 'callback', cancelled: false, changeable: false });
    assert.equal(store.kept.size, 1);
  });

  it('is erased with everything else', async () => {
    const { back, store } = await asked();
    const again = await back();
    again.send({ type: 'visitor.withdrew' });
    await again.settled();
    assert.equal(store.kept.size, 0);
    assert.equal(again.view.receipt, null);
  });

  it('does without what cannot be loaded', async () => {
    const stage = await staged({ receipts: () => Promise.reject(new Error('offline')) });
    assert.equal(stage.view.phase, 'asking');
  });
});

describe('changing something after sending', () => {
  const correct = async (updates: boolean, atMs: number) => {
    const stage = await sent({ updates });
    const id = stage.handover.leads[0]?.id ?? '';
    stage.handover.report(id, { is: 'acknowledged', atMs, attempts: 1 });
    stage.handover.gone = !updates;
    const contact = stage.view.answers.find(({ step }) => step === 'contact');
    stage.send({ type: 'visitor.corrected', of: contact?.n ?? 0, raw: card({ name: 'P. Shah' }) });
    await stage.settled();
    return stage;
  };

  it('makes a revision where the destination takes changes', async () => {
    const stage = await correct(true, 1);
    assert.equal(stage.handover.leads.at(-1)?.contact?.name, 'P. Shah');
    assert.equal(stage.view.ending?.late, false);
  });

  it('says where it does not that nobody will hear of it, after a reload as well', async () => {
    const stage = await correct(false, 1);
    assert.equal(stage.handover.leads.length, 1);
    assert.equal(stage.view.ending?.late, true);
    const again = await stage.reload();
    await again.settled();
    assert.equal(again.view.ending?.late, true);
  });

  it('says nothing of the kind about what was changed before it left', async () => {
    const stage = await correct(false, Date.UTC(2030, 0));
    assert.equal(stage.view.ending?.late, false);
  });
});

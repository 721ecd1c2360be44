import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byHand } from '../../src/compose/by-hand.js';
import { createHandingOver } from '../conversation/routed.js';
import { createReceipts } from '../../src/conversation/receipts.js';
import type { Playbook } from '../../src/playbook/schema.js';
import type { Receipt } from '../../src/ports/receipt-store.js';
import { hot, kestrel } from '../conversation/kestrel.js';
import { KEY, staged, type StageOptions } from '../conversation/stage.js';

const playbook: Playbook = { ...kestrel, delivery: { to: 'mailto', email: 'leads@kestrel.example' } };

interface MailedOptions extends Pick<StageOptions, 'receipts'> {
  readonly decoyFilled?: boolean;
}

const mailed = async (written: Playbook = playbook, { decoyFilled, receipts }: MailedOptions = {}) => {
  const stage = await staged({
    playbook: written,
    handover: byHand(written) as StageOptions['handover'],
    close: async () => ({ createHandingOver, updates: false }),
    receipts,
  });
  stage.answerAll(hot, 'contact');
  stage.send({ type: 'visitor.answered', step: 'contact', raw: hot['contact'] ?? '', decoyFilled });
  await stage.settled();
  return stage;
};
type Mailed = Awaited<ReturnType<typeof mailed>>;

const linkOf = ({ view: { handover } }: Mailed): URL =>
  new URL(handover.is === 'by-hand' ? handover.href : assert.fail(handover.is));
const bodyOf = (stage: Mailed) => linkOf(stage).searchParams.get('body') ?? '';
/** What the page's scripts heard besides questions and answers. */
const told = ({ facts }: Mailed) => facts.filter(({ type }) => !/^(step|answer)$/.test(type));

describe('a lead that the visitor mails', () => {
  it('becomes a link with what was said, and counts as neither sent nor kept', async () => {
    const stage = await mailed();
    assert.equal(stage.view.phase, 'ended');
    assert.equal(linkOf(stage).pathname, 'leads@kestrel.example');
    assert.equal(linkOf(stage).searchParams.get('subject'), stage.view.answers[0]?.label);
    assert.match(bodyOf(stage), /Priya Shah\r\npriya@northfold\.example/);
    assert.doesNotMatch(bodyOf(stage), /hot|BANT|score|\+\d\d /i);
    assert.equal(stage.view.updates, false);
    assert.deepEqual(told(stage), []);
  });

  it('does not call itself spam in the visitor’s own mail', async () => {
    const stage = await mailed(playbook, { decoyFilled: true });
    assert.doesNotMatch(linkOf(stage).href, /spam/i);
  });

  it('never seems on its way on the page', async () => {
    const stage = await mailed();
    const seen = new Set(stage.views.map(({ handover }) => handover.is));
    assert.deepEqual([...seen].sort(), ['by-hand', 'none', 'saving']);
  });

  it('is written anew with the next step that was chosen, as a whole lead', async () => {
    const stage = await mailed();
    const before = bodyOf(stage);
    const offer = stage.view.ending?.offers[0]?.id ?? assert.fail();
    stage.send({ type: 'visitor.chose', offer });
    await stage.settled();
    assert.notEqual(bodyOf(stage), before);
    assert.match(bodyOf(stage), /priya@northfold\.example/);
    assert.equal(stage.view.ending?.chosen, offer);
  });

  it('is there again after a reload, without anything being told twice', async () => {
    const stage = await mailed();
    const again = await stage.reload({ handover: byHand(playbook) as StageOptions['handover'] });
    await again.settled();
    assert.equal(bodyOf(again), bodyOf(stage));
    assert.deepEqual(told(again), []);
  });

  it('goes to the company’s own address where no other is given', async () => {
    for (const email of [undefined, 'nobody'])
      assert.equal(
        linkOf(await mailed({ ...kestrel, delivery: { to: 'mailto', email } })).pathname,
        'sales@kestrel.example',
      );
  });

  it('cannot be sent without any address, which the console says', async (t) => {
    const said = t.mock.method(console, 'error', () => {});
    const { email: _email, ...company } = kestrel.company;
    const stage = await mailed({ ...kestrel, company, delivery: { to: 'mailto' } });
    assert.equal(stage.view.handover.is, 'failed');
    assert.match(String(said.mock.calls[0]?.arguments[0]), /delivery\.email-missing/);
  });

  it('is erased here, and a script of the page hears that the rest is to be done by hand', async () => {
    const stage = await mailed();
    stage.send({ type: 'visitor.withdrew' });
    await stage.settled();
    assert.deepEqual(told(stage), [{ type: 'forgotten' }, { type: 'problem', code: 'withdrawal.by-hand' }]);
    assert.equal(stage.view.handover.is, 'none');
  });

  it('leaves no receipt: nobody knows of the next step yet', async () => {
    const kept: Receipt[] = [];
    const store = {
      load: async () => null,
      keep: async (_key: string, receipt: Receipt) => void kept.push(receipt),
      erase: async () => {},
    };
    const receipts = () => createReceipts({ playbook, store, key: KEY });
    const stage = await mailed(playbook, { receipts });
    stage.send({ type: 'visitor.chose', offer: 'callback' });
    await stage.settled();
    assert.equal(stage.view.ending?.chosen, 'callback');
    assert.deepEqual(kept, []);
  });
});

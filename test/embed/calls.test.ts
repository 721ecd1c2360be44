import { expect } from 'chai';
import { call } from '../../src/embed/calls.js';
import { fakeConversation } from '../elements/fake-conversation.js';
import { kestrel } from '../elements/playbooks.js';

if (!customElements.get('warmlead-chat'))
  customElements.define('warmlead-chat', class extends HTMLElement {});

/** A chat in the page whose conversation is at its first question, or cannot be had. */
const chatWith = (begin: () => Promise<unknown>): HTMLElement =>
  Object.assign(document.createElement('div'), { begin });
const talking = () => {
  const conversation = fakeConversation({ playbook: kestrel });
  return { conversation, chat: chatWith(async () => conversation) };
};

describe('calls of the page', () => {
  it('answer the question that is asked, and no other', async () => {
    const { chat, conversation } = talking();
    expect(await call(chat, 'answer', ['nothing', 'x'])).to.deep.equal({ ok: false, code: 'call.not-asked' });
    const id = conversation.view.asking?.step.id ?? '';
    expect(await call(chat, 'answer', [id, null])).to.deep.equal({ ok: false, code: 'call.value-missing' });
    expect(await call(chat, 'answer', [id, 'alarms'])).to.deep.equal({ ok: true });
    expect(conversation.view.answers.map(({ step }) => step)).to.deep.equal([id]);
  });

  it('wait until the first question can be answered', async () => {
    const { conversation } = talking();
    let settle = () => {};
    const ready = new Promise<void>((resolve) => (settle = resolve));
    const early = { ...conversation, ready, send: conversation.send };
    const answer = call(
      chatWith(async () => early),
      'ask',
      ['What does it cost?'],
    );
    expect(conversation.sent).to.deep.equal([]);
    settle();
    expect(await answer).to.deep.equal({ ok: true });
    expect(conversation.sent).to.deep.equal([{ type: 'visitor.typed', text: 'What does it cost?' }]);
  });

  it('say why a conversation cannot be had', async () => {
    const fail = (error: unknown) =>
      chatWith(async () => {
        throw error;
      });
    const missing = Object.assign(new Error('none'), { code: 'playbook.missing' });
    expect(await call(fail(missing), 'reset', [])).to.deep.equal({ ok: false, code: 'playbook.missing' });
    expect(await call(fail(null), 'reset', [])).to.deep.equal({ ok: false, code: 'chat.unavailable' });
  });

  it('give no consent that nobody was asked for', async () => {
    const { chat, conversation } = talking();
    expect(await call(chat, 'consent', ['newsletter', true])).to.deep.equal({
      ok: false,
      code: 'call.not-asked',
    });
    expect(conversation.sent).to.deep.equal([]);
  });

  it('say what is missing', async () => {
    const { chat } = talking();
    expect(await call(chat, 'ask', ['  '])).to.deep.equal({ ok: false, code: 'call.text-missing' });
    expect(await call(chat, 'prefill', [null])).to.deep.equal({ ok: false, code: 'call.values-missing' });
    expect(await call(chat, 'consent', ['news'])).to.deep.equal({ ok: false, code: 'call.value-missing' });
  });
});

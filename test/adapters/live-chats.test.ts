import { expect } from 'chai';
import { liveChatsOn } from '../../src/adapters/live-chats.js';

const SUMMARY = { text: 'What? Alarms', name: 'Priya Shah', email: 'priya@northfold.example' };
const on = (page: object) => liveChatsOn(page).filter((chat) => chat.isThere());

describe('the live chat of a page', () => {
  it('is none where no script put one there, or it is not ready', () => {
    const blocked = Object.defineProperty({}, '$crisp', {
      get() {
        throw new Error('blocked');
      },
    });
    for (const page of [{}, { $crisp: [] }, { $chatwoot: { hasLoaded: false } }, { Intercom: 'x' }, blocked])
      expect(on(page)).to.deep.equal([]);
  });

  it('Crisp: who it is, the text written and not sent, and open', () => {
    const calls: unknown[] = [];
    const [chat] = on({ $crisp: { push: (call: unknown) => calls.push(call), is: () => false } });
    chat?.open(SUMMARY);
    expect(chat?.name).to.equal('crisp');
    expect(calls).to.deep.equal([
      ['set', 'user:email', ['priya@northfold.example']],
      ['set', 'user:nickname', ['Priya Shah']],
      ['set', 'message:text', ['What? Alarms']],
      ['do', 'chat:show'],
      ['do', 'chat:open'],
    ]);
  });

  it('Chatwoot: who it is, the text beside the conversation, and open', () => {
    const calls: unknown[] = [];
    const note =
      (name: string) =>
      (...given: unknown[]) =>
        void calls.push([name, ...given]);
    const [chat] = on({
      $chatwoot: {
        hasLoaded: true,
        setUser: note('setUser'),
        setConversationCustomAttributes: note('attributes'),
        toggle: note('toggle'),
      },
    });
    chat?.open(SUMMARY);
    expect(calls).to.deep.equal([
      ['setUser', 'priya@northfold.example', { email: 'priya@northfold.example', name: 'Priya Shah' }],
      ['attributes', { warmlead: 'What? Alarms' }],
      ['toggle', 'open'],
    ]);
  });

  it('Intercom: the text written and not sent, and nothing about who it is', () => {
    const calls: unknown[] = [];
    const [chat] = on({ Intercom: (...call: unknown[]) => void calls.push(call) });
    chat?.open(SUMMARY);
    expect(calls).to.deep.equal([['showNewMessage', 'What? Alarms']]);
  });
});

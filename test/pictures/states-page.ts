/** Runs in a page: shows one state of the chat, as the address asks for it. */
import { WarmleadChat } from '../../src/elements/chat/chat.js';
import '../../src/elements/later.js';
import '../../src/elements/ways-out.js';
import '../../src/elements/returning/returning.js';
import { conversationIn, enter, states } from '../elements/states.js';

interface PicturePage extends Window {
  readonly stateNames: readonly string[];
  showState(name: string, scheme: 'light' | 'dark'): Promise<void>;
}

let shown: WarmleadChat | null = null;

const showState = async (name: string, scheme: 'light' | 'dark'): Promise<void> => {
  shown?.remove();
  const state = states[name];
  if (!state) return;
  const conversation = conversationIn(state);
  WarmleadChat.compose = () => conversation;
  document.documentElement.dir = conversation.playbook.language === 'ar' ? 'rtl' : 'ltr';
  shown = document.createElement('warmlead-chat');
  shown.scheme = scheme;
  shown.playbook = conversation.playbook;
  document.body.append(shown);
  await enter(shown, conversation, name);
};

customElements.define('warmlead-chat', WarmleadChat);
const page = window as unknown as PicturePage;
Object.assign(page, { showState, stateNames: Object.keys(states) });

/** Registers the elements and gives them their conversations. The only import that changes the page. */
import { composeChat, hostSaid } from './compose.js';
import { WarmleadChat } from './elements/chat/chat.js';

/** The tag of the chat. */
const TAG = 'warmlead-chat';

WarmleadChat.compose = composeChat;
WarmleadChat.hostSaid = hostSaid;
// Absent on a server; taken when another copy of this file ran before.
if (globalThis.customElements && !customElements.get(TAG)) customElements.define(TAG, WarmleadChat);

declare global {
  interface HTMLElementTagNameMap {
    [TAG]: WarmleadChat;
  }
}

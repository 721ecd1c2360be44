/**
 * The live chats that a page may have, by what their own scripts put there: `window.$chatwoot`, `window.$crisp`,
 * `window.Intercom`. Nothing is loaded and nothing is asked before the visitor wants to talk to a person.
 */
import type { LiveChat } from '../ports/next-steps.js';

interface Chatwoot {
  readonly hasLoaded?: boolean;
  setUser?(id: string, person: object): void;
  setConversationCustomAttributes?(attributes: object): void;
  toggle?(state: 'open'): void;
}

/** What stands on the page under a name; undefined where reading it fails. */
const onPage = (page: object, name: string): unknown => {
  try {
    return (page as { readonly [name: string]: unknown })[name];
  } catch {
    return undefined;
  }
};

/** Chatwoot has no box to fill in from outside: the summary becomes an attribute of the conversation. */
const chatwoot = (page: object): LiveChat => {
  const chat = () => onPage(page, '$chatwoot') as Chatwoot | undefined;
  return {
    name: 'chatwoot',
    isThere: () => chat()?.hasLoaded === true,
    open({ text, name, email }) {
      if (email) chat()?.setUser?.(email, { email, ...(name && { name }) });
      chat()?.setConversationCustomAttributes?.({ warmlead: text });
      chat()?.toggle?.('open');
    },
  };
};

/** Crisp takes calls as a queue, also before it is loaded; `is` is only there afterwards. */
const crisp = (page: object): LiveChat => {
  const chat = () =>
    onPage(page, '$crisp') as { push(call: readonly unknown[]): void; is?: unknown } | undefined;
  return {
    name: 'crisp',
    isThere: () => typeof chat()?.is === 'function',
    open({ text, name, email }) {
      if (email) chat()?.push(['set', 'user:email', [email]]);
      if (name) chat()?.push(['set', 'user:nickname', [name]]);
      chat()?.push(['set', 'message:text', [text]]);
      chat()?.push(['do', 'chat:show']);
      chat()?.push(['do', 'chat:open']);
    },
  };
};

/** Intercom may know the person by a login of the page, so name and address are left to it. */
const intercom = (page: object): LiveChat => {
  const chat = () => onPage(page, 'Intercom') as { (...call: unknown[]): void; booted?: unknown } | undefined;
  return {
    name: 'intercom',
    isThere: () => typeof chat() === 'function' && chat()?.booted !== false,
    open: ({ text }) => chat()?.('showNewMessage', text),
  };
};

/** Every live chat that can be handed over to, in the order in which they are looked for. */
export const liveChatsOn = (page: object): readonly LiveChat[] => [
  chatwoot(page),
  crisp(page),
  intercom(page),
];

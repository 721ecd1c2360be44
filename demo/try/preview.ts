/**
 * The real widget beside the editor. It is made anew for a changed playbook and finds the conversation where it was,
 * as on a site whose playbook changed; nothing else is needed for edits to show at once.
 */
import { CONVERSATION } from '../../src/adapters/marker.js';
import type { WarmleadChat } from '../../src/elements/chat/chat.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { part } from './find.js';
import { PREVIEW_URL } from './preview-leads.js';

export interface Look {
  /** auto: as the playbook and the device say. */
  readonly scheme: 'auto' | 'light' | 'dark';
  /** A language tag; empty: the playbook's own. */
  readonly locale: string;
}

/** As it is tried: leads stay here, and the conversation is kept for the tab so that it outlives an edit. */
const tried = ({ delivery: _elsewhere, privacy, ...playbook }: Playbook): Playbook => ({
  ...playbook,
  delivery: { to: 'url', url: PREVIEW_URL },
  privacy: { ...privacy, remember: 'tab', storage: 'allowed' },
});

/** Only those of this page: others of the same host may be open in this tab. */
const forgetConversations = (): void => {
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(CONVERSATION) && /:try-\d+$/.test(key)) sessionStorage.removeItem(key);
  } catch {
    // Blocked storage keeps nothing.
  }
};

export interface Preview {
  /** Shows the playbook; a conversation that fits it goes on. */
  show(playbook: Playbook): void;
  /** Begins the conversation anew, with other looks where they are given. */
  restart(look?: Partial<Look>): void;
  /** Changes the colours; the conversation stays. */
  dress(scheme: Look['scheme']): void;
}

export const createPreview = (): Preview => {
  const stage = part('chat', HTMLElement);
  let look: Look = { scheme: 'auto', locale: '' };
  let text = '';
  let chat: WarmleadChat | null = null;
  let run = 0;

  const draw = (): void => {
    const next = document.createElement('warmlead-chat');
    next.setAttribute('mode', 'inline');
    next.setAttribute('playbook', text);
    if (look.scheme !== 'auto') next.setAttribute('scheme', look.scheme);
    next.setAttribute('name', `try-${run}`);
    if (look.locale) next.setAttribute('locale', look.locale);
    chat = next;
    stage.replaceChildren(next);
    // A chat that was put in later is looked after with the next call.
    (window as { Warmlead?: { init?(options: object): void } }).Warmlead?.init?.({});
  };

  return {
    show(playbook) {
      const now = JSON.stringify(tried(playbook));
      if (now === text) return;
      text = now;
      draw();
    },
    restart(change = {}) {
      look = { ...look, ...change };
      run += 1;
      chat?.remove();
      forgetConversations();
      if (text) draw();
    },
    dress(scheme) {
      look = { ...look, scheme };
      if (scheme === 'auto') chat?.removeAttribute('scheme');
      else chat?.setAttribute('scheme', scheme);
    },
  };
};

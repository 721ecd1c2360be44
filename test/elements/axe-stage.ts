/** Runs inside a frame of a given width: shows a state and asks axe what is wrong with the page. */
import 'axe-core/axe.min.js';
import type axe from 'axe-core';
import { WarmleadChat } from '../../src/elements/chat/chat.js';
import '../../src/elements/later.js';
import '../../src/elements/ways-out.js';
import { conversationIn, enter, states } from './states.js';

export interface Look {
  readonly state: string;
  readonly scheme: 'light' | 'dark';
  /** Left out: the playbook's own. */
  readonly locale?: string;
}

export interface AxeWindow extends Window {
  readonly axe: typeof axe;
  /** What is wrong, one line each; empty when nothing is. */
  faultsOf(look: Look): Promise<readonly string[]>;
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const page = window as unknown as AxeWindow;

const faultsOf = async ({ state, scheme, locale }: Look): Promise<readonly string[]> => {
  const wanted = states[state];
  if (!wanted) return [`There is no state ${state}.`];
  const conversation = conversationIn(wanted, locale);
  WarmleadChat.compose = () => conversation;
  const chat = document.createElement('warmlead-chat');
  chat.scheme = scheme;
  chat.playbook = conversation.playbook;
  document.body.append(chat);
  await enter(chat, conversation, state);
  const { violations } = await page.axe.run(document, { runOnly: TAGS, resultTypes: ['violations'] });
  const wide = chat.renderRoot.querySelector('.scroller');
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`),
  );
  if (wide && wide.scrollWidth > wide.clientWidth) faults.push('It scrolls sideways.');
  if (document.documentElement.scrollWidth > innerWidth) faults.push('The page scrolls sideways.');
  chat.remove();
  return faults;
};

customElements.define('warmlead-chat', WarmleadChat);
Object.assign(page, { faultsOf });

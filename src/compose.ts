/**
 * Where everything meets: picks the adapters for a page and builds the conversation with them. What only answering
 * needs, and then what only sending needs, is loaded behind the first question.
 */
import { CONVERSATION, storageMarker, VISITS } from './adapters/marker.js';
import { browserPage } from './adapters/page.js';
import { systemClock } from './adapters/system-clock.js';
import { systemRandomness } from './adapters/system-randomness.js';
import { painted, whenIdle } from './compose/behind-paint.js';
import { complain } from './compose/complain.js';
import type * as Reply from './compose/reply.js';
import { loadPlaybook } from './compose/playbook.js';
import type { Conversation, ConversationFact } from './conversation/contract.js';
import type { ConversationOptions } from './conversation/create-conversation.js';
import { openConversation } from './conversation/open-conversation.js';
import type { ChatAttributes } from './elements/chat/chat-attributes.js';
import { takesCounts } from './formats/takes-counts.js';
import { PlaybookError, type Problem } from './playbook/error.js';
import type { Opened } from './flow/log.js';
import type { Playbook } from './playbook/schema.js';
import type { Visit } from './ports/page.js';

export interface ComposeOptions {
  readonly playbook: Playbook;
  /** Where the playbook came from: what its relative addresses refer to. The page's address for an inline one. */
  readonly playbookUrl: string;
  /** Tells several conversations over one playbook apart. */
  readonly name?: string;
  /** Language of the conversation, for example `de-AT`. Left out: the playbook's own. */
  readonly locale?: string;
  /** Where the visit began, as long as it is known. */
  readonly landing?: string;
  /** What is known of the visit beyond its addresses. */
  readonly visit?: Visit;
  /** How the chat came to be opened. */
  readonly opened?: Opened;
  /** A trial on a live site: leads say so. */
  readonly test?: boolean;
  /** What the page knows about its visitor: `{step: value}` or `{step: {value, source, asOf}}`, also as JSON text. */
  readonly known?: object | string;
}

/** What a conversation asks of its surroundings; each part can be replaced. */
export type ComposePorts = Pick<
  ConversationOptions,
  'store' | 'handover' | 'close' | 'clock' | 'randomness' | 'page'
>;

let coming: Promise<typeof Reply> | null = null;
/** Fetches what leads a conversation once; after a failure the next caller tries again. */
export const loadReply = () =>
  (coming ??= import('./compose/reply.js').catch((error: unknown) => {
    coming = null;
    throw error;
  }));

let isLoaded = false;
/**
 * Whether a conversation may be kept under this key: by an earlier page, or on this one. The marker is gone where
 * a site clears its `localStorage`, at a logout for example.
 */
const mayBeKept = (key: string): boolean => {
  try {
    return isLoaded || storageMarker().isSet() || sessionStorage.getItem(CONVERSATION + key) !== null;
  } catch {
    return false;
  }
};

let hostWord = '';
/** Without effect as long as it cannot be loaded: then nothing is stored either. */
const obeyHost = async (): Promise<void> => {
  if (hostWord)
    await import('./compose/asked-storage.js').then(({ hostSaid: obey }) => obey(hostWord)).catch(() => {});
};
/**
 * What the page says on storing, for playbooks that ask it: `yes` or `no`; anything else says nothing. Carried out
 * at once where something is kept or a conversation is led, else with the first one.
 */
export const hostSaid = (word: string): void => {
  hostWord = word;
  if (isLoaded || storageMarker().isSet()) void obeyHost();
};

/** What it said last; empty: nothing. */
export const wordOfHost = (): string => hostWord;

/**
 * A conversation over a playbook, with the adapters of this page. Kept under the playbook's id and `name`.
 * Never throws: a playbook that cannot be used gives a conversation in phase `broken`.
 */
export const composeConversation = (
  options: ComposeOptions,
  ports: Partial<ComposePorts> = {},
): Conversation => {
  const { playbook, playbookUrl, name = '', locale, landing, test, visit, opened, known } = options;
  const clock = ports.clock ?? systemClock();
  // What is tried out stands beside the owner's own conversation, not in it.
  const key = `warmlead:${playbook.id}:${name}${test ? ':test' : ''}`;
  // Either may have answered the first question.
  const isKept = () => known !== undefined || ports.store !== undefined || mayBeKept(key);
  const surroundings = {
    playbook,
    clock,
    randomness: ports.randomness ?? systemRandomness(),
    page: ports.page ?? browserPage({ landing, visit, opened }),
    locale,
    base: playbookUrl,
  };
  const conversation = openConversation({
    ...surroundings,
    mayBeKept: isKept,
    async lead() {
      if (!isKept()) await painted();
      const { createConversation, portsFor, readersFor } = await loadReply();
      const readers = await readersFor(playbook, locale);
      isLoaded = true;
      await obeyHost();
      const own = await portsFor(playbook, playbookUrl, key);
      // Where it cannot be loaded, everything is asked.
      if (known !== undefined)
        await import('./compose/known.js').then(
          ({ tellKnown }) => tellKnown(conversation, known),
          () => {},
        );
      return (more) =>
        createConversation({
          ...surroundings,
          ...own,
          ...ports,
          ...more,
          readers,
          key,
          ...(test === true && { test }),
        });
    },
  });
  void conversation.ready.then(() => whenIdle(clock, conversation.warm));
  return conversation;
};

/** What a chat in a page knows of its conversation. */
export interface ChatOptions extends Pick<ComposeOptions, 'name' | 'locale' | 'landing' | 'test' | 'opened'> {
  /** The playbook, its text as JSON, or its address. */
  readonly playbook: Playbook | object | string;
  /** The chat itself, where it may be measured. */
  readonly chat?: ChatAttributes;
}

/** What is known of a visit; nothing is loaded where nothing can be. Without it the conversation begins all the same. */
export const visitFor = async (playbook: Playbook, landing: string): Promise<Visit | undefined> => {
  try {
    // The last of them throws where storage is blocked.
    if (playbook.experiments ?? playbook.privacy?.attribution ?? localStorage[VISITS])
      return (await import('./compose/visit.js')).visitOn(playbook, landing, hostWord);
  } catch {
    // As if it were the first visit.
  }
  return undefined;
};

/** Codes of trouble that comes from the playbook; only then its thorough check is worth fetching. */
const FAULTS: readonly string[] = ['playbook.broken', 'conversation.failed'];

/** All that is wrong with a playbook, once, for its owner. */
const complainOf = (problems: readonly Problem[]): void => {
  const errors = problems.filter(({ level }) => level === 'error');
  const [first] = errors;
  if (first) complain(first.code, `The playbook has faults.\n${new PlaybookError(errors).message}`);
};

/** Fetches what measures a chat. Where it cannot be had, nothing is counted. */
const measured = (conversation: Conversation, chat: ChatAttributes, playbookUrl: string): void => {
  const told: ConversationFact[] = [];
  const stop = conversation.onFact((fact) => void told.push(fact));
  import('./compose/numbers.js').then(async ({ measure }) => {
    // What an earlier page knows of it counts as known.
    await conversation.ready;
    stop();
    measure({ conversation, chat, told, playbookUrl });
  }, stop);
};

/**
 * The conversation of a chat in this page: gets the playbook first where only its address or its text was given.
 * Rejects with PlaybookError where it cannot be had. What is wrong with it is said in the console, in full as soon
 * as the conversation stumbles over it. Empty options count as left out.
 */
export const composeChat = async (options: ChatOptions): Promise<Conversation> => {
  const loaded = await loadPlaybook(options.playbook);
  if (!loaded.ok) {
    complainOf(loaded.problems);
    throw new PlaybookError(loaded.problems);
  }
  const { name, locale, landing = '', test, opened, chat } = options;
  const visit = await visitFor(loaded.playbook, landing);
  const conversation = composeConversation({
    playbook: loaded.playbook,
    playbookUrl: loaded.url,
    name,
    locale: locale || undefined,
    landing: landing || undefined,
    test,
    visit,
    opened,
    known: document.querySelector('script[data-warmlead-person]')?.textContent ?? undefined,
  });
  const remembers = visit ?? loaded.playbook.privacy?.remember === 'device';
  conversation.onFact((fact) => {
    if (fact.type === 'problem' && FAULTS.includes(fact.code)) void loaded.problems().then(complainOf);
    // A visit is remembered once something was answered, and forgotten with everything else.
    if (fact.type === 'forgotten' || (fact.type === 'answer' && remembers))
      import('./compose/visit.js').then(
        ({ noteFact }) => noteFact(fact.type, loaded.playbook, landing, hostWord),
        () => {},
      );
  });
  if (chat && (chat.events || takesCounts(loaded.playbook.delivery)))
    measured(conversation, chat, loaded.url);
  return conversation;
};

export const loadClose = () => loadReply().then((reply) => reply.loadClose());

/**
 * Looks after what earlier pages left behind, where there is a sign of it: erases conversations whose time is over
 * and sends what waits. Needs no playbook and no conversation.
 */
export const lookAfterKept = (): void => {
  const marker = storageMarker();
  if (!marker.isSet()) return;
  // What could not be fetched now is fetched with the next conversation.
  import('./adapters/erase-conversations.js')
    .then(async ({ eraseConversations }) => {
      eraseConversations('expired', systemClock().nowMs(), marker);
      if (marker.isSet('leads')) (await loadClose()).outboxFor(true);
    })
    .catch(() => {});
};

/** What tells an owner how things stand, see `embed/debug`. */
export const loadDebug = () => loadClose().then((close) => close.loadDebug());

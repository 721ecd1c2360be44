/**
 * Keeps conversations in memory until the page says that they may be stored, and moves them there then; back into
 * memory when it takes that back.
 */
import type { ConversationStore } from '../ports/conversation-store.js';

/** What the page said. Null: nothing yet. */
export interface HostWord {
  allowed: boolean | null;
}

export interface AskedConversationStore extends ConversationStore {
  /** Brings what this page uses to where the word says. */
  move(): Promise<void>;
}

export interface AskedConversationStoreOptions {
  /** Shared by everything on the page. */
  readonly word: HostWord;
  readonly kept: ConversationStore;
  readonly memory: ConversationStore;
}

/** A store that obeys a word. As long as there is none, a conversation that is kept says that there was a yes. */
export const askedConversationStore = ({
  word,
  kept,
  memory,
}: AskedConversationStoreOptions): AskedConversationStore => {
  const keys = new Set<string>();
  let line: Promise<unknown> = Promise.resolve();
  /** One after the other, so that nothing is appended to what is being moved. Stores never reject. */
  const inLine = <T>(task: () => Promise<T>): Promise<T> => {
    const done = line.then(task);
    line = done;
    return done;
  };
  const place = () => (word.allowed ? kept : memory);

  return {
    load: (key) =>
      inLine(async () => {
        keys.add(key);
        if (word.allowed === null && (await kept.load(key))) word.allowed = true;
        return place().load(key);
      }),
    append: (key, ...entries) => {
      keys.add(key);
      return inLine(() => place().append(key, ...entries));
    },
    erase: (key) =>
      inLine(async () => {
        await memory.erase(key);
        await kept.erase(key);
      }),
    move: () =>
      inLine(async () => {
        const [from, to] = word.allowed ? [memory, kept] : [kept, memory];
        for (const key of keys) {
          const held = await from.load(key);
          // What another tab kept meanwhile stays; the conversation finds it with its next entry.
          if (held && !(await to.load(key))) await to.append(key, held.leadId, 0, held.log);
          await from.erase(key);
        }
      }),
  };
};

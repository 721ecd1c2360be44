/**
 * Fetches what it takes to understand what the visitor does, before it reaches the machine. What they do meanwhile
 * waits in line, so that nothing overtakes.
 */
import type { LogEntry } from '../flow/log.js';
import type { FoldState } from '../flow/state.js';
import type { Playbook } from '../playbook/schema.js';
import type { Clock } from '../ports/clock.js';
import { askedIn } from './asked.js';
import type { Asides } from './asides.js';
import type { ConversationEvent } from './contract.js';
import { meantBy } from './entries.js';
import type { Readers } from './readers.js';
import type { Setting } from './setting.js';

export interface AheadOptions {
  readonly setting: () => Setting;
  readonly fold: () => FoldState;
  readonly readers: Readers | undefined;
  /** Loads what hears questions and objections; rejects when it cannot. Left out: nothing is heard. */
  readonly asides: ((playbook: Playbook, locale: string) => Promise<Asides>) | undefined;
  readonly clock: Pick<Clock, 'after'>;
  readonly send: (event: ConversationEvent) => void;
  /** Called when `lookingUp` may be another. */
  readonly onLookingUp: () => void;
}

export interface Ahead {
  /** What hears questions and objections, once it is loaded. */
  readonly asides: Asides | null;
  /** The question whose answer is looked up elsewhere and takes its time; empty: none. */
  readonly lookingUp: string;
  /** Fetches it where something in this log cannot be gone on with otherwise. Never rejects. */
  forLog(log: readonly LogEntry[]): Promise<void>;
  act(event: ConversationEvent): void;
}

/** After this long a question is noted, whatever is still under way. */
const LONGEST_MS = 8_000;

export const createAhead = (options: AheadOptions): Ahead => {
  const { setting, fold, readers, clock, send } = options;
  let asides: Asides | null = null;
  let coming: Promise<Asides> | null = null;
  let line: Promise<void> | null = null;
  let lookingUp = '';

  const hears = ({ knowledge, objections }: Playbook): boolean =>
    options.asides !== undefined && Boolean(knowledge?.length || objections?.length);

  const load = async (): Promise<Asides | null> => {
    const { playbook, locale } = setting();
    coming ??= options.asides?.(playbook, locale) ?? null;
    try {
      return (asides = await coming);
    } catch {
      // Tried again with the next question; this one is noted.
      coming = null;
      return null;
    }
  };

  /** Whether a text is no plain answer, so that it may be a question or an objection. */
  const mayBeHeard = (text: string): boolean => {
    const { asked, plain } = meantBy(setting(), fold(), text);
    return plain.as !== 'option' && (plain.as !== 'value' || isFree(asked?.step.kind ?? 'text'));
  };
  const isFree = (kind: string): boolean =>
    setting().playbook.objections !== undefined && /text$/i.test(kind);

  const mayRaise = (raw: string): boolean => {
    const { objections = [] } = setting().playbook;
    const offered = askedIn(setting(), fold())?.options ?? [];
    return (
      objections.some(({ when }) => when) || offered.some(({ value, raises }) => raises && value === raw)
    );
  };

  const prepared = (one: Asides | null, text: string): Promise<void> | undefined => {
    const looked = one?.prepare(setting(), fold(), meantBy(setting(), fold(), text));
    if (looked) {
      lookingUp = text;
      options.onLookingUp();
    }
    return looked;
  };

  const needs = (event: ConversationEvent): readonly Promise<unknown>[] => {
    const needed: (Promise<unknown> | undefined)[] = [];
    try {
      if (event.type === 'visitor.typed') {
        // A contact card in free text takes more to read.
        if (askedIn(setting(), fold())?.step.kind === 'contact') needed.push(readers?.more());
        const text = event.text.trim();
        if (hears(setting().playbook) && mayBeHeard(text))
          needed.push(asides ? prepared(asides, text) : load().then((one) => prepared(one, text)));
      } else if (
        event.type === 'visitor.answered' &&
        !asides &&
        hears(setting().playbook) &&
        mayRaise(event.raw)
      )
        needed.push(load());
    } catch {
      // A playbook that cannot be read: the machine says so.
    }
    return needed.filter((one) => one !== undefined);
  };

  const inTime = async (needed: readonly Promise<unknown>[]): Promise<void> => {
    let stop = () => {};
    const late = new Promise<void>((resolve) => (stop = clock.after(LONGEST_MS, resolve)));
    await Promise.race([Promise.allSettled(needed), late]);
    stop();
  };

  return {
    get asides() {
      return asides;
    },
    get lookingUp() {
      return lookingUp;
    },
    async forLog(log) {
      const isOpen = log.some(
        (entry) => entry.type === 'objected' || (entry.type === 'questioned' && entry.meant !== undefined),
      );
      if (isOpen && hears(setting().playbook)) await load();
    },
    act(event) {
      const needed = line ? [] : needs(event);
      if (!line && needed.length === 0) return send(event);
      const turn: Promise<void> = (line?.then(() => inTime(needs(event))) ?? inTime(needed)).then(() => {
        if (line === turn) line = null;
        lookingUp = '';
        send(event);
        options.onLookingUp();
      });
      line = turn;
    },
  };
};

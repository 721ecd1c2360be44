/** What hears questions and objections in what people type, and what a conversation asks of it. Loaded on first need. */
import type { Interpretation } from '../flow/interpret.js';
import type { Happening } from '../flow/log.js';
import type { FoldState } from '../flow/state.js';
import type { Asked } from './asked.js';
import type { Act } from './entries.js';
import type { Setting } from './setting.js';

export interface Asides {
  /** What is asked about an objection or an unclear question, before the question of the playbook; null: nothing. */
  asked(setting: Setting, fold: FoldState): Asked | null;
  /** What follows from a tap on one of its options; null for one that is gone. */
  replying(setting: Setting, fold: FoldState, id: string, raw: string): Act;
  /** What a text is besides an answer: an objection, a question; null: none of them. */
  hearing(setting: Setting, fold: FoldState, typed: Typed): Act;
  /** The objection that an answer raises; nothing where it raises none. */
  raisedBy(setting: Setting, fold: FoldState, answer: Happening): readonly Happening[];
  /** Looks up what takes time before `hearing` can tell; undefined: nothing does. Never rejects. */
  prepare(setting: Setting, fold: FoldState, typed: Typed): Promise<void> | undefined;
}

export interface Typed {
  readonly text: string;
  /** The question of the playbook; null: none is pending. */
  readonly asked: Asked | null;
  /** How it reads as an answer. `plain`: without taking it for "something else". */
  readonly plain: Interpretation;
  readonly meant: Interpretation;
}

/** Step ids of what is asked in between. */
export const ASIDE = 'aside:';

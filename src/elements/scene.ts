/** What every template draws from, and what it may ask for. Made anew for each rendering by the chat. */
import type { Conversation, ConversationEvent, ConversationView } from '../conversation/contract.js';
import type { FirstTexts, Texts } from '../locales/index.js';
import type { Asked } from './inputs/asked.js';

/** A page that covers the conversation for a moment. */
export type Page = 'person' | 'restart' | 'privacy' | 'erase';

export interface Scene<T extends FirstTexts = FirstTexts> {
  readonly texts: T;
  /** Language of the conversation, BCP 47. */
  readonly locale: string;
  readonly playbook: Conversation['playbook'];
  readonly view: ConversationView;
  /** The question whose input is shown: the pending one, or one whose answer is being changed. */
  readonly asked: Asked | null;
  readonly page: Page | null;
  /** A trial: the header says so. */
  readonly isTest: boolean;
  readonly menuOpen: boolean;
  /** Every product is shown, not only the first two. */
  readonly allProducts: boolean;
  /** "Why do you ask?" is open. */
  readonly whyOpen: boolean;
  readonly copied: boolean;
  /** The address a link of the playbook leads to; undefined where it must not be a link. */
  href(url: string | undefined): string | undefined;
  /**
   * A time of day as the visitor writes it, for example "15:12"; empty until the second half is there. `at` is
   * ISO or milliseconds.
   */
  time(at: string | number): string;
  send(event: ConversationEvent): void;
  /** Answers what is asked, or mends the answer that is being changed. */
  give(raw: string, decoyFilled?: boolean): void;
  /** Begins to change the answer of that number; null: leaves it as it is. */
  change(of: number | null): void;
  show(page: Page | null): void;
  toggle(what: 'menuOpen' | 'whyOpen' | 'allProducts'): void;
  /** Puts a text on the clipboard. */
  copy(text: string): void;
}

/** The scene once everything is loaded. */
export type FullScene = Scene<Texts>;

/** Something is on its way that will be asked or said next. */
export const isWaiting = ({ view: { phase, asking } }: Scene): boolean =>
  phase === 'restoring' || (phase === 'asking' && asking === null);

/**
 * A line of the brief, before it is dressed. All texts are plain, on one line each and already cut: a dress
 * escapes them and no more.
 */

export type BriefLine =
  /** A sentence. */
  | string
  /** Things of equal standing, the most important one first. */
  | { readonly parts: readonly string[] }
  | BriefVerdict
  | BriefReason
  | BriefQuestion
  /** What can be done with one tap. */
  | { readonly acts: readonly BriefAct[] };

export interface BriefVerdict {
  /** Why it was decided so, in the rule's own words. */
  readonly decided: string;
  /** Score and slots; may be empty. */
  readonly figures: string;
}

/** A rule that fired. */
export interface BriefReason {
  /** With its sign: "+30", "-10". */
  readonly points: string;
  /** The rule's own words. */
  readonly because: string;
  /** The answers that made it fire, in quotation marks; may be empty. */
  readonly said: string;
}

export interface BriefQuestion {
  /** In quotation marks. */
  readonly asked: string;
  /** False: the prospect still waits for an answer. */
  readonly answered: boolean;
  /** Whether they said that the answer helped; absent: not said. */
  readonly helpful?: boolean;
  /** A machine wrote the answer out of the knowledge. */
  readonly written?: true;
  /** That many questions are not shown; 0 on all lines but the last. */
  readonly more: number;
}

/** Call or Reply. */
export interface BriefAct {
  readonly does: 'call' | 'reply';
  readonly label: string;
  /** The number or address as the prospect wrote it. */
  readonly to: string;
  /** `tel:` or `mailto:`. Absent where the text is not surely a number or address and nothing else. */
  readonly href?: string;
}

export const isReason = (line: BriefLine): line is BriefReason =>
  typeof line === 'object' && 'because' in line;

/** What can be done with one tap; empty for any other line. */
export const actsIn = (line: BriefLine): readonly BriefAct[] =>
  typeof line === 'object' && 'acts' in line ? line.acts : [];

/** The parts of a line; of one that has none the whole text. */
export const partsIn = (line: BriefLine): readonly string[] =>
  typeof line === 'string' ? [line] : 'parts' in line ? line.parts : [];

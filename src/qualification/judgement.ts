/** What the playbook's rules say about a prospect, with reasons. Derived from a folded log; see `judge.ts`. */

export type Verdict = 'qualified' | 'nurture' | 'disqualified' | 'undetermined';
export type Band = 'hot' | 'warm' | 'cold';
export type SlotState = 'yes' | 'no' | 'unknown';

export interface Slot {
  readonly id: string;
  /** How sales people call it, for example "Budget". */
  readonly label: string;
  readonly state: SlotState;
  /** Numbers of the log entries that say so; empty when unknown. */
  readonly evidence: readonly number[];
}

export interface Reason {
  /** JSON path into the playbook of the rule that fired, for example `qualification.points[0]`. */
  readonly path: string;
  /** Points it added; absent for the verdict's own reason. */
  readonly points?: number;
  /** The rule's own words. */
  readonly because: string;
  /** Numbers of the log entries whose answers made it fire. */
  readonly evidence: readonly number[];
}

export interface Judgement {
  readonly framework: 'BANT' | 'CHAMP' | 'own';
  readonly slots: readonly Slot[];
  /** Sum of the points that fired, never below 0. */
  readonly score: number;
  /** The most that this playbook's points can add up to; 0 when it has none. */
  readonly outOf: number;
  readonly verdict: Verdict;
  readonly band: Band | null;
  /** The verdict's reason first, then the points in the playbook's order. */
  readonly reasons: readonly Reason[];
  /** Ids of slots that are still unknown. */
  readonly missing: readonly string[];
}

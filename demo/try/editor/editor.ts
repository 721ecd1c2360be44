/** What the page asks of the box that a playbook is written in. */
import type { Problem } from '../../../src/playbook/error.js';

export interface Editor {
  readonly text: string;
  /** Replaces what stands between two offsets, by default everything. One step of undo. */
  replace(text: string, from?: number, to?: number): void;
  /** Puts the cursor there, into view, and the focus into the box. Line and column from 1. */
  goTo(line: number, column: number): void;
  undo(): void;
  redo(): void;
  /** Shows where the problems are. */
  mark(problems: readonly Problem[]): void;
  focus(): void;
}

/** Offset of a line and column (from 1) in a text; where there is no such place, the nearest before it. */
export const offsetOf = (text: string, line: number, column: number): number => {
  const lines = text.split(/(?<=\r\n|\r(?!\n)|\n)/);
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length, 0);
  return Math.min(before + Math.max(0, column - 1), text.length);
};

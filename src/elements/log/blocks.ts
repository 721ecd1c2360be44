/**
 * The lines of a conversation in blocks, so that one more line costs the same after a thousand as after ten:
 * a block whose lines and neighbours are what they were is the very same object and is not drawn again.
 */
import type { Turn } from '../../flow/state.js';

export interface Block {
  readonly turns: readonly Turn[];
  /** Who speaks right before and right after it. */
  readonly before: Turn['by'] | null;
  readonly after: Turn['by'] | null;
}

/** Lines in a block. */
export const BLOCK = 16;

const FIELDS = [
  'key',
  'by',
  'at',
  'says',
  'shows',
  'note',
  'n',
  'step',
  'skipped',
  'changed',
  'typed',
  'url',
  'over',
] as const;
type Fields = { readonly [name in (typeof FIELDS)[number]]?: unknown };

const isSame = (a: Fields, b: Fields | undefined): boolean =>
  a === b || (b !== undefined && FIELDS.every((field) => a[field] === b[field]));

/** Who speaks in a line; null for what stands between: cards are nobody's words. */
export const speakerOf = (turn: Turn | undefined): Turn['by'] | null =>
  turn && 'says' in turn ? turn.by : null;

/** `before`: what this answered for the lines before something was added. */
export const blocksOf = (turns: readonly Turn[], before: readonly Block[]): readonly Block[] =>
  Array.from({ length: Math.ceil(turns.length / BLOCK) }, (_, i) => {
    const start = i * BLOCK;
    const block: Block = {
      turns: turns.slice(start, start + BLOCK),
      before: speakerOf(turns[start - 1]),
      after: speakerOf(turns[start + BLOCK]),
    };
    const known = before[i];
    const kept =
      known?.before === block.before &&
      known.after === block.after &&
      known.turns.length === block.turns.length &&
      block.turns.every((turn, j) => isSame(turn, known.turns[j]));
    return kept ? known : block;
  });

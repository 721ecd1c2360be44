/** How far a mean may be off by chance. */

/** The same numbers in every run: mulberry32. */
export const seededUnit = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const DRAWS = 10_000;
const SEED = 20_261_124;

export interface Mean {
  readonly mean: number;
  /** 95 % percentile interval. */
  readonly from: number;
  readonly to: number;
}

/** The mean with its 95 % bootstrap interval; the seed is fixed. */
export const bootstrapped = (values: readonly number[]): Mean => {
  const unit = seededUnit(SEED);
  const drawn = Array.from({ length: DRAWS }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(unit() * values.length)] ?? 0;
    return sum / values.length;
  }).sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.floor(DRAWS * share)] ?? Number.NaN;
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    from: at(0.025),
    to: at(0.975),
  };
};

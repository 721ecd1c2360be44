/** One line of the benchmark's table, and the ways to come to it. */
export interface Row {
  readonly what: string;
  /** What is judged: the median of the runs unless `what` says otherwise. */
  readonly value: number;
  readonly unit: 'ms' | 'bytes' | 'count';
  readonly budget: number;
  readonly runs: number;
  readonly ok: boolean;
}

/** The value below which a share of the list lies. */
export const quantile = (list: readonly number[], share: number): number => {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const row = (what: string, unit: Row['unit'], budget: number, value: number, runs = 1): Row => ({
  what,
  value,
  unit,
  budget,
  runs,
  ok: value <= budget,
});

/** The median time of a synchronous function, after as many runs that do not count. */
export const timed = async (
  what: string,
  budgetMs: number,
  runs: number,
  run: () => unknown,
): Promise<Row> => {
  for (let i = 0; i < runs; i++) run();
  const times = Array.from({ length: runs }, () => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  });
  return row(what, 'ms', budgetMs, quantile(times, 0.5), runs);
};

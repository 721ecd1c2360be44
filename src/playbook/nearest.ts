/** "Did you mean …?": the known name that somebody probably wanted to write. */

const MOST_COMPARED = 2_000;
const LONGEST = 64;

/** Three rows of the table of distances, used again by every comparison. */
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)] as const;
const at = (row: Uint8Array, i: number): number => row[i] ?? 0;

const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

/** Insertions, deletions, replacements and swaps of neighbours between two texts; `limit + 1` when more. */
const distance = (from: string, to: string, limit: number): number => {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let [beforeLast, last, row] = rows;
  for (let j = 0; j <= to.length; j++) last[j] = j;
  for (let i = 1; i <= from.length; i++) {
    row[0] = i;
    let best = i;
    for (let j = 1; j <= to.length; j++) {
      const isSame = from.charCodeAt(i - 1) === to.charCodeAt(j - 1);
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && from.charCodeAt(i - 1) === to.charCodeAt(j - 2);
      if (isSwap && from.charCodeAt(i - 2) === to.charCodeAt(j - 1)) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      }
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return at(last, to.length);
};

/**
 * The known name nearest to `wrong`: the same but for case, hyphens and spaces; else with at most a third of
 * its letters different (three at most); else one that contains it or is contained in it. Undefined when
 * nothing is near. The first of several equally near ones wins.
 */
export const nearest = (wrong: string, known: Iterable<string>): string | undefined => {
  const wanted = plain(wrong);
  if (!wanted || wrong.length > LONGEST) return undefined;
  const limit = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)));
  let near: { readonly name: string; readonly by: number } | undefined;
  let part: { readonly name: string; readonly by: number } | undefined;
  let compared = 0;
  for (const name of known) {
    const candidate = plain(name);
    if (candidate === wanted) return name;
    if (candidate.length > LONGEST) continue;
    if (++compared > MOST_COMPARED) break;
    const by = distance(wanted, candidate, Math.min(limit, (near?.by ?? limit + 1) - 1));
    if (by <= limit && by < (near?.by ?? limit + 1)) near = { name, by };
    const shorter = candidate.length < wanted.length ? candidate : wanted;
    const longer = shorter === candidate ? wanted : candidate;
    const rest = longer.length - shorter.length;
    if (shorter.length >= 4 && longer.includes(shorter) && rest < (part?.by ?? Infinity)) {
      part = { name, by: rest };
    }
  }
  return (near ?? part)?.name;
};

/** `Did you mean "team-size"?`, or `otherwise` when nothing is near. */
export const didYouMean = (wrong: string, known: Iterable<string>, otherwise: string): string => {
  const name = nearest(wrong, known);
  return name === undefined ? otherwise : `Did you mean "${name}"?`;
};

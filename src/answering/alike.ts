/** How alike two words look: slips of the finger, endings, parts of compounds. */

/** Pairs of letters, with the edges of the word. */
export const pairsOf = (word: string): ReadonlySet<string> => {
  const edged = `^${word}$`;
  return new Set(Array.from({ length: edged.length - 1 }, (_, i) => edged.slice(i, i + 2)));
};

/** 0 to 1: the share of parts that two sets have in common (Dice). */
export const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size === 0 || b.size === 0) return 0;
  let both = 0;
  for (const part of a) if (b.has(part)) both += 1;
  return (2 * both) / (a.size + b.size);
};

/** Whether one becomes the other by `most` letters added, left out, changed or swapped with their neighbour. */
export const isSlip = (a: string, b: string, most: number): boolean => {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    if (Math.min(...row) > most) return false;
    before = above;
    above = row;
  }
  return (above[b.length] ?? Infinity) <= most;
};

/** Slips that a word of this length may have. */
export const slipsIn = (word: string): number => (word.length < 6 ? 0 : word.length < 9 ? 1 : 2);

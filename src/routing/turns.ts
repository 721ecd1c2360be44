/**
 * Taking turns without a counter: browsers share no memory, so the lead's id decides. Rendezvous hashing is
 * fair in expectation, gives the same answer everywhere, and when somebody leaves only their leads move.
 * (Thaler and Ravishankar, "A name-based mapping scheme for rendezvous", 1996; weights after Schindelhauer
 * and Schomaker, 2005.)
 */

export interface Turn {
  readonly owner: string;
  /** Share relative to the others; 0 takes no turns. */
  readonly weight: number;
}

/**
 * Who takes this lead: the greatest `-weight / ln((hash + 0.5) / 2^32)` over `hashOf("<lead id> <owner>")`;
 * on equal terms the one named first. Undefined when nobody takes turns.
 */
export const takesTurn = (leadId: string, turns: readonly Turn[]): string | undefined => {
  let best: { readonly owner: string; readonly draw: number } | undefined;
  for (const { owner, weight } of turns) {
    if (!(weight > 0)) continue;
    const draw = -weight / Math.log((hashOf(`${leadId} ${owner}`) + 0.5) / 2 ** 32);
    if (!best || draw > best.draw) best = { owner, draw };
  }
  return best?.owner;
};

/** Shares finer than this make no difference to who has the next turn. */
const HUNDREDTHS = 100;
/** More turns than this are never counted out in one round. */
const LONGEST_ROUND = 10_000;

/**
 * Whose turn it is where turns are counted, which only a receiver can: the same round again and again, in which
 * everybody has as many turns as their weight says, spread out evenly. `turn` is 0 for the first. Undefined when
 * nobody takes turns.
 */
export const turnOf = (turn: number, turns: readonly Turn[]): string | undefined => {
  const shares = turns.flatMap(({ owner, weight }) => {
    const share = Math.min(LONGEST_ROUND, Math.round(weight * HUNDREDTHS));
    return share > 0 ? [{ owner, share }] : [];
  });
  const divisor = shares.reduce((found, { share }) => common(found, share), 0);
  const round = shares.reduce((sum, { share }) => sum + share / divisor, 0);
  const owed = new Map<string, number>();
  let chosen: string | undefined;
  for (let i = 0; i <= turn % round; i += 1) {
    for (const { owner, share } of shares) owed.set(owner, (owed.get(owner) ?? 0) + share / divisor);
    chosen = [...owed].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
    owed.set(chosen, (owed.get(chosen) ?? 0) - round);
  }
  return chosen;
};

/** Greatest common divisor. */
const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));

/**
 * FNV-1a over the UTF-16 code units, low byte first, then the finaliser of MurmurHash3: 0 to 2^32 - 1.
 * Both are in the public domain. `hashOf("warmlead")` is 4089658470.
 */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

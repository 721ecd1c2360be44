/** Splits a person's name where a service wants two fields. A guess, so the whole name always travels as well. */

export interface PersonName {
  /** Empty when there is only one name. */
  readonly first: string;
  readonly last: string;
}

/** Words that begin a family name rather than end a given one. */
const PARTICLES = new Set(
  'al af ap av ben bin bint d da das de dei del della den der des di do dos du el ibn la las le los mac san st ten ter van vom von zu zum zur'.split(
    ' ',
  ),
);

/**
 * `Priya Shah` → Priya, Shah; `Ludwig van Beethoven` → Ludwig, van Beethoven; `Shah, Priya` → Priya, Shah. One word
 * is the last name, which is the one that services insist on. Total; empty for nothing.
 */
export const personName = (whole: string): PersonName => {
  const name = whole.trim().replace(/\s+/g, ' ');
  const comma = /^([^,]+), ?([^,]+)$/.exec(name);
  if (comma) return { first: (comma[2] ?? '').trim(), last: (comma[1] ?? '').trim() };
  const words = name.split(' ');
  let at = words.length - 1;
  while (at > 1 && PARTICLES.has((words[at - 1] ?? '').toLowerCase().replace(/['’.]/g, ''))) at -= 1;
  return { first: words.slice(0, at).join(' '), last: words.slice(at).join(' ') };
};

const said = new Set<string>();

/** Tells the owner in the console what is wrong, once for each code. */
export const complain = (code: string, words: string): void => {
  if (said.has(code)) return;
  said.add(code);
  console.error(`[warmlead] ${code}: ${words}`);
};

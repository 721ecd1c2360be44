import type { Randomness } from '../ports/clock.js';

/** Randomness by `getRandomValues`, which is there on plain http too. */
export const systemRandomness = (
  source: Pick<Crypto, 'getRandomValues'> = globalThis.crypto,
): Randomness => ({
  id: () =>
    [...source.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(''),
  unit: () => (source.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
});

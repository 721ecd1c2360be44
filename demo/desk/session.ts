/** Who may read the inbox: everybody who knows the password, for half a day at a time. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../src/ports/clock.js';
import { createRateLimit } from '../../src/receiver/rate-limit.js';

export const SESSION_COOKIE = 'warmlead_desk';
const SESSION_MS = 12 * 60 * 60 * 1000;
const MOST_SESSIONS = 1000;
const ATTEMPTS = { most: 10, windowMs: 60_000 };

export type Login =
  { readonly ok: true; readonly token: string } | { readonly ok: false; readonly waitSeconds: number | null };

export interface Sessions {
  /** `who` is where the attempt comes from: ten a minute each, right or wrong. */
  login(password: string, who: string): Login;
  holds(token: string | undefined): boolean;
  logout(token: string | undefined): void;
}

/** A password that can be read out and typed: 60 random bits. */
export const newPassword = (): string => {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const word = Array.from(randomBytes(12), (byte) => letters[byte % letters.length]).join('');
  return `${word.slice(0, 4)}-${word.slice(4, 8)}-${word.slice(8)}`;
};

export const createSessions = (password: string, clock: Clock): Sessions => {
  const attempts = createRateLimit(clock, ATTEMPTS);
  const right = digestOf(password);
  /** Digest of a token → when it ends. Tokens themselves are kept by browsers only. */
  const ends = new Map<string, number>();
  const nameOf = (token: string) => digestOf(token).toString('base64');
  return {
    login: (given, who) => {
      const waitSeconds = attempts.take(who);
      if (waitSeconds !== null) return { ok: false, waitSeconds };
      // Digests have one length, so the comparison takes the same time whatever was given.
      if (!timingSafeEqual(digestOf(given), right)) return { ok: false, waitSeconds: null };
      const token = randomBytes(32).toString('base64url');
      const oldest = ends.size >= MOST_SESSIONS ? ends.keys().next().value : undefined;
      if (oldest !== undefined) ends.delete(oldest);
      ends.set(nameOf(token), clock.monotonicMs() + SESSION_MS);
      return { ok: true, token };
    },
    holds: (token) => token !== undefined && (ends.get(nameOf(token)) ?? 0) > clock.monotonicMs(),
    logout: (token) => {
      if (token !== undefined) ends.delete(nameOf(token));
    },
  };
};

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

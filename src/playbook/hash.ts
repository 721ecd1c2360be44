/**
 * A fingerprint of a playbook's content, the same wherever it is computed. It tells versions apart; it
 * proves nothing, so it needs no cryptography and no waiting.
 */

const MOST_NODES = 200_000;
const DEEPEST = 64;
/** Not part of what visitors get, or not part of what happens: leaving them out changes nothing. */
const LEFT_OUT = new Set(['private', '$schema']);

/** Two 32-bit lanes in the manner of FNV-1a (Fowler, Noll, Vo) with different starts, mixed at the end. */
const createDigest = () => {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  const mixed = (lane: number): string => {
    let bits = lane ^ (lane >>> 16);
    bits = Math.imul(bits, 0x85ebca6b);
    bits ^= bits >>> 13;
    bits = Math.imul(bits, 0xc2b2ae35);
    bits ^= bits >>> 16;
    return (bits >>> 0).toString(16).padStart(8, '0');
  };
  return {
    take(text: string): void {
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        low = Math.imul(low ^ unit, 0x01000193);
        high = Math.imul(high ^ (unit + i), 0x01000193) ^ (low >>> 15);
      }
    },
    result: (): string => mixed(low) + mixed(high ^ low),
  };
};

/**
 * 16 hexadecimal digits that identify a playbook's content: the same whatever the order of keys, different
 * when a text, a step or the order of a list changes. `private` and `$schema` do not count, so that the
 * public file and the receiver's own have the same. Total: whatever cannot be written as JSON counts as null,
 * and whatever lies deeper than a playbook can be (64 levels, 200,000 values) does not count.
 */
export const hashOf = (playbook: unknown): string => {
  const digest = createDigest();
  let nodes = 0;
  const walk = (value: unknown, depth: number): void => {
    if (++nodes > MOST_NODES || depth > DEEPEST) return;
    if (Array.isArray(value)) {
      digest.take('[');
      for (const item of value) walk(item, depth + 1);
      digest.take(']');
    } else if (typeof value === 'object' && value !== null) {
      const members = value as { readonly [key: string]: unknown };
      digest.take('{');
      for (const key of Object.keys(members).sort()) {
        if (members[key] === undefined || (depth === 0 && LEFT_OUT.has(key))) continue;
        digest.take(`${JSON.stringify(key)}:`);
        walk(members[key], depth + 1);
      }
      digest.take('}');
    } else {
      digest.take(`${typeof value === 'bigint' ? 'null' : (JSON.stringify(value) ?? 'null')},`);
    }
  };
  walk(playbook, 0);
  return digest.result();
};

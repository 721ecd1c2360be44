/** The playbooks of these tests, and ways to spoil them. */
import { readFileSync } from 'node:fs';
import { segmentsOf } from '../../src/playbook/path.js';
import type { Playbook } from '../../src/playbook/schema.js';

export const textOfFixture = (name: 'small' | 'whole'): string =>
  readFileSync(new URL(`../fixtures/playbooks/${name}.json`, import.meta.url), 'utf8');

export const small = JSON.parse(textOfFixture('small')) as Playbook;
export const whole = JSON.parse(textOfFixture('whole')) as Playbook;

/** A path into a playbook with what stands there instead; undefined removes it. */
export type Change = readonly [path: string, value: unknown];

/** A copy with some places changed. */
export const changed = <T>(playbook: T, ...changes: readonly Change[]): T => {
  const copy = structuredClone(playbook);
  for (const [path, value] of changes) {
    const segments = segmentsOf(path);
    let node = copy as unknown as Record<string, unknown>;
    for (const segment of segments.slice(0, -1)) node = node[segment] as Record<string, unknown>;
    const last = segments.at(-1) ?? '';
    if (value === undefined) delete node[last];
    else node[last] = value;
  }
  return copy;
};

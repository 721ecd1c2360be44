/** What only some conversations need to be read or told, fetched on first need. */
import type { Reading } from '../flow/kinds/answer-kind.js';
import type { NeedsReader } from '../matching/recommend.js';
import type { localised } from '../playbook/localised.js';

export interface Readers {
  /** What is there by now. */
  readonly reading: () => Reading;
  /** Fetches what is missing; rejects when it cannot. Undefined: everything is there. */
  readonly more: () => Promise<unknown> | undefined;
  /** Compares the playbook's needs with its products. Absent: it has none. */
  readonly needsOf?: NeedsReader;
  /** Lays the texts of a language over the playbook. Absent: its own language is spoken. */
  readonly translate?: typeof localised;
}

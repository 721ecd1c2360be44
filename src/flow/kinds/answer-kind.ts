/** What reading an answer takes and gives. One file a kind; `index.ts` is the table. */
import type { Step } from '../../playbook/schema.js';
import type { Value } from '../log.js';
import type { OfferedOption } from '../options.js';

/** Why an answer was not taken. `code` names a text in `locales/`, `values` fill it. */
export interface Refusal {
  readonly ok: false;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Contact cards: the first field that is wrong. */
  readonly field?: string;
  /** Contact cards: the code of every field that is wrong. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A value understood, with the words in which it is shown; or why not. */
export type Parsed = { readonly ok: true; readonly value: Value; readonly label: string } | Refusal;

/** The question an answer belongs to. */
export interface Asked {
  readonly step: Step;
  /** What is offered now; see `optionsOf`. */
  readonly options: readonly OfferedOption[];
  /** BCP 47, for example "de-AT". */
  readonly locale: string;
}

/** Understands what a person typed or a control gave. Total: never throws. */
export type Parse = (raw: string, asked: Asked) => { readonly ok: true; readonly value: Value } | Refusal;

export const refused = (code: string, values?: Refusal['values']): Refusal => ({
  ok: false,
  code,
  ...(values && { values }),
});

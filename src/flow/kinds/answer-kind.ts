/** What reading an answer takes and gives. One file a kind; `index.ts` is the table. */
import type { Kind } from '../../playbook/kinds.js';
import type { Step } from '../../playbook/schema.js';
import type { Iso, Value } from '../log.js';
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

/** A value understood; or why not. */
export type Read =
  | {
      readonly ok: true;
      readonly value: Value;
      /** The words in which it is shown; absent: those that the value alone has. */
      readonly label?: string;
      /** What was written beside an option that asks for words. */
      readonly words?: string;
    }
  | Refusal;

/** The same with the words in which it is shown. */
export type Parsed = (Exclude<Read, Refusal> & { readonly label: string }) | Refusal;

/** What reading may know besides the question; whatever is left out is not known. */
export interface Reading {
  /** Readers of the kinds that are fetched on first need, and what they do better than the basic ones. */
  readonly further?: Readonly<Partial<Record<Kind, Parse>>>;
  /** Reads a contact card out of free text; `undefined` where it is none. */
  readonly card?: (
    typed: string,
    step: Step,
    locale: string,
  ) => { readonly [field: string]: string } | undefined;
  /** Writes what names no option beside the one that asks for words. */
  readonly other?: (typed: string, asked: Asked) => string;
  /** What its refusals say in English, by code, where the texts of the interface do not have them. */
  readonly says?: { readonly [code: string]: string };
  /** Now, and the visitor's IANA time zone: what "today" is. */
  readonly at?: Iso;
  readonly timeZone?: string;
  /** The answer that was refused just before: whoever gives it again may mean it. */
  readonly before?:
    (Pick<Refusal, 'code' | 'fields'> & { readonly step: string; readonly raw: string }) | null;
}

/** The question an answer belongs to. */
export interface Asked extends Reading {
  readonly step: Step;
  /** What is offered now; see `optionsOf`. */
  readonly options: readonly OfferedOption[];
  /** BCP 47, for example "de-AT". */
  readonly locale: string;
}

/** Understands what a person typed or a control gave. Total: never throws. */
export type Parse = (raw: string, asked: Asked) => Read;

export const refused = (code: string, values?: Refusal['values']): Refusal => ({
  ok: false,
  code,
  ...(values && { values }),
});

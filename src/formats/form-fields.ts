/** Which field of a form takes what of a lead. */
import type { DeliverySettings } from '../playbook/schema.js';
import type { Said } from './said.js';

export interface FormField {
  /** A name of `SAID`. */
  readonly from: string;
  /** The field of the form, unless the settings name another. */
  readonly to: string;
  /** The most characters that it takes; longer texts are cut. */
  readonly most?: number;
  /** Worth nothing when cut (an address, a number): left out when it is too long. The brief has it still. */
  readonly whole?: true;
  /** Stands there when the lead says nothing, because the form insists on something. */
  readonly otherwise?: string;
}

export type Fields = ReadonlyMap<string, string>;

/**
 * The fields of a form with what a lead says, as `table` and the settings have it: `hidden` first, then the table,
 * then what only the settings ask for. Empty ones are left out unless `keepEmpty`.
 */
export const formFields = (
  words: Said,
  table: readonly FormField[],
  { fields, hidden }: DeliverySettings,
  keepEmpty = false,
): Fields => {
  const form = new Map(textsOf(hidden));
  const named = new Map(textsOf(fields));
  const asked = [...named].map(([from, to]): FormField => ({ from, to }));
  const ofTable = new Set(table.map(({ from }) => from));
  for (const { from, to, ...limits } of [...table, ...asked.filter((field) => !ofTable.has(field.from))]) {
    const name = named.get(from) ?? to;
    const text = within(words.get(from) ?? '', limits) || (limits.otherwise ?? '');
    if (name && (text || keepEmpty)) form.set(name, text);
  }
  return form;
};

/** A playbook may not have been checked when a lead is sent by it. */
const textsOf = (
  record: Readonly<Record<string, unknown>> | undefined,
): readonly (readonly [string, string])[] =>
  Object.entries(record ?? {}).flatMap(([name, text]) =>
    typeof text === 'string' || typeof text === 'number' ? [[name, `${text}`] as const] : [],
  );

const within = (text: string, { most = Infinity, whole }: Pick<FormField, 'most' | 'whole'>): string => {
  if (text.length <= most) return text;
  return whole ? '' : cut(text, most);
};

/** At most so many UTF-16 units, ending in "…"; no character is cut in half. */
export const cut = (text: string, most: number): string =>
  text.length <= most
    ? text
    : `${text
        .slice(0, Math.max(0, most - 1))
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`.slice(0, most);

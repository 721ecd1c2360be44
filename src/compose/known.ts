/** What the page knows about its visitor, handed to a conversation. Fetched only where a page knows something. */
import type { Conversation, KnownFact } from '../conversation/contract.js';
import { readValue } from '../flow/given.js';
import { isRecord } from '../flow/lenient.js';
import type { Playbook } from '../playbook/schema.js';
import { complain } from './complain.js';

const SOURCES = ['page', 'crm', 'returning'] as const;

/** The fact a page wrote: a bare value, or one with where it is from and since when. Undefined: unreadable. */
const factFrom = (written: unknown): KnownFact | undefined => {
  const {
    value,
    source = 'page',
    asOf,
  } = (isRecord(written) && 'value' in written ? written : { value: written }) as {
    readonly [name: string]: unknown;
  };
  const read = readValue(value);
  const known = SOURCES.find((name) => name === source);
  if (read == null || known === undefined) return undefined;
  if (asOf === undefined) return { value: read, source: known };
  const time = new Date(typeof asOf === 'string' ? asOf : NaN);
  return Number.isNaN(time.valueOf()) ? undefined : { value: read, source: known, asOf: time.toISOString() };
};

/** Names what is left out, without its value: that is personal. */
const complainOf = (name: string, { steps }: Playbook): void =>
  steps.some(({ id }) => id === name)
    ? complain(
        'prefill.unreadable',
        `What the page knows of "${name}" is left out. Write the bare value, or {"value": …, "source": "crm", "asOf": "2026-03-02"}; a source is page, crm or returning.`,
      )
    : complain(
        'prefill.unknown-step',
        `There is no step "${name}" to know the answer to. Use the id of a step.`,
      );

/**
 * Tells a conversation what the page knows: `{step: value}` or `{step: {value, source, asOf}}`, also as JSON text.
 * What cannot be used is left out, and the console says so. Answers whether anything could be used. Never throws.
 */
export const tellKnown = (conversation: Conversation, known: unknown): boolean => {
  const facts: Record<string, KnownFact> = {};
  for (const [name, written] of Object.entries(read(known))) {
    const fact = factFrom(written);
    if (fact && conversation.playbook.steps.some(({ id }) => id === name)) facts[name] = fact;
    else complainOf(name, conversation.playbook);
  }
  const isAny = Object.keys(facts).length > 0;
  if (isAny) conversation.send({ type: 'page.prefilled', values: facts });
  return isAny;
};

const read = (known: unknown): { readonly [name: string]: unknown } => {
  if (typeof known !== 'string') return isRecord(known) ? known : {};
  try {
    const parsed: unknown = JSON.parse(known);
    if (isRecord(parsed)) return parsed;
  } catch {
    // Said below.
  }
  complain('prefill.no-json', 'What the page knows cannot be read: it should be JSON like {"sites": 20}.');
  return {};
};

/**
 * A playbook as the walk reads it: what has the wrong shape is left out, and what the walk needs again and
 * again is looked up once. Made from any document, checked or not.
 */
import type { Playbook, Step } from '../playbook/schema.js';
import { kindOf } from './kinds/kind-of.js';
import { type Lengths, lengthsOf } from './lengths.js';
import { isRecord, linesOf, listOf, textOf } from './lenient.js';
import { asksForContact, purposeOf } from './step.js';

/** A consent to ask for before contact details are. */
export interface Purpose {
  readonly purpose: string;
  /** The step that the walk inserts. */
  readonly step: Step;
  readonly required: boolean;
  /** Of its wording; empty for none. A consent to another one does not count. */
  readonly version: string;
  /** An author's step asks for it, so nothing is inserted as long as that step is on the way. */
  readonly authored: boolean;
}

export interface Outline {
  readonly playbook: Playbook;
  /** In the playbook's order and places; `undefined` where something stands that is no step. */
  readonly steps: readonly (Step | undefined)[];
  /** Where a step stands, by its id; the first of several. */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly purposes: readonly Purpose[];
  /** The steps that ask for contact details. */
  readonly contacts: readonly Step[];
  /** Where to go when the playbook cannot go on: the first contact card, else the first such step. */
  readonly refuge: Step | undefined;
  readonly lengths: Lengths;
}

/** The outline of a playbook; an empty one for what is no playbook at all. */
export function outlineOf(playbook: Playbook): Outline {
  const known = isRecord(playbook) ? playbook : ({} as Playbook);
  const consents = listOf(known.privacy?.consent).filter(isRecord);
  const steps = listOf(known.steps).map((step) => readStep(step, consents));
  const placeOf = new Map<string, number>();
  steps.forEach((step, place) => {
    if (step && !placeOf.has(step.id)) placeOf.set(step.id, place);
  });
  const present = steps.filter((step) => step !== undefined);
  const contacts = present.filter(asksForContact);
  const authored = new Set(present.map(purposeOf));
  const purposes = new Map<string, Purpose>();
  for (const { purpose, text, version, required } of consents) {
    if (typeof purpose !== 'string' || purpose === '' || purposes.has(purpose)) continue;
    const step: Step = { id: `consent:${purpose}`, kind: 'consent', purpose, ask: textOf(text) };
    purposes.set(purpose, {
      purpose,
      step,
      required: required === true,
      version: textOf(version),
      authored: authored.has(purpose),
    });
  }
  return {
    playbook: known,
    steps,
    placeOf,
    purposes: [...purposes.values()],
    contacts,
    refuge: contacts.find((step) => kindOf(step) === 'contact') ?? contacts[0],
    lengths: lengthsOf(steps, placeOf),
  };
}

/** An author's consent step without words of its own takes those of its purpose. */
function readStep(
  step: unknown,
  consents: readonly { readonly [name: string]: unknown }[],
): Step | undefined {
  if (!isRecord(step) || textOf(step['id']) === '') return undefined;
  const read = step as Step;
  const purpose = purposeOf(read);
  if (purpose === undefined || linesOf(read.ask).length > 0) return read;
  return { ...read, ask: textOf(consents.find((consent) => consent['purpose'] === purpose)?.['text']) };
}

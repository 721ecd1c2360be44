/**
 * Passing a lead on to a program that asks for a secret (a CRM, a chat, a mail server), so it is the receiver that
 * does it. A format only says which requests make the records; who sends them, when, and how often, is told in
 * `receiver/forwarding`.
 */
import type { BriefSetting } from '../lead/brief.js';
import type { Lead } from '../lead/lead.js';
import type { Json } from '../lead/serialise.js';

/** What is told about a lead besides the lead. */
export interface ForwardSetting extends BriefSetting {
  /** How people call this lead, for example WL-7KQ2M4. Unlike its id it gives no right to change it. */
  readonly ref: string;
  /** Address of its page at the desk. */
  readonly link?: string;
  /** Mail address of the owner, where the private part of the playbook knows it. */
  readonly ownerEmail?: string;
}

/** A request without host and secrets, which its sender adds. */
export interface ForwardRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** From the program's own address on, with the query. */
  readonly path: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: Json;
}

export interface ForwardAnswer {
  readonly status: number;
  readonly body: string;
  /** The Retry-After header, or what the program has in its place; null without one. */
  readonly retryAfter: string | null;
}

/** What an answer means. `code` is stable; `why` is the program's own words, for the desk. */
export type ForwardOutcome =
  | { readonly is: 'done' }
  /** The record was deleted, or somebody went on with it and it takes no more from us. It is left alone from now on. */
  | { readonly is: 'gone' }
  /** Not now. `retryAfter` as the answer had it. */
  | { readonly is: 'later'; readonly code: string; readonly why: string; readonly retryAfter: string | null }
  /** The program does not let us in: nobody's lead will pass before the settings are mended. */
  | { readonly is: 'settings'; readonly code: string; readonly why: string }
  /** This lead will not do as it is. */
  | { readonly is: 'refused'; readonly code: string; readonly why: string };

export interface ForwardAbout {
  readonly lead: Lead;
  readonly setting: ForwardSetting;
  /** What the program calls the records of earlier steps, by the name of the step. */
  readonly ids: { readonly [step: string]: string | undefined };
}

/** One record. Requests that are undefined are not needed. */
export interface ForwardStep {
  readonly name: string;
  /** Makes the record. */
  make(about: ForwardAbout): ForwardRequest | undefined;
  /** Brings the record up to date. Left out: it stays as it was made. */
  change?(about: ForwardAbout, id: string): ForwardRequest | undefined;
  /**
   * Asks whether the record is there. By default only when it may have been made by a request whose answer got
   * lost.
   */
  look?(about: ForwardAbout): ForwardRequest | undefined;
  /** Others make records like this one, too: look before making. One that is found is not ours to change. */
  readonly shared?: true;
  /** What the program calls the record, in its answer to `make` or `change`. */
  idIn(answer: unknown): string | undefined;
  /** The same in its answer to `look`. */
  foundIn?(answer: unknown, about: ForwardAbout): string | undefined;
  /** Whether `make` made it; false: it was there before, and stays when the lead is withdrawn. Left out: yes. */
  madeIn?(answer: unknown): boolean;
  /** Two revisions with the same words need no second request. Left out: what `change` asks for. */
  says?(about: ForwardAbout): string;
}

export interface ForwardFormat {
  readonly name: string;
  /** As people call the program. */
  readonly label: string;
  /** The records, each after those that it refers to. */
  steps(lead: Lead, setting: ForwardSetting): readonly ForwardStep[];
  /** Deletes a record that we made. Undefined: it cannot be, or need not. `step` is its name, or begins with it and a space. */
  remove(step: string, id: string, setting: ForwardSetting): ForwardRequest | undefined;
  /** What an answer means where its status does not tell. */
  outcome?(answer: ForwardAnswer): ForwardOutcome | undefined;
  /** So many requests in any `windowMs` at most. */
  readonly limit?: { readonly most: number; readonly windowMs: number };
  /**
   * Milliseconds for which a new lead waits for its next step, because what was written once cannot be changed.
   * Left out: none.
   */
  readonly holdMs?: number;
}

/**
 * The lead: the document that arrives. Read by people who run sales software, so every field says what it
 * means, its unit and when it is absent. `lead.schema.ts` is the same as JSON Schema.
 */
import type { Arrival, Iso, LogEntry, Value } from '../flow/log.js';
import type { Kind, OfferKind } from '../playbook/kinds.js';
import type { Worry } from '../playbook/worries.js';
import type { Judgement } from '../qualification/judgement.js';

export interface Lead {
  /** Idempotency key of this revision: `<id>.<revision>`. A receiver that has seen it answers as before. */
  readonly key: string;
  /** Version of this document's format. Always 1. */
  readonly schema: 1;
  /** 32 hexadecimal digits, the same for every revision. Also the right to update this lead: keep it out of URLs. */
  readonly id: string;
  /** 1, 2, 3 …; later revisions are complete documents and replace earlier ones. */
  readonly revision: number;
  /** complete: just sent by the visitor. updated: something changed since. withdrawn: erase what you have; nothing personal follows. */
  readonly phase: 'partial' | 'complete' | 'updated' | 'withdrawn';
  /** Present and true for trials on a live site: never routed, never counted. */
  readonly test?: true;
  /** When the conversation began. */
  readonly createdAt: Iso;
  /** When this revision was made. */
  readonly updatedAt: Iso;
  /** The moment at which the rules were applied; judging the log again at this time gives the same qualification. */
  readonly decidedAt: Iso;
  /** Language of the conversation, for example "de-AT". */
  readonly locale: string;
  /** The visitor's IANA time zone, for example "Europe/Vienna". */
  readonly timeZone: string;
  /** Which playbook led the conversation. `hash` identifies its exact content. */
  readonly playbook: { readonly id: string; readonly version: string; readonly hash: string };
  /** Who it is. Absent only when withdrawn. */
  readonly contact?: Contact;
  /** The verdict with its reasons. Absent only when withdrawn. */
  readonly qualification?: Judgement;
  /** What was asked and answered, in the order it was walked; without what may not be sent. */
  readonly answers?: readonly LeadAnswer[];
  /** Questions the prospect typed. */
  readonly questions?: readonly LeadQuestion[];
  /** What held the prospect back, in the order in which it was raised. Absent: nothing was. */
  readonly objections?: readonly LeadObjection[];
  /** Products that fit, best first. Absent when the playbook has none. */
  readonly recommendations?: readonly Recommendation[];
  /** What was agreed. Absent until the prospect chose. */
  readonly nextStep?: NextStep;
  /** Who should answer, why, and by when. Absent when the playbook names nobody and sets no time, and for trials. */
  readonly routing?: Routed;
  /** What to do about it and by when, soonest first. Absent: the playbook plans nothing for it, and for trials. */
  readonly tasks?: readonly LeadTask[];
  /** Every consent asked for, with its exact wording, as it stands now. Empty when none was. */
  readonly consents: readonly LeadConsent[];
  /** The notice that stood beside the send button. Absent when the playbook has none. */
  readonly notice?: { readonly text: string; readonly at: Iso };
  /** How they came. */
  readonly attribution?: Arrival;
  /** Which variant of each experiment they were shown, by experiment. Absent: there was none. */
  readonly variants?: { readonly [experiment: string]: string };
  /** Signs of automation. They travel along and never drop a lead. */
  readonly signals?: Signals;
  /** The conversation's log, reduced to what may be sent. */
  readonly log?: readonly LogEntry[];
}

/** Every field as the prospect wrote it, trimmed, but for `phoneE164` and `phoneCountry`. Absent: not given. */
export interface Contact {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  /** The number as E.164, for example "+447700900123". Absent: none was given, or its country is not certain. */
  readonly phoneE164?: string;
  /** Whose number it is, two letters. Absent: it was written without its country's code, or several share its beginning. */
  readonly phoneCountry?: string;
  readonly company?: string;
  readonly country?: string;
  readonly role?: string;
  readonly website?: string;
  readonly [field: string]: string | undefined;
}

export interface LeadAnswer {
  /** Number of the log entry that gave it; the evidence of reasons and slots refers to it. */
  readonly n: number;
  readonly step: string;
  /** The kind of question. */
  readonly kind: Kind;
  /** The question as it was shown. */
  readonly question: string;
  /** Compare this. Null: skipped. */
  readonly value: Value | null;
  /** Show this: the answer in the words the prospect saw. Empty: skipped. */
  readonly label: string;
  /** What they wrote beside an option that asks for words; the label has it too. */
  readonly words?: string;
  readonly at: Iso;
  /** Present and true when the prospect changed it and it still differs. `before` is what stood there first. */
  readonly changed?: true;
  readonly before?: string;
  /** Present unless the visitor said it in this conversation. */
  readonly source?: 'page' | 'crm' | 'returning';
  /** Since when it was known. Present with `source`, but for leads of earlier versions. */
  readonly asOf?: Iso;
  /** When the prospect said that it is still so. Absent: they were not asked. */
  readonly confirmedAt?: Iso;
}

export interface LeadQuestion {
  readonly text: string;
  readonly at: Iso;
  /** The knowledge entry that answered it; null: not answered. */
  readonly knowledge: string | null;
  readonly answer?: string;
  /** Where they could read more. */
  readonly url?: string;
  /** A machine wrote the answer out of these entries. Absent: it is the answer of the entry as it stands. */
  readonly writtenFrom?: readonly string[];
  /** Whether they said that the answer helped. Absent: not said. */
  readonly helpful?: boolean;
}

export interface LeadObjection {
  /** Its name in the playbook. */
  readonly objection: string;
  readonly category: Worry;
  /** In their words. Absent: an answer raised it. */
  readonly text?: string;
  /** What stood underneath, tapped or in their words. Absent: not asked, or not answered. */
  readonly explored?: string;
  /** What was replied last. Absent: nothing. */
  readonly response?: string;
  /**
   * raised, explored, responded: how far it came before they went on. resolved: they said that it helped. parked: left
   * open. escalated: they want to talk to a person about it.
   */
  readonly outcome: 'raised' | 'explored' | 'responded' | 'resolved' | 'parked' | 'escalated';
  readonly at: Iso;
}

export interface Recommendation {
  readonly product: string;
  readonly name: string;
  /** 0 to 1: share of the weights that are known and hold. */
  readonly fit: number;
  /** Reasons that hold, in the playbook's words. */
  readonly matched: readonly string[];
  /** Reasons that are known not to hold. */
  readonly unmet: readonly string[];
  /** Musts it does not keep: a near miss. Absent only in leads of earlier versions. */
  readonly relaxed?: readonly string[];
  /** Reasons nobody knows of: not answered, or not said of the product. Absent: none. */
  readonly unknown?: readonly string[];
}

export interface NextStep {
  readonly offer: string;
  readonly kind: OfferKind;
  /** What the prospect tapped. */
  readonly label: string;
  /**
   * requested: somebody has to do or confirm it. taken: the prospect followed a link; whether it led to anything
   * shows elsewhere. booked: a booking tool confirmed it. cancelled: the prospect called it off.
   */
  readonly status: 'requested' | 'taken' | 'booked' | 'cancelled';
  /** When it was chosen, booked or cancelled. */
  readonly at: Iso;
  readonly start?: Iso;
  readonly end?: Iso;
  /** Zone of the prospect for start and end. */
  readonly timeZone?: string;
  /**
   * What else was said about it, by name: `phone` and `address` where to be called or visited, `note`, `place` where
   * to come, `reference` of the booking. Absent: nothing, or a missing consent keeps it back.
   */
  readonly details?: { readonly [field: string]: string };
}

export interface Routed {
  /** Key in the playbook's owners; null when nobody could be found. */
  readonly owner: string | null;
  readonly name: string | null;
  readonly because: string;
  /** JSON path of the rule. */
  readonly path: string;
  /** The territory it belongs to, as the rule calls it. Absent: the rule names none. */
  readonly territory?: string;
  /** The known company it comes from. Absent: none that is known. */
  readonly account?: string;
  /** By when an answer is due, in the owner's opening hours. Absent without `answerWithin`. */
  readonly dueAt?: Iso;
}

export interface LeadTask {
  /** Its name in the playbook's `followUp`, else its place there from 1: the same in every revision. */
  readonly id: string;
  readonly do: 'call' | 'email' | 'message' | 'visit' | 'task';
  /** What to do, in the playbook's words. */
  readonly say: string;
  /** Counted from when it was sent, in the owner's opening hours. */
  readonly dueAt: Iso;
  /** Key in the playbook's owners; null: nobody is named. */
  readonly owner: string | null;
  readonly because: string;
}

export interface LeadConsent {
  readonly purpose: string;
  readonly granted: boolean;
  readonly text: string;
  readonly version: string;
  readonly locale: string;
  readonly control: 'checkbox' | 'button' | 'api' | 'in_person';
  readonly at: Iso;
}

export interface Signals {
  /** Milliseconds from the first question to sending, by a clock that does not jump. */
  readonly tookMs: number;
  /** Something filled the field that people cannot see. */
  readonly decoyFilled: boolean;
}

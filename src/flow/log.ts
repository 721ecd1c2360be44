/**
 * The log: everything that decides a conversation, in order, append-only. What the visitor did and what
 * the page told us; never what we concluded, because the fold concludes it again.
 */

/** ISO 8601, UTC, for example `2026-11-23T15:12:04.000Z`. */
export type Iso = string;
/** A parsed answer. A contact card is a record of its fields; several choices are a list of values. */
export type Value = string | number | boolean | readonly string[] | { readonly [field: string]: string };

export type ArrivalKind = 'ad' | 'newsletter' | 'referral' | 'search' | 'booth' | 'direct' | 'returning';

/** One visit's beginning, cleaned like an arrival. */
export interface Touch extends Pick<Arrival, 'kind' | 'landing' | 'referrer' | 'utm' | 'clickIds'> {
  readonly at: Iso;
}

/** What is known of earlier visits, on a device that was allowed to remember them. */
export interface Touches {
  /** The first that was not direct; it never changes. Absent until there is one. */
  readonly first?: Touch;
  /** The beginning of this visit. */
  readonly last: Touch;
  /** The latest that was not direct, which a direct visit does not replace. Absent until there is one. */
  readonly lastNonDirect?: Touch;
}

/** How a floating chat came to be opened: by its button, by something that appeared by itself, by a link, by a script. */
export interface Opened {
  readonly by: 'visitor' | 'trigger' | 'link' | 'api';
  /** Of a trigger: its id, or its place in the playbook, for example `welcome.show[0]`. */
  readonly trigger?: string;
}

/** How the visitor came to this page. */
export interface Arrival {
  readonly kind: ArrivalKind;
  /** First page of the visit, without its fragment and without parameters that are not campaign data. */
  readonly landing: string;
  /** Page on which the conversation began, cleaned in the same way. */
  readonly page: string;
  /** Origin and path of the referring page; empty when there was none. */
  readonly referrer: string;
  /** `utm_*` parameters without the prefix, case kept: `{source: "google", campaign: "haccp-uk"}`. */
  readonly utm: { readonly [name: string]: string };
  /** Click ids, case kept: `{gclid: "…"}`. */
  readonly clickIds: { readonly [name: string]: string };
  /** Present and true: the browser asked not to be tracked (Global Privacy Control), so click ids and referrer are empty. */
  readonly gpc?: true;
  /** Absent: this is the first visit, as far as anything is known. */
  readonly touches?: Touches;
  /** Number of this visit, from 2. Absent: the first, as far as anything is known. */
  readonly visits?: number;
  /** Absent: the chat stands in the page, or nobody knows. */
  readonly opened?: Opened;
}

/** Every entry carries its number (1, 2, 3 … within one conversation) and its time. */
export interface Stamp {
  readonly n: number;
  readonly at: Iso;
}

/** An entry of the knowledge that may be meant, with the way of asking that came closest. */
export interface Meant {
  readonly knowledge: string;
  readonly question: string;
}

/** What an entry says, before it is numbered and stamped. */
export type Happening =
  | {
      readonly type: 'began';
      readonly playbook: { readonly id: string; readonly version: string; readonly hash: string };
      readonly locale: string;
      readonly timeZone: string;
      readonly arrival: Arrival;
      /** Variant by experiment. */
      readonly variants?: { readonly [name: string]: string };
    }
  | {
      readonly type: 'prefilled';
      readonly step: string;
      readonly value: Value;
      readonly source: 'page' | 'crm' | 'returning';
      readonly asOf: Iso;
    }
  /**
   * `value: null` means skipped. `prompt` is the question as it was shown, `label` the answer as it is shown,
   * `words` what was written beside an option that asks for words.
   * `withheld` stands only in the log of a lead: there was an answer, a missing consent keeps it back, and the
   * walk goes on behind it as if the question could be skipped.
   */
  | {
      readonly type: 'answered';
      readonly step: string;
      readonly prompt: string;
      readonly raw: string;
      readonly value: Value | null;
      readonly label?: string;
      readonly words?: string;
      readonly locale: string;
      readonly withheld?: true;
    }
  /** `of` is the number of the answer it mends. */
  | {
      readonly type: 'corrected';
      readonly of: number;
      readonly raw: string;
      readonly value: Value | null;
      readonly label?: string;
      readonly words?: string;
    }
  /**
   * `answer` is what was said to it, `url` where to read more. `writtenFrom`: a machine wrote that answer out of these
   * entries, and `knowledge` is the first of them. `meant`: what they may have meant was offered; the next
   * `questioned` of the same text is what came of it.
   */
  | {
      readonly type: 'questioned';
      readonly text: string;
      readonly knowledge: string | null;
      readonly answer?: string;
      readonly url?: string;
      readonly writtenFrom?: readonly string[];
      readonly meant?: readonly Meant[];
    }
  /** A greeting, thanks, or the wish for a person, and what was said to it. */
  | {
      readonly type: 'courtesy';
      readonly text: string;
      readonly response: string;
      /** A person is offered. */
      readonly person?: true;
    }
  /** Whether an answer helped; `of` is the number of the question. */
  | { readonly type: 'judged'; readonly of: number; readonly helpful: boolean }
  /** Without `text` an answer raised it. `response` is what was said to it. */
  | {
      readonly type: 'objected';
      readonly objection: string;
      readonly text?: string;
      readonly response?: string;
    }
  /** `of` is the number of the objection; `choice` what was tapped or typed, `response` what was said to that. */
  | {
      readonly type: 'objection-moved';
      readonly of: number;
      readonly to: 'explored' | 'responded' | 'resolved' | 'parked' | 'escalated';
      readonly choice?: string;
      readonly response?: string;
    }
  /** What the page knew is still right; `of` is the number of the prefilled entry. */
  | { readonly type: 'confirmed'; readonly of: number }
  /** What the page knows is about somebody else: nothing of it counts, before this or after. */
  | { readonly type: 'disowned' }
  | {
      readonly type: 'consented';
      readonly purpose: string;
      readonly granted: boolean;
      readonly text: string;
      readonly version: string;
      readonly locale: string;
      readonly control: 'checkbox' | 'button' | 'api' | 'in_person';
    }
  /** `notice` is the privacy sentence that stood beside the button, as shown. */
  | { readonly type: 'submitted'; readonly notice?: string }
  | {
      readonly type: 'chose';
      readonly offer: string;
      /** What its button said. Absent: nothing. */
      readonly label?: string;
      readonly slot?: { readonly start: Iso; readonly end: Iso; readonly timeZone: string };
      /** What else was asked for, by name: phone, address, note, place. */
      readonly details?: { readonly [field: string]: string };
    }
  /** A booking tool reported that a time was booked; `reference` is what it calls the booking. */
  | {
      readonly type: 'booked';
      readonly offer: string;
      readonly label?: string;
      readonly slot?: { readonly start: Iso; readonly end: Iso; readonly timeZone: string };
      readonly reference?: string;
    }
  /** The next step chosen last is off again; `offer` names it. */
  | { readonly type: 'cancelled'; readonly offer: string }
  | { readonly type: 'language'; readonly locale: string }
  | { readonly type: 'withdrew' };

export type LogEntry = Stamp & Happening;
export type EntryOf<T extends Happening['type']> = Extract<LogEntry, { type: T }>;

/** How somebody came, with the variants they are shown: what conditions may ask of a visit. */
export interface Came extends Arrival {
  readonly variants?: EntryOf<'began'>['variants'];
}

/** The same of a beginning. Undefined where it says nothing of it. */
export const cameWith = (began: EntryOf<'began'> | undefined): Came | undefined =>
  began?.variants && began.arrival ? { ...began.arrival, variants: began.variants } : began?.arrival;

/** Numbers and stamps what happened. `at` is ISO UTC. */
export const stamped = (happening: Happening, log: readonly LogEntry[], at: Iso): LogEntry => ({
  ...happening,
  n: (log.at(-1)?.n ?? 0) + 1,
  at,
});

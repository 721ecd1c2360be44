/**
 * What a log says, sorted by what the walk asks of it: answers by step, corrections by the number they mend,
 * consents by purpose. Reads any log; what has the wrong shape says nothing.
 */
import type { Aside } from './asides.js';
import { type Given, type Said, rawOf, readValue } from './given.js';
import { isRecord, textOf } from './lenient.js';
import {
  cameWith,
  type Came,
  type EntryOf,
  type Happening,
  type Iso,
  type LogEntry,
  type Stamp,
} from './log.js';
import type { FoldState } from './state.js';

export interface Ledger {
  /** Number of the last entry. */
  n: number;
  readonly log: LogEntry[];
  /** The first beginning. */
  began: { readonly at: Iso; readonly arrival: Came | undefined } | null;
  locale: string;
  /** The lists in these maps are replaced, never changed. */
  readonly given: Map<string, readonly Given[]>;
  readonly mends: Map<number, readonly Said[]>;
  /** The first word on the latest wording of each purpose; later ones on it mend it. */
  readonly consents: Map<string, Given>;
  readonly asides: Aside[];
  /** Numbers of all answers, in their order. */
  readonly numbers: number[];
  /** What the page knows is about somebody else. */
  disowned: boolean;
  submitted: boolean;
  withdrawn: boolean;
  chosen: FoldState['chosen'];
}

export const emptyLedger = (locale: string): Ledger => ({
  n: 0,
  log: [],
  began: null,
  locale,
  given: new Map(),
  mends: new Map(),
  consents: new Map(),
  asides: [],
  numbers: [],
  disowned: false,
  submitted: false,
  withdrawn: false,
  chosen: null,
});

/** Whether an entry counts at all: numbered, and higher than the last one. */
export const isNext = (ledger: Pick<Ledger, 'n'>, entry: unknown): entry is LogEntry =>
  isRecord(entry) && Number.isSafeInteger(entry['n']) && (entry['n'] as number) > ledger.n;

/** Adds an entry. */
export function enter(ledger: Ledger, entry: LogEntry): void {
  const at = textOf(entry.at);
  ledger.n = entry.n;
  ledger.log.push(entry);
  switch (entry.type) {
    case 'began':
      ledger.began ??= { at, arrival: isRecord(entry.arrival) ? cameWith(entry) : undefined };
      ledger.locale = textOf(entry.locale) || ledger.locale;
      break;
    case 'language':
      ledger.locale = textOf(entry.locale) || ledger.locale;
      break;
    case 'answered':
      ledger.numbers.push(entry.n);
      addTo(ledger.given, entry.step, givenIn(ledger, entry));
      break;
    case 'prefilled':
      prefill(ledger, entry);
      break;
    case 'confirmed':
      confirm(ledger, entry);
      break;
    case 'disowned':
      disown(ledger);
      break;
    case 'corrected':
      if (typeof entry.of === 'number' && entry.of < entry.n)
        addTo(ledger.mends, entry.of, saidIn(ledger, entry));
      break;
    case 'consented':
      consent(ledger, entry);
      break;
    case 'questioned':
    case 'courtesy':
    case 'judged':
    case 'objected':
    case 'objection-moved':
      ledger.asides.push(entry);
      break;
    case 'submitted':
      ledger.submitted = true;
      break;
    case 'withdrew':
      ledger.withdrawn = true;
      break;
    case 'chose':
      ledger.chosen = {
        offer: textOf(entry.offer),
        n: entry.n,
        ...(isRecord(entry.slot) && { slot: entry.slot }),
        ...(isRecord(entry.details) && { details: entry.details }),
      };
      break;
    case 'booked':
      book(ledger, entry);
      break;
    case 'cancelled':
      ledger.chosen &&= { ...ledger.chosen, cancelled: at };
  }
}

/** The page's word counts until the visitor has spoken; a later one replaces an earlier one. */
function prefill(ledger: Ledger, entry: EntryOf<'prefilled'>): void {
  const given = givenIn(ledger, entry);
  const spoken = ledger.given
    .get(entry.step)
    ?.some(({ n, source, confirmed }) => source === 'visitor' || confirmed || ledger.mends.has(n));
  ledger.numbers.push(entry.n);
  if (given.value !== null && !spoken && !ledger.disowned) ledger.given.set(entry.step, [given]);
}

/** From here on it is as good as said, unless the visitor said something else meanwhile. */
function confirm({ given }: Ledger, { of, n, at }: EntryOf<'confirmed'>): void {
  for (const [step, [known, ...later]] of given) {
    if (known && known.n === of && known.source !== 'visitor' && later.length === 0)
      given.set(step, [{ ...known, said: true, confirmed: { n, at: textOf(at) } }]);
  }
}

function disown(ledger: Ledger): void {
  ledger.disowned = true;
  for (const [step, all] of ledger.given)
    ledger.given.set(
      step,
      all.filter(({ source }) => source === 'visitor'),
    );
}

function consent(ledger: Ledger, entry: EntryOf<'consented'>): void {
  const { purpose, granted } = entry;
  if (typeof purpose !== 'string' || typeof granted !== 'boolean') return;
  const earlier = ledger.consents.get(purpose);
  const given = givenIn(ledger, entry);
  if (earlier && earlier.version === given.version) addTo(ledger.mends, earlier.n, given);
  else ledger.consents.set(purpose, given);
}

/** What was agreed on before stays, as long as it is the same next step. */
function book(ledger: Ledger, { offer, n, slot, reference }: EntryOf<'booked'>): void {
  const same = ledger.chosen?.offer === offer ? ledger.chosen : null;
  const details = { ...same?.details, ...(reference && { reference: textOf(reference) }) };
  ledger.chosen = {
    offer: textOf(offer),
    n,
    booked: true,
    ...(isRecord(slot) ? { slot } : same?.slot && { slot: same.slot }),
    ...(Object.keys(details).length > 0 && { details }),
  };
}

/** The members an entry may have that says something, none of them sure. */
type Saying = Stamp & { readonly [Name in Member]?: unknown };
type Member =
  | keyof Happening
  | 'value'
  | 'raw'
  | 'label'
  | 'words'
  | 'asOf'
  | 'granted'
  | 'prompt'
  | 'text'
  | 'version'
  | 'locale'
  | 'source'
  | 'control'
  | 'withheld';

function saidIn(ledger: Ledger, entry: Saying): Said {
  const { at, value, granted, raw, label, words, asOf, locale, version } = entry;
  const read = typeof granted === 'boolean' ? granted : readValue(value);
  return {
    value: read,
    raw: textOf(raw) || rawOf(read),
    label: textOf(label),
    words: textOf(words),
    asOf: textOf(asOf) || textOf(at),
    locale: textOf(locale) || ledger.locale,
    version: textOf(version),
  };
}

function givenIn(ledger: Ledger, entry: Saying): Given {
  const said = saidIn(ledger, entry);
  const { n, at, type, prompt, text, source, control, withheld } = entry;
  return {
    ...said,
    n,
    at: textOf(at),
    prompt: textOf(prompt) || textOf(text),
    source: type === 'prefilled' ? (source === 'crm' || source === 'returning' ? source : 'page') : 'visitor',
    said: type !== 'prefilled' && control !== 'api' && control !== 'in_person',
    withheld: withheld === true,
  };
}

function addTo<K, V>(lists: Map<K, readonly V[]>, key: K, value: V): void {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}

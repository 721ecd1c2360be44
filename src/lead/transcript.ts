/** The conversation of a lead to read through, made from its log. */
import type { EntryOf, Iso, LogEntry } from '../flow/log.js';
import type { Lead } from './lead.js';

export interface TranscriptTurn {
  readonly by: 'assistant' | 'visitor';
  /** What the assistant says is rich-text source, what the visitor says plain text. Empty: skipped or not answered. */
  readonly text: string;
  readonly at: Iso;
  /** Number of the log entry; the evidence of reasons refers to it. */
  readonly n: number;
  /**
   * skipped: the question was left out. withheld: its answer may not be sent. changed: in place of an earlier
   * answer. unanswered: nobody could answer. known: the page knew it. confirmed: and it is still right. disowned: the
   * page knew somebody else. consent, refused: to the question above. helped, not-helped: the answer above.
   * written: by a machine, out of the knowledge. sent, chose, booked, cancelled, withdrew: what the visitor did.
   */
  readonly note?:
    | 'skipped'
    | 'withheld'
    | 'changed'
    | 'unanswered'
    | 'known'
    | 'confirmed'
    | 'disowned'
    | 'consent'
    | 'refused'
    | 'helped'
    | 'not-helped'
    | 'written'
    | 'sent'
    | 'chose'
    | 'booked'
    | 'cancelled'
    | 'withdrew';
}

/** Every question and answer, in the order in which they were said. Empty for a lead without a log. */
export const transcript = (lead: Lead): readonly TranscriptTurn[] => {
  const log = lead.log ?? [];
  const questions = new Map(
    log.flatMap((entry) => (entry.type === 'answered' ? [[entry.n, entry.prompt]] : [])),
  );
  return log.flatMap((entry): readonly TranscriptTurn[] => {
    const { n, at } = entry;
    const asked = (text: string | undefined): readonly TranscriptTurn[] =>
      text ? [{ by: 'assistant', text, at, n }] : [];
    const did = (text: string, note?: TranscriptTurn['note']): TranscriptTurn => ({
      by: 'visitor',
      text,
      at,
      n,
      ...(note && { note }),
    });
    switch (entry.type) {
      case 'answered':
        return [...asked(entry.prompt), did(shown(entry), silence(entry))];
      case 'corrected':
        return [...asked(questions.get(entry.of)), did(shown(entry), 'changed')];
      case 'prefilled':
        return [did(plain(entry), 'known')];
      case 'confirmed': {
        const known = log.find((each) => each.n === entry.of);
        return known?.type === 'prefilled' ? [did(plain(known), 'confirmed')] : [];
      }
      case 'disowned':
        return [did('', 'disowned')];
      case 'questioned':
        return [
          did(entry.text, entry.knowledge === null && !entry.meant ? 'unanswered' : undefined),
          ...asked(entry.answer).map((turn) =>
            entry.writtenFrom ? { ...turn, note: 'written' as const } : turn,
          ),
        ];
      case 'courtesy':
        return [did(entry.text), ...asked(entry.response)];
      case 'objected':
        return [...(entry.text ? [did(entry.text)] : []), ...asked(entry.response)];
      case 'objection-moved':
        return [...(entry.choice ? [did(entry.choice)] : []), ...asked(entry.response)];
      case 'judged':
        return [did('', entry.helpful ? 'helped' : 'not-helped')];
      case 'consented':
        return [...asked(entry.text), did('', entry.granted ? 'consent' : 'refused')];
      case 'submitted':
        return [...asked(entry.notice), did('', 'sent')];
      case 'chose':
      case 'booked':
      case 'cancelled':
        return [did(stepIn(lead, log, entry), entry.type)];
      case 'withdrew':
        return [did('', 'withdrew')];
      default:
        return [];
    }
  });
};

/** What the button of a next step said; its name only where neither log nor lead tells more. */
const stepIn = (
  { nextStep }: Lead,
  log: readonly LogEntry[],
  { n, offer }: EntryOf<'chose' | 'booked' | 'cancelled'>,
): string => {
  const told = log.findLast(
    (each): each is EntryOf<'chose' | 'booked'> =>
      (each.type === 'chose' || each.type === 'booked') &&
      each.n <= n &&
      each.offer === offer &&
      each.label !== undefined,
  );
  return told?.label ?? (offer === nextStep?.offer ? nextStep.label : offer);
};

const shown = ({ value, label, raw }: EntryOf<'answered' | 'corrected'>): string =>
  value === null ? '' : (label ?? raw);

const silence = ({ value, withheld }: EntryOf<'answered'>): TranscriptTurn['note'] =>
  withheld ? 'withheld' : value === null ? 'skipped' : undefined;

const plain = ({ value }: Extract<LogEntry, { type: 'prefilled' }>): string =>
  typeof value === 'object' ? Object.values(value).join(', ') : `${value}`;

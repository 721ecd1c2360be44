/** What the page's own scripts are told, found by comparing two moments. Ids, kinds, counts and codes only. */
import { kindOf } from '../flow/kinds/index.js';
import type { LogEntry } from '../flow/log.js';
import type { Playbook } from '../playbook/schema.js';
import type { ConversationFact, ConversationView } from './contract.js';
import type { Session } from './session.js';

export interface Moment {
  readonly session: Session;
  readonly view: ConversationView;
}

const kindIn = (playbook: Playbook, id: string): string => {
  const step = playbook.steps.find((known) => known.id === id);
  return step ? kindOf(step) : 'consent';
};

const entryTold = (playbook: Playbook, log: readonly LogEntry[], entry: LogEntry): ConversationFact[] => {
  switch (entry.type) {
    case 'began':
      return Object.entries(entry.variants ?? {}).map(([experiment, variant]) => ({
        type: 'exposure',
        experiment,
        variant,
      }));
    case 'answered':
      return [{ type: 'answer', step: entry.step, kind: kindIn(playbook, entry.step) }];
    case 'consented':
      return [{ type: 'answer', step: `consent:${entry.purpose}`, kind: 'consent' }];
    case 'confirmed':
    case 'corrected': {
      const mended = log.find((given) => given.n === entry.of);
      if (mended?.type === 'prefilled')
        return [{ type: 'answer', step: mended.step, kind: kindIn(playbook, mended.step) }];
      return mended && mended !== entry ? entryTold(playbook, log, mended) : [];
    }
    case 'questioned':
      return [{ type: 'question', known: entry.knowledge !== null }];
    case 'objected':
      return [{ type: 'objection', objection: entry.objection }];
    case 'chose':
    case 'booked':
    case 'cancelled': {
      const { type, offer } = entry;
      const kind = playbook.offers?.[offer]?.kind ?? '';
      return [{ type: 'next-step', offer, kind, ...(type !== 'chose' && { [type]: true }) }];
    }
    default:
      return [];
  }
};

/** Asked in between; no step of the playbook. */
const isAside = ({ step }: NonNullable<ConversationView['asking']>): boolean => step.id.startsWith('aside:');

const stepTold = (before: Moment | null, { view }: Moment): ConversationFact[] => {
  const now = view.asking;
  if (!now || isAside(now)) return [];
  const pending = before && before.view.phase === 'asking' ? before.view.fold.path : [];
  if (pending.length === view.fold.path.length && pending.at(-1) === now.step.id) return [];
  return [{ type: 'step', step: now.step.id, kind: kindOf(now.step), done: view.fold.progress.done }];
};

/** Below this many milliseconds nobody reads so many questions. */
const IN_NO_TIME_MS = 3_000;
const MANY_ANSWERS = 3;

/** As the desk tells spam: a machine filled the field that people cannot see, or was faster than anybody reads. */
const isSuspect = ({ decoyFilled, tookMs, fold }: Session): boolean =>
  decoyFilled ||
  ((tookMs ?? Infinity) < IN_NO_TIME_MS &&
    [...fold.answers.values()].filter(({ value, source }) => value !== null && source === 'visitor').length >=
      MANY_ANSWERS);

const handoverTold = (before: Moment | null, { session }: Moment): ConversationFact[] => {
  const facts: ConversationFact[] = [];
  const { closing, delivered, handover, problem } = session;
  if (closing?.fresh && closing !== before?.session.closing) {
    const { verdict, band, durable, revision, first } = closing;
    if (first) facts.push({ type: 'submit', verdict, band, ...(isSuspect(session) && { suspect: true }) });
    facts.push({ type: 'stored', durable, revision });
  }
  const was = before?.session.handover.is ?? 'none';
  // Acknowledged before this page was opened: told on that page.
  if (delivered && delivered.revision !== before?.session.delivered?.revision && was !== 'none') {
    facts.push({ type: 'delivered', ...delivered });
  }
  const isKnown = handover.is !== 'failed' || was === 'failed' || handover.code === problem?.code;
  if (!isKnown) facts.push({ type: 'problem', code: handover.code });
  return facts;
};

/** Everything worth telling that happened between two moments, in order. `before` is null at the start. */
export const toldBetween = (
  playbook: Playbook,
  before: Moment | null,
  now: Moment,
): readonly ConversationFact[] => {
  const { fold, quietUpTo, leadId } = now.session;
  const known = before?.session.leadId === leadId ? before.session.fold.n : 0;
  const fresh = fold.log.filter((entry) => entry.n > Math.max(known, quietUpTo));
  const { problem } = now.view;
  return [
    ...fresh.flatMap((entry) => entryTold(playbook, fold.log, entry)),
    ...handoverTold(before, now),
    ...(problem && problem.code !== before?.view.problem?.code
      ? [{ type: 'problem', ...problem } as const]
      : []),
    ...stepTold(before, now),
  ];
};

/** What was said beside the questions of the playbook, as the lead tells it: typed questions, and objections. */
import { offeredBefore } from '../flow/asides.js';
import type { EntryOf, LogEntry } from '../flow/log.js';
import type { Playbook } from '../playbook/schema.js';
import { WORRIES, type Worry } from '../playbook/worries.js';
import { entriesOf } from '../qualification/unchecked.js';
import type { LeadObjection, LeadQuestion } from './lead.js';

/** Each question once: where it was asked back what was meant, what came of that. */
export const questionsIn = (log: readonly LogEntry[]): readonly LeadQuestion[] => {
  const asked = log.filter((entry) => entry.type === 'questioned');
  return asked.flatMap((entry, i): readonly LeadQuestion[] => {
    const next = asked[i + 1];
    if (next && offeredBefore(next, entry)) return [];
    const { n, text, at, knowledge, answer, url, writtenFrom } = entry;
    const helpful = log.find((one) => one.type === 'judged' && one.of === n);
    return [
      {
        text,
        at,
        knowledge,
        answer,
        url,
        writtenFrom,
        helpful: helpful?.type === 'judged' ? helpful.helpful : undefined,
      },
    ];
  });
};

/** In the order in which they were raised. */
export const objectionsIn = (playbook: Playbook, log: readonly LogEntry[]): readonly LeadObjection[] =>
  log.flatMap((entry) => {
    if (entry.type !== 'objected') return [];
    const { n, objection, text, at } = entry;
    const moves = log.filter(
      (one): one is EntryOf<'objection-moved'> => one.type === 'objection-moved' && one.of === n,
    );
    const latest = (to: (typeof moves)[number]['to']) => moves.findLast((one) => one.to === to);
    return [
      {
        objection,
        category: categoryOf(playbook, objection),
        text,
        explored: latest('explored')?.choice,
        response: latest('responded')?.response,
        outcome: moves.at(-1)?.to ?? 'raised',
        at,
      },
    ];
  });

const categoryOf = ({ objections }: Playbook, id: string): Worry =>
  entriesOf(objections).find((one) => one.id === id)?.category ??
  WORRIES.find((one) => one === id) ??
  'other';

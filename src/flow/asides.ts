/** What is said beside the questions of the playbook: typed questions and objections, with what was said to them. */
import { isRecord, listOf, textOf } from './lenient.js';
import type { EntryOf } from './log.js';
import type { Turn } from './state.js';

export type Aside = EntryOf<'questioned' | 'courtesy' | 'judged' | 'objected' | 'objection-moved'>;

/** What was asked first, where `entry` is what came of "Did you mean …?". */
export const offeredBefore = (
  entry: EntryOf<'questioned'>,
  before: Aside | undefined,
): EntryOf<'questioned'> | undefined =>
  before?.type === 'questioned' && before.meant && before.text === entry.text ? before : undefined;

/**
 * The lines of an aside; `before` is the one before it. `isLast`: nothing was said since.
 */
export function linesOfAside(entry: Aside, before: Aside | undefined, isLast: boolean): readonly Turn[] {
  const { n } = entry;
  const at = textOf(entry.at);
  const turns: Turn[] = [];
  const theirs = (says: string) => says && turns.push({ by: 'visitor', key: `v${n}`, at, n, says });
  const ours = (says: string, more: Partial<Extract<Turn, { by: 'assistant'; says: string }>> = {}) =>
    turns.push({ by: 'assistant', key: `a${n}`, at, says, ...more });
  const shows = (what: 'judging' | 'person') =>
    turns.push({
      by: 'assistant',
      key: `${what}.${n}`,
      at,
      shows: what,
      n,
      ...(!isLast && { over: true as const }),
    });
  const noted = () => {
    ours('', { note: 'question-noted' });
    shows('person');
  };
  switch (entry.type) {
    case 'questioned': {
      const offered = offeredBefore(entry, before);
      const answer = typeof entry.knowledge === 'string' ? textOf(entry.answer) : '';
      theirs(offered ? questionIn(offered, entry.knowledge) : textOf(entry.text));
      if (answer) {
        const url = textOf(entry.url);
        ours(answer, { ...(url && { url }), ...(entry.writtenFrom && { note: 'answer-written' as const }) });
        shows('judging');
      } else if (entry.meant) ours('', { note: 'question-unsure' });
      else noted();
      break;
    }
    case 'judged':
      if (entry.helpful === false) noted();
      break;
    case 'courtesy':
      theirs(textOf(entry.text));
      if (entry.response) ours(textOf(entry.response));
      if (entry.person) shows('person');
      break;
    default: {
      theirs(textOf(entry.type === 'objected' ? entry.text : entry.choice));
      const response = textOf(entry.response);
      if (response) ours(response);
      if (entry.type === 'objection-moved' && entry.to === 'escalated') shows('person');
    }
  }
  return turns;
}

const questionIn = ({ meant }: EntryOf<'questioned'>, knowledge: string | null): string =>
  textOf(
    listOf(meant)
      .filter(isRecord)
      .find((one) => one['knowledge'] === knowledge)?.['question'],
  );

const OVER: readonly string[] = ['resolved', 'parked', 'escalated'];

/** Whether the question that was interrupted is asked again after this, for there is nothing else to answer. */
export const isOver = (entry: Aside): boolean => {
  switch (entry.type) {
    case 'questioned':
      return !entry.meant;
    case 'judged':
      return entry.helpful === false;
    case 'objected':
      return false;
    case 'courtesy':
      return true;
    default:
      return OVER.includes(entry.to) && Boolean(entry.choice || entry.response);
  }
};

/** An answer raised it, so that it comes before the next question is asked. */
export const isRaised = (entry: Aside | undefined): boolean => entry?.type === 'objected' && !entry.text;

/** What was asked and answered, as the lead tells it. */
import { kindOf } from '../flow/kinds/index.js';
import type { LogEntry } from '../flow/log.js';
import type { Answer, FoldState } from '../flow/state.js';
import type { Playbook, Step } from '../playbook/schema.js';
import { entriesOf } from '../qualification/unchecked.js';
import type { LeadAnswer } from './lead.js';

/** The steps of a playbook by their ids; of two with the same id the first, which is the one that is asked. */
export const stepsOf = (playbook: Playbook): ReadonlyMap<string, Step> =>
  new Map(
    entriesOf(playbook.steps)
      .map((step): [string, Step] => [step.id, step])
      .reverse(),
  );

/** The answers that count, each once, in the order in which their steps were first walked. */
export const walkedAnswers = (state: FoldState): readonly Answer[] =>
  [...new Set(state.path)].flatMap((step) => state.answers.get(step) ?? []);

/** Consents are told elsewhere; what is withheld is left out and does not even count as skipped. */
export const leadAnswers = (
  steps: ReadonlyMap<string, Step>,
  walked: readonly Answer[],
  log: readonly LogEntry[],
  withheld: ReadonlySet<string>,
): readonly LeadAnswer[] => {
  const entries = new Map(log.map((entry) => [entry.n, entry]));
  return walked.flatMap((answer): readonly LeadAnswer[] => {
    const step = steps.get(answer.step);
    const kind = step && kindOf(step);
    if (!kind || kind === 'consent' || withheld.has(answer.step)) return [];
    const label = answer.value === null ? '' : answer.label;
    const before = firstLabel(entries.get(answer.n));
    return [
      {
        n: answer.n,
        step: answer.step,
        kind,
        question: answer.prompt,
        value: answer.value,
        label,
        words: answer.words,
        at: answer.asOf,
        ...(answer.corrected && before !== label ? { changed: true, before } : {}),
        ...(answer.source === 'visitor' ? {} : knownBy(answer)),
      },
    ];
  });
};

/** Who knew it, since when, and whether the prospect said that it is still so. */
const knownBy = ({ source, asOf, confirmedAt }: Answer) => ({
  source: source === 'visitor' ? undefined : source,
  asOf,
  confirmedAt,
});

const firstLabel = (entry: LogEntry | undefined): string =>
  entry?.type === 'answered' && entry.value !== null ? (entry.label ?? entry.raw) : '';

/** The lines of the transcript. Keys stay the same however often a log is folded. */
import type { Playbook, Step } from '../playbook/schema.js';
import type { Facts } from './conditions.js';
import { fillPrompt, questionOf } from './fill-prompt.js';
import type { Given } from './given.js';
import { greetingLines } from './greeting.js';
import type { Ledger } from './ledger.js';
import { linesOf, textOf } from './lenient.js';
import type { EntryOf } from './log.js';
import type { Answer, Turn } from './state.js';
import type { Walk } from './walk.js';

/** The greeting. */
export const greetingTurns = (playbook: Playbook, facts: Facts, at: string): readonly Turn[] =>
  greetingLines(playbook, facts).map((says, i) => ({ by: 'assistant', key: `greet.${i}`, at, says }));

/** What a step says and shows before it asks. */
export function addArrival(walk: Walk, step: Step, visit: number, facts: Facts): void {
  const { turns, latest, outline } = walk;
  const by = 'assistant';
  linesOf(step.say).forEach((line, i) => {
    const says = fillPrompt(line, facts, outline.playbook);
    turns.push({ by, key: `say.${visit}.${i}.${step.id}`, at: latest.at, says, step: step.id });
  });
  if (step.show === 'products' || step.show === 'summary')
    turns.push({ by, key: `show.${visit}.${step.id}`, at: latest.at, shows: step.show, step: step.id });
}

/** A question with its answer, and between them what was typed meanwhile. */
export function addAnswer(walk: Walk, ledger: Ledger, answer: Answer, given: Given): void {
  const { turns, latest } = walk;
  const { step, n, label, value, corrected } = answer;
  const { at } = given;
  // A consent may answer a second step, too; it was said once.
  const said = given.said && !walk.taken.has(n);
  if (said) addQuestion(walk, step, answer.prompt);
  for (let one = ledger.questions[walk.told]; one && one.n < n; one = ledger.questions[walk.told]) {
    turns.push(...exchange(one));
    walk.told += 1;
  }
  if (n > latest.n) walk.latest = { n, at };
  if (!said) return;
  turns.push({
    by: 'visitor',
    key: `v${n}`,
    at,
    n,
    says: label,
    step,
    ...(value === null && { skipped: true as const }),
    ...(corrected && { changed: true as const }),
  });
}

/** All turns: those of the walk, the pending question, and what was typed since. */
export function turnsOf(
  walk: Walk,
  ledger: Ledger,
  pending: Step | undefined,
  facts: Facts,
): readonly Turn[] {
  const turns = [...walk.turns];
  if (pending) addQuestion({ ...walk, turns }, pending.id, questionOf(pending, facts, walk.outline.playbook));
  for (const question of ledger.questions.slice(walk.told)) turns.push(...exchange(question));
  return turns;
}

function addQuestion({ turns, visits, latest }: Walk, step: string, says: string): void {
  if (says === '') return;
  const key = `ask.${visits.get(step)?.visits ?? 1}.${step}`;
  turns.push({ by: 'assistant', key, at: latest.at, says, step });
}

/** A typed question and what was said to it. */
function exchange({ n, at, text, knowledge, answer }: EntryOf<'questioned'>): readonly [Turn, Turn] {
  const answered = typeof knowledge === 'string' && textOf(answer) !== '';
  return [
    { by: 'visitor', key: `v${n}`, at: textOf(at), n, says: textOf(text) },
    {
      by: 'assistant',
      key: `a${n}`,
      at: textOf(at),
      says: answered ? textOf(answer) : '',
      ...(!answered && { note: 'question-noted' as const }),
    },
  ];
}

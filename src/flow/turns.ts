/** The lines of the transcript. Keys stay the same however often a log is folded. */
import type { Playbook, Step } from '../playbook/schema.js';
import type { Facts } from './conditions.js';
import { isOver, isRaised, linesOfAside } from './asides.js';
import { fillPrompt, questionOf } from './fill-prompt.js';
import type { Given } from './given.js';
import { greetingLines } from './greeting.js';
import type { Ledger } from './ledger.js';
import { linesOf, textOf } from './lenient.js';
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

/** A question with its answer, and what was said beside it meanwhile. */
export function addAnswer(walk: Walk, ledger: Ledger, answer: Answer, given: Given, typed: string): void {
  const { turns, latest } = walk;
  const { step, n, label, value, corrected } = answer;
  const { n: saidAs, at } = given.confirmed ?? given;
  // A consent may answer a second step, too; it was said once.
  const said = given.said && !walk.taken.has(n);
  addAsides(walk, ledger, said ? { id: step, asks: answer.prompt } : undefined, saidAs);
  if (saidAs > latest.n) walk.latest = { n: saidAs, at };
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
    ...(typed && { typed }),
  });
}

/** All turns: those of the walk, the pending question, and what was said beside it since. */
export function turnsOf(
  walk: Walk,
  ledger: Ledger,
  pending: Step | undefined,
  facts: Facts,
): readonly Turn[] {
  const turns = [...walk.turns];
  const asks = pending && questionOf(pending, facts, walk.outline.playbook);
  addAsides({ ...walk, turns }, ledger, pending && { id: pending.id, asks: asks ?? '' });
  return turns;
}

/**
 * The question that is asked, unless something an answer raised comes before it; then what was said beside it up to
 * entry `until`, after which it is asked again each time.
 */
function addAsides(walk: Walk, ledger: Ledger, asked?: { id: string; asks: string }, until = Infinity): void {
  const { turns, visits, latest } = walk;
  const { asides } = ledger;
  const ask = (key: string, at: string) => {
    if (asked && asked.asks !== '')
      turns.push({ by: 'assistant', key: `ask.${key}`, at, says: asked.asks, step: asked.id });
  };
  const first = `${visits.get(asked?.id ?? '')?.visits ?? 1}.${asked?.id}`;
  const isLater = isRaised(asides[walk.told]);
  if (!isLater) ask(first, latest.at);
  let isAsked = !isLater;
  for (let one = asides[walk.told]; one && one.n < until; one = asides[++walk.told]) {
    const isLast = walk.told === asides.length - 1 && until === Infinity;
    const lines = linesOfAside(one, asides[walk.told - 1], isLast);
    turns.push(...lines);
    if (!isOver(one)) continue;
    ask(isAsked ? `again.${one.n}` : first, textOf(one.at));
    isAsked = true;
  }
  // Answered nevertheless.
  if (!isAsked && until < Infinity) ask(first, latest.at);
}

/** The question whose input is shown: the pending one, or an answered one that is being changed. */
import type { ConversationView } from '../../conversation/contract.js';
import { factsFrom } from '../../flow/facts.js';
import { kindOf } from '../../flow/kinds/kind-of.js';
import { cameWith } from '../../flow/log.js';
import { optionsOf } from '../../flow/options.js';
import type { Playbook, Step } from '../../playbook/schema.js';
import { lineId } from '../message/message.js';

type Asking = NonNullable<ConversationView['asking']>;

export interface Asked extends Asking {
  /** Number of the answer that is being changed; null for the pending question. */
  readonly of: number | null;
  /** The same as long as the same input is shown, so that another question never inherits its elements. */
  readonly key: string;
  readonly kind: ReturnType<typeof kindOf>;
  /** What was written beside the option that was chosen before. */
  readonly words?: string | undefined;
  /** Id of the element that holds the question's words. */
  readonly labelledBy: string;
  /** The answer is typed into the composer. */
  readonly typed: boolean;
}

const TYPED: readonly string[] = ['text', 'longText', 'number', 'email', 'phone', 'url'];

/** More than these are searched rather than read. */
export const MOST_ROWS = 12;

/** Whether options need more than a row each: pictures, a box for own words, or a search. */
export const areRich = (options: NonNullable<Step['options']>): boolean =>
  options.length > MOST_ROWS ||
  options.some((option) => typeof option === 'object' && (option.image || option.text));

const asked = (asking: Asking, of: number | null, visit: number, labelledBy: string): Asked => {
  const kind = kindOf(asking.step);
  return {
    ...asking,
    of,
    kind,
    labelledBy,
    typed: TYPED.includes(kind) && !asking.step.slider && !asking.stale,
    key: `${asking.step.id}:${of ?? visit}${asking.stale ? ':known' : ''}`,
  };
};

const CONSENT = 'consent:';

/** The step of an answer that can be changed; consents that no step of the playbook asks for have one of their own. */
export const stepOf = (id: string | undefined, { steps }: Playbook): Step | undefined =>
  id?.startsWith(CONSENT)
    ? { id, kind: 'consent', purpose: id.slice(CONSENT.length) }
    : steps.find((step) => step.id === id);

/**
 * Null when nothing is asked. `changing` is the number of the answer to change, where it still counts, or of what the
 * page knew and the visitor does not confirm.
 */
export const askedIn = (
  view: ConversationView,
  playbook: Playbook,
  changing: number | null,
): Asked | null => {
  const answer = changing === null ? undefined : view.answers.find(({ n }) => n === changing);
  const step = answer && stepOf(answer.step, playbook);
  if (answer && step) {
    const { answers, log } = view.fold;
    const came = cameWith(log.find((entry) => entry.type === 'began'));
    const options = optionsOf(step, factsFrom(answers, undefined, came));
    const question = answer.prompt;
    const { value: prior, words } = answer;
    return { ...asked({ step, question, options, prior, sends: false }, answer.n, 0, 'changing'), words };
  }
  if (!view.asking) return null;
  const { turns, path } = view.fold;
  // What is asked in between stands in the last line, whatever it is.
  const start = view.asking.step.id.startsWith('aside:') ? 'a' : 'ask.';
  const question = turns.findLast(({ by, key }) => by === 'assistant' && key.startsWith(start));
  const { stale, ...asking } = view.asking;
  const isKnown = stale && stale.of !== changing;
  return asked(isKnown ? view.asking : asking, null, path.length, question ? lineId(question.key) : '');
};

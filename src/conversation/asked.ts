/** The question that is pending, as the visitor sees it. */
import type { Facts } from '../flow/conditions.js';
import { questionOf } from '../flow/fill-prompt.js';
import { advance } from '../flow/fold.js';
import { fieldsOf } from '../flow/kinds/contact-fields.js';
import { kindOf } from '../flow/kinds/kind-of.js';
import { labelOf } from '../flow/kinds/label.js';
import { stamped, type Iso, type Value } from '../flow/log.js';
import { optionsOf } from '../flow/options.js';
import type { FoldState } from '../flow/state.js';
import type { Step } from '../playbook/schema.js';
import { filled, type Setting } from './setting.js';

export interface Asked {
  /** The step with its texts filled. */
  readonly step: Step;
  readonly question: string;
  readonly options: ReturnType<typeof optionsOf>;
  readonly prior: Value | null;
  readonly stale?: { readonly of: number; readonly label: string; readonly asOf: Iso };
  readonly sends: boolean;
}

const known = new WeakMap<FoldState, Asked | null>();

const line = (setting: Setting, facts: Facts, text: string | undefined) => filled(setting, facts, text)[0];

/** Fields of a contact card that hold no free text, with something that passes for an answer. */
const STAND_INS: { readonly [field: string]: string } = { email: 'a@b.example', phone: '+441632960000' };

/** Whether a contact card is the last thing asked, found out by answering it in thought. */
const isLast = (setting: Setting, fold: FoldState, step: Step): boolean => {
  const value = Object.fromEntries(fieldsOf(step).map(({ name }) => [name, STAND_INS[name] ?? 'x']));
  const imagined = stamped(
    { type: 'answered', step: step.id, prompt: '', raw: '', value, label: '', locale: setting.locale },
    fold.log,
    fold.log.at(-1)?.at ?? '',
  );
  const { position } = advance(setting.playbook, fold, imagined, setting.standingOf);
  return position.at === 'end' && position.sendable;
};

/** The pending question, or null when nothing is asked. The same object for the same fold. */
export const askedIn = (setting: Setting, fold: FoldState): Asked | null => {
  const before = known.get(fold);
  if (before !== undefined) return before;
  const asked = read(setting, fold);
  known.set(fold, asked);
  return asked;
};

const read = (setting: Setting, fold: FoldState): Asked | null => {
  if (fold.position.at !== 'step') return null;
  const { step, prior, stale } = fold.position;
  const facts = setting.factsOf(fold);
  const question = questionOf(step, facts, setting.playbook);
  const options = optionsOf(step, facts);
  return Object.freeze({
    step: Object.freeze({
      ...step,
      ask: question,
      why: line(setting, facts, step.why),
      placeholder: line(setting, facts, step.placeholder),
    }),
    question,
    options,
    prior: prior ?? null,
    ...(stale && {
      stale: {
        of: stale.n,
        label: labelOf(stale.value, { options, locale: setting.locale, unit: step.unit }),
        asOf: stale.asOf,
      },
    }),
    sends: kindOf(step) === 'contact' && !fold.submitted && isLast(setting, fold, step),
  });
};

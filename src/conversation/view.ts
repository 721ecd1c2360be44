/** What the elements see: made from the session and the phase, frozen, and the same object while nothing changes. */
import type { Iso } from '../flow/log.js';
import type { FoldState } from '../flow/state.js';
import type { ConversationView } from './contract.js';
import { askedIn, type Asked } from './asked.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';

export type Phase = ConversationView['phase'];

const PHASES: { readonly [state: string]: Phase } = {
  restoring: 'restoring',
  asking: 'asking',
  reviewing: 'reviewing',
  handingOver: 'handingOver',
  stranded: 'handingOver',
  ended: 'ended',
  revising: 'ended',
};
/** The phase in which a state of the machine shows itself. */
export const phaseOf = (state: string): Phase => PHASES[state] ?? 'broken';

/** What comes of judging and matching. */
export type Judged = Pick<ConversationView, 'judgement' | 'recommendations' | 'ending'>;

/** Before anything can be judged. */
const UNJUDGED: Judged = Object.freeze({
  judgement: Object.freeze({
    framework: 'own',
    slots: [],
    score: 0,
    outOf: 0,
    verdict: 'undetermined',
    band: null,
    reasons: [],
    missing: [],
  }),
  recommendations: Object.freeze([]),
  ending: null,
});

const problemOf = ({ problem, fold }: Session): ConversationView['problem'] =>
  problem ?? (fold.broken && { code: fold.broken.code, path: fold.broken.path });

const updatesIn = ({ closing }: Session): boolean | null => closing && closing.updates;

/** What of a session shows in the view or is told. */
const SHOWN = [
  'fold',
  'rejection',
  'resumed',
  'questionsChanged',
  'problem',
  'handover',
  'closing',
  'delivered',
] as const;

/** Whether two sessions look and sound alike. */
export const showsSame = (a: Session, b: Session): boolean => SHOWN.every((part) => a[part] === b[part]);

/** Phases in which an objection can be talked about. */
const OPEN: readonly Phase[] = ['asking', 'reviewing', 'ended'];

const shownIn = (setting: Setting, fold: FoldState, phase: Phase): Asked | null =>
  (OPEN.includes(phase) && setting.asides?.()?.asked(setting, fold)) ||
  (phase === 'asking' ? askedIn(setting, fold) : null);

/** The view of a session in a phase. */
export const viewOf = (
  setting: Setting,
  session: Session,
  phase: Phase,
  judged: Judged = UNJUDGED,
  receipt: ConversationView['receipt'] = null,
): ConversationView => {
  const { fold, rejection, resumed, questionsChanged, handover } = session;
  return Object.freeze({
    phase,
    fold,
    asking: shownIn(setting, fold, phase),
    rejection,
    answers: [...new Set(fold.path)].flatMap((step) => fold.answers.get(step) ?? []),
    ...judged,
    handover,
    updates: updatesIn(session),
    resumed,
    questionsChanged,
    receipt,
    problem: problemOf(session),
  });
};

/** The same while the answer to a question is looked up: what they typed stands there already, at `at`. */
export const whileLookingUp = (view: ConversationView, says: string, at: Iso): ConversationView => {
  const { fold } = view;
  const n = fold.n + 1;
  const turns: FoldState['turns'] = [
    ...fold.turns,
    { by: 'visitor', key: `v${n}`, at, n, says },
    { by: 'assistant', key: `looking.${n}`, at, says: '', note: 'looking-up' },
  ];
  return Object.freeze({ ...view, fold: { ...fold, turns } });
};

/** The view when not even the playbook's own parts can be read. */
export const brokenView = (session: Session): ConversationView =>
  Object.freeze({
    ...UNJUDGED,
    phase: 'broken',
    fold: session.fold,
    asking: null,
    rejection: null,
    answers: [],
    handover: session.handover,
    updates: updatesIn(session),
    resumed: session.resumed,
    questionsChanged: false,
    receipt: null,
    problem: problemOf(session) ?? { code: 'conversation.failed' },
  });

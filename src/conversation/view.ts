/** What the elements see: made from the session and the phase, frozen, and the same object while nothing changes. */
import { recommend } from '../matching/recommend.js';
import { judge } from '../qualification/judge.js';
import type { Judgement } from '../qualification/judgement.js';
import type { ConversationView } from './contract.js';
import { offersFor, wordsFor } from './ending.js';
import { askedIn } from './asked.js';
import { isSent, type Session } from './session.js';
import type { Setting } from './setting.js';

export type Phase = ConversationView['phase'];

const NOTHING_JUDGED: Judgement = Object.freeze({
  framework: 'own',
  slots: [],
  score: 0,
  outOf: 0,
  verdict: 'undetermined',
  band: null,
  reasons: [],
  missing: [],
});

const problemOf = ({ problem, fold }: Session): ConversationView['problem'] =>
  problem ?? (fold.broken && { code: fold.broken.code, path: fold.broken.path });

const endingOf = (setting: Setting, session: Session, judged: Judgement): ConversationView['ending'] => {
  const { fold } = session;
  const closing = isSent(fold) ? session.closing : null;
  const verdict = closing?.verdict ?? judged.verdict;
  return Object.freeze({
    says: wordsFor(setting, fold, verdict),
    offers: offersFor(setting, fold, verdict, closing?.routed),
    chosen: fold.chosen?.offer ?? null,
    sent: fold.submitted,
  });
};

/** The view of a session in a phase. */
export const viewOf = (setting: Setting, session: Session, phase: Phase): ConversationView => {
  const { fold, rejection, resumed, handover } = session;
  const judgement = judge(setting.playbook, fold, fold.log.at(-1)?.at ?? '');
  const walked = [...new Set(fold.path)];
  return Object.freeze({
    phase,
    fold,
    asking: phase === 'asking' ? askedIn(setting, fold) : null,
    rejection,
    answers: walked.flatMap((step) => fold.answers.get(step) ?? []),
    judgement,
    recommendations: recommend(setting.playbook, fold.answers),
    handover,
    ending: phase === 'ended' ? endingOf(setting, session, judgement) : null,
    resumed,
    problem: problemOf(session),
  });
};

/** The view when not even the playbook's own parts can be read. */
export const brokenView = (session: Session): ConversationView =>
  Object.freeze({
    phase: 'broken',
    fold: session.fold,
    asking: null,
    rejection: null,
    answers: [],
    judgement: NOTHING_JUDGED,
    recommendations: [],
    handover: session.handover,
    ending: null,
    resumed: session.resumed,
    problem: problemOf(session) ?? { code: 'conversation.failed' },
  });

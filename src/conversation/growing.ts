/** How a session goes on: every function here takes one and gives the next; nothing is stored or sent. */
import { advance, fold } from '../flow/fold.js';
import { stamped, type Happening, type Iso, type LogEntry } from '../flow/log.js';
import type { FoldState } from '../flow/state.js';
import type { KeptConversation } from '../ports/conversation-store.js';
import { askedIn } from './asked.js';
import type { Act } from './entries.js';
import { isSent, unbegun, type Session } from './session.js';
import { beganIn, type FullSetting, type Setting } from './setting.js';

/**
 * A kept conversation, folded under the present playbook and led on in its language. What was sent is left as it
 * is: reading it in another language is nothing to tell anybody.
 */
export const restored = (setting: FullSetting, kept: KeptConversation, at: Iso): Session => {
  const state = fold(setting.playbook, kept.log, setting.standingOf);
  const session: Session = {
    ...unbegun(kept.leadId),
    fold: state,
    resumed: beganIn(state.log)?.playbook.hash === setting.hash ? 'same' : 'changed',
    quietUpTo: state.n,
    assumed: isSent(state) ? state.n : 0,
  };
  return state.submitted ? session : inLanguage(setting, session, at);
};

/** Says whether a restored conversation is asked differently now. Fetched: playbooks seldom change meanwhile. */
export const comparedWith = async (
  { playbook, standingOf }: FullSetting,
  { log }: KeptConversation,
  session: Session,
): Promise<Session> => {
  try {
    const { areQuestionsChanged } = await import('../flow/questions-changed.js');
    return { ...session, questionsChanged: areQuestionsChanged(playbook, log, standingOf) };
  } catch {
    return session;
  }
};

/** Logs what happened. An earlier rejection is settled by it. */
export const grown = (
  setting: Setting,
  session: Session,
  happenings: readonly Happening[],
  at: Iso,
): Session => {
  if (happenings.length === 0) return session;
  let { fold: state } = inLanguage(setting, session, at);
  for (const happening of happenings) {
    state = advance(setting.playbook, state, stamped(happening, state.log, at), setting.standingOf);
  }
  return { ...session, fold: state, rejection: null, questionsChanged: false };
};

/**
 * `fresh`, begun after this session, with what still holds of the page's word: all of it after "start over", none
 * after "not me" and after taking back.
 */
export const begunAgain = (
  setting: Setting,
  before: Session,
  why: 'visitor.restarted' | 'visitor.disowned' | (string & {}),
  fresh: Session,
  at: Iso,
): Session => {
  if (why === 'visitor.disowned') return grown(setting, fresh, [{ type: 'disowned' }], at);
  if (why !== 'visitor.restarted') return fresh;
  const known = before.fold.log.filter(({ type }) => type === 'prefilled' || type === 'disowned');
  return grown(
    setting,
    fresh,
    known.map(({ n: _n, at: _at, ...happening }) => happening),
    at,
  );
};

/** Logs the language spoken from here on, where that is not the one spoken before. */
export const inLanguage = (setting: Setting, session: Session, at: Iso): Session => {
  const { fold: state } = session;
  const { locale, playbook, standingOf } = setting;
  if (state.n === 0 || state.locale === locale) return session;
  const entry = stamped({ type: 'language', locale }, state.log, at);
  return { ...session, fold: advance(playbook, state, entry, standingOf) };
};

/** The session after an act: longer, with a rejection, or the very same. */
export const after = (setting: Setting, session: Session, act: Act, at: Iso): Session => {
  if (act === null) return session;
  return 'entries' in act
    ? grown(setting, session, act.entries, at)
    : { ...session, rejection: Object.freeze({ ...act.rejection, says: setting.reading?.().says }) };
};

const isSameEntry = (a: LogEntry, b: LogEntry | undefined): boolean =>
  a.n === b?.n && a.at === b.at && a.type === b.type;

/** Whether `log` begins with all of `start`. */
export const beginsWith = (log: readonly LogEntry[], start: readonly LogEntry[]): boolean =>
  start.length <= log.length && start.every((entry, i) => isSameEntry(entry, log[i]));

/**
 * What another tab kept, with what this visitor did meanwhile as far as it still fits: an answer whose step
 * is still pending, a question, sending.
 */
export const adopted = (
  setting: FullSetting,
  session: Session,
  kept: KeptConversation,
  now: Iso,
): Session => {
  // A lead on its way is not exchanged for another.
  if (session.fold.submitted && kept.leadId !== session.leadId) return session;
  let next: Session = { ...restored(setting, kept, now), resumed: session.resumed };
  const mine = session.fold.log.filter((entry, i) => !isSameEntry(entry, kept.log[i]));
  for (const { n: _n, at, ...happening } of mine) {
    if (fits(setting, next.fold, happening)) next = grown(setting, next, [happening], at);
  }
  return {
    ...next,
    quietUpTo: next.fold.n,
    startedMs: session.startedMs,
    tookMs: session.tookMs,
    decoyFilled: session.decoyFilled,
  };
};

const fits = (setting: Setting, state: FoldState, happening: Happening): boolean => {
  switch (happening.type) {
    case 'answered':
      return askedIn(setting, state)?.step.id === happening.step;
    case 'consented':
      return askedIn(setting, state)?.step.purpose === happening.purpose;
    case 'questioned':
    case 'objected':
      return true;
    case 'submitted':
      return !state.submitted && state.position.at === 'end' && state.position.sendable;
    default:
      return false;
  }
};

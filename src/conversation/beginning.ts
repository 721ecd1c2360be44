/** How a conversation begins: with the first question, before anybody has said anything. */
import { arrivalFrom } from '../arrival/arrival.js';
import { fold } from '../flow/fold.js';
import { stamped, type Happening, type Iso } from '../flow/log.js';
import type { PagePort } from '../ports/page.js';
import { unbegun, type Session } from './session.js';
import type { Setting } from './setting.js';

export type Began = Extract<Happening, { type: 'began' }>;

export interface Beginning {
  readonly leadId: string;
  readonly at: Iso;
  readonly startedMs: number;
}

/**
 * The first entry of a log, as far as the first question needs it. Fingerprint and time zone take long to find
 * out: they are empty until `reply.ts` completes the entry, before anything is answered, kept or sent.
 */
export const beganOn = (page: PagePort, { playbook: { id, version = '' }, locale }: Setting): Began => {
  const facts = page.read();
  const { visit, opened } = facts;
  return {
    type: 'began',
    playbook: { id, version, hash: '' },
    locale,
    timeZone: '',
    arrival: { ...arrivalFrom(facts), ...visit?.arrival, ...(opened && { opened }) },
    ...(visit?.variants && { variants: visit.variants }),
  };
};

/** The session in which only that has happened. */
export const begunWith = (setting: Setting, began: Began, { leadId, at, startedMs }: Beginning): Session => ({
  ...unbegun(leadId),
  startedMs,
  fold: fold(setting.playbook, [stamped(began, [], at)], setting.standingOf),
});

/** Something about the playbook that nobody foresaw. */
export const FAILED = Object.freeze({ code: 'conversation.failed' });

/** Does it, or breaks the conversation instead of the page. */
export const safely = (session: Session, make: () => Session): Session => {
  try {
    return make();
  } catch {
    return { ...session, problem: FAILED };
  }
};

/** Facts of the outbox in the words of the view. */
import type { HandoverState } from '../ports/handover.js';
import type { Handover } from './contract.js';
import type { Session } from './session.js';

export interface HandoverChange {
  readonly leadId: string;
  readonly revision: number;
  readonly state: HandoverState;
}

/** Codes of attempts that failed because there was no network at all. */
const OFFLINE: readonly string[] = ['delivery.offline'];

const handoverFrom = (state: HandoverState): Handover => {
  switch (state.is) {
    case 'queued':
      return { is: 'saved', durable: state.durable, offline: false };
    case 'sending':
      return { is: 'sending', durable: state.durable };
    case 'waiting':
      return {
        is: 'waiting',
        durable: state.durable,
        offline: OFFLINE.includes(state.code),
        code: state.code,
      };
    case 'acknowledged':
      return { is: 'sent', atMs: state.atMs };
    case 'failed':
      return { is: 'failed', code: state.code };
  }
};

const isSame = (a: Handover, b: Handover): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The session after the outbox reported about its lead; the same one when that was no news. */
export const handoverNoted = (session: Session, { revision, state }: HandoverChange): Session => {
  const handover = Object.freeze(handoverFrom(state));
  const isNews = !isSame(handover, session.handover);
  const isDelivered = state.is === 'acknowledged' && session.delivered?.revision !== revision;
  if (!isNews && !isDelivered) return session;
  return {
    ...session,
    handover: isNews ? handover : session.handover,
    delivered: state.is === 'acknowledged' ? { revision, attempts: state.attempts } : session.delivered,
  };
};

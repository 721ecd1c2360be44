/** Facts of the outbox in the words of the view. */
import type { HandoverState } from '../ports/handover.js';
import type { Handover } from './contract.js';
import type { Session } from './session.js';

export interface HandoverChange {
  readonly leadId: string;
  readonly revision: number;
  readonly state: HandoverState;
  /** There is surely no network. */
  readonly offline: boolean;
}

const handoverFrom = ({ state, offline }: HandoverChange): Handover => {
  switch (state.is) {
    case 'queued':
      return { is: 'saved', durable: state.durable, offline };
    case 'sending':
      return { is: 'sending', durable: state.durable };
    case 'waiting':
      return { is: 'waiting', durable: state.durable, offline, code: state.code };
    case 'acknowledged':
      return { is: 'sent', atMs: state.atMs, ...(state.unseen && { unseen: true }) };
    case 'failed':
      return { is: 'failed', code: state.code };
    case 'by-hand':
      return state;
  }
};

const deliveredAs = (
  revision: number,
  { attempts, unseen, backup }: Extract<HandoverState, { is: 'acknowledged' }>,
): Session['delivered'] => ({ revision, attempts, confirmed: !unseen, ...(backup && { backup }) });

const isSame = (a: Handover, b: Handover): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The session after the outbox reported about its lead; the same one when that was no news. */
export const handoverNoted = (session: Session, change: HandoverChange): Session => {
  const { revision, state } = change;
  const handover = Object.freeze(handoverFrom(change));
  const isNews = !isSame(handover, session.handover);
  const isDelivered = state.is === 'acknowledged' && session.delivered?.revision !== revision;
  if (!isNews && !isDelivered) return session;
  return {
    ...session,
    handover: isNews ? handover : session.handover,
    delivered: state.is === 'acknowledged' ? deliveredAs(revision, state) : session.delivered,
  };
};

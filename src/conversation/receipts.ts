/**
 * Next steps that were agreed, for visitors who come back. Holds no personal data, and outlives the conversation it
 * came from: whoever starts over still sees what is on its way. Loaded only where the owner lets a device remember.
 */
import type { Playbook } from '../playbook/schema.js';
import type { Receipt, ReceiptStore } from '../ports/receipt-store.js';
import type { ReceiptView } from './contract.js';
import { isSent, type Session } from './session.js';
import type { Phase } from './view.js';

export interface Receipts {
  /** Remembers what was agreed in this session, or that nothing is any more. */
  note(session: Session): void;
  /** What to show beside a session; null unless an earlier page agreed something. */
  viewFor(session: Session, phase: Phase): ReceiptView | null;
  erase(): void;
}

export interface ReceiptsOptions {
  readonly playbook: Playbook;
  readonly store: ReceiptStore;
  /** Under which the conversation is kept. */
  readonly key: string;
}

/** Steps that somebody has to keep; whoever only followed a link agreed nothing. */
const kindOf = ({ offers }: Playbook, chosen: NonNullable<Session['fold']['chosen']>) => {
  const kind = offers && Object.hasOwn(offers, chosen.offer) ? offers[chosen.offer]?.kind : undefined;
  if (kind === 'callback' || kind === 'email') return kind;
  return kind === 'booking' && chosen.slot ? kind : undefined;
};

/** What was agreed in a session that was handed over; null for nothing. */
const agreedIn = (playbook: Playbook, { leadId, fold: { chosen } }: Session): Receipt | null => {
  const kind = chosen && !chosen.cancelled ? kindOf(playbook, chosen) : undefined;
  return kind ? { leadId, kind, ...(chosen?.slot && { start: chosen.slot.start }) } : null;
};

const isSame = (a: Receipt | null, b: Receipt | null): boolean =>
  a?.leadId === b?.leadId && a?.kind === b?.kind && a?.start === b?.start;

/** Reads what is remembered. Never rejects. */
export const createReceipts = async ({ playbook, store, key }: ReceiptsOptions): Promise<Receipts> => {
  /** What an earlier page agreed, as it is shown. */
  let earlier: Receipt | null = await store.load(key);
  let kept = earlier;
  return {
    note(session) {
      if (!isSent(session.fold) || !session.closing) return;
      // Nobody knows of it as long as it was not mailed.
      if (session.handover.is === 'by-hand') return;
      const agreed = agreedIn(playbook, session);
      // Another conversation's receipt is not this one's to take away.
      if (isSame(agreed, kept) || (!agreed && kept?.leadId !== session.leadId)) return;
      kept = agreed;
      if (agreed) void store.keep(key, agreed);
      else void store.erase(key);
    },
    viewFor(session, phase) {
      if (!earlier) return null;
      const { leadId, closing } = session;
      if (leadId !== earlier.leadId) {
        const { kind, start } = kept?.leadId === earlier.leadId ? kept : earlier;
        if (!kept) return null;
        return { kind, ...(start && { start }), cancelled: false, changeable: false };
      }
      const agreed = agreedIn(playbook, session);
      const { kind, start } = agreed ?? earlier;
      return Object.freeze({
        kind,
        ...(start && { start }),
        cancelled: agreed === null,
        changeable: phase === 'ended' && closing?.updates === true,
      });
    },
    erase() {
      earlier = kept = null;
      void store.erase(key);
    },
  };
};

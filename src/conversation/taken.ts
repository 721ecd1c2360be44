/** The session after something the visitor did; the very same one when it has no effect. */
import type { Iso } from '../flow/log.js';
import { judge } from '../qualification/judge.js';
import { offerLabel } from '../routing/offer-label.js';
import type { MachineEvent } from './conversation.machine.js';
import { offersFor } from './ending.js';
import { answering, consenting, correcting, isSame, judging, skipping, typing, type Act } from './entries.js';
import { confirming, prefilling } from './known.js';
import { askedIn } from './asked.js';
import { after, grown } from './growing.js';
import { isSent, type Session } from './session.js';
import { filled, type Setting } from './setting.js';

export interface Moment {
  readonly at: Iso;
  readonly monotonicMs: number;
}

const choosing = (
  setting: Setting,
  session: Session,
  event: Extract<MachineEvent, { type: 'visitor.chose' }>,
  at: Iso,
): Act => {
  const { fold } = session;
  const { offer, slot, details } = event;
  const closing = isSent(fold) ? session.closing : null;
  const verdict = closing?.verdict ?? judge(setting.playbook, fold, at).verdict;
  const routed = closing?.routed;
  const offered = offersFor(setting, fold, verdict, routed).find(({ id }) => id === offer);
  const known = setting.playbook.offers?.[offer];
  if (!offered || !known) return null;
  const offering = setting.offering?.();
  const given = offering
    ? offering.accepted({ setting, fold, routed, id: offer, offer: known }, event)
    : slot || details
      ? null
      : {};
  const { chosen } = fold;
  const isAgreed = isSame(given?.slot, chosen?.slot) && isSame(given?.details, chosen?.details);
  // Tapped twice, it is agreed once.
  const stands = chosen?.offer === offer && !chosen.cancelled && (isAgreed || !(slot ?? details));
  return given && !stands ? { entries: [{ type: 'chose', offer, label: offered.label, ...given }] } : null;
};

const booking = (
  setting: Setting,
  { fold, closing }: Session,
  event: Extract<MachineEvent, { type: 'visitor.booked' }>,
): Act => {
  const { offer, reference } = event;
  const known = setting.playbook.offers?.[offer];
  if (known?.kind !== 'booking') return null;
  const label = offerLabel(known, setting.playbook, closing?.routed);
  const slot = setting.offering?.()?.slotOf(setting, fold, event);
  return {
    entries: [{ type: 'booked', offer, label, ...(slot && { slot }), ...(reference && { reference }) }],
  };
};

const isComplete = ({ fold: { position, submitted } }: Session): boolean =>
  position.at === 'end' && position.sendable && !submitted;

const submitting = (
  setting: Setting,
  session: Session,
  { at, monotonicMs }: Moment,
  decoyFilled: boolean,
): Session => {
  if (!isComplete(session)) return session;
  const [notice] = filled(setting, setting.factsOf(session.fold), setting.playbook.privacy?.notice);
  return {
    ...grown(setting, session, [{ type: 'submitted', ...(notice && { notice }) }], at),
    tookMs: session.startedMs === null ? null : Math.max(0, Math.round(monotonicMs - session.startedMs)),
    decoyFilled,
  };
};

/** What follows from an event of the visitor or the page, at a moment. Events that mean nothing here change nothing. */
export const taken = (setting: Setting, session: Session, event: MachineEvent, moment: Moment): Session => {
  const { fold } = session;
  const next = (act: Act) => after(setting, session, act, moment.at);
  switch (event.type) {
    case 'visitor.answered': {
      const answered = next(answering(setting, fold, event.step, event.raw));
      // Only a card that said so may send.
      const sends = answered.fold !== fold && askedIn(setting, fold)?.sends === true;
      return sends ? submitting(setting, answered, moment, event.decoyFilled === true) : answered;
    }
    case 'visitor.skipped':
      return next(skipping(setting, fold, event.step));
    case 'visitor.confirmed':
      return next(confirming(setting, fold, event.of));
    case 'visitor.corrected':
      return next(correcting(setting, fold, event.of, event.raw));
    case 'visitor.typed':
      return next(typing(setting, fold, event.text));
    case 'visitor.judged':
      return next(judging(fold, event.of, event.helpful));
    case 'visitor.consented':
      return next(consenting(setting, fold, event));
    case 'page.prefilled':
      return next(prefilling(setting, fold, event.values, moment.at));
    case 'visitor.submitted':
      return submitting(setting, session, moment, event.decoyFilled === true);
    case 'visitor.chose':
      return next(choosing(setting, session, event, moment.at));
    case 'visitor.booked':
      return next(booking(setting, session, event));
    case 'visitor.cancelled':
      return next(
        fold.chosen && !fold.chosen.cancelled
          ? { entries: [{ type: 'cancelled', offer: fold.chosen.offer }] }
          : null,
      );
    default:
      return session;
  }
};

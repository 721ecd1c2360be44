/**
 * Order and time of a conversation: what is waited for, and what may happen meanwhile. Questions, consents and
 * offers are not in here: those are the fold's. Nothing waits for a clock. Effects are names; what they do is
 * provided by `create-conversation.ts`. Never persisted: after a reload the log is folded again.
 */
import { assign, fromPromise, setup } from 'xstate';
import type { KeptConversation } from '../ports/conversation-store.js';
import type { ConversationEvent } from './contract.js';
import { handoverNoted, type HandoverChange } from './handover-noted.js';
import type { HandOverInput } from './handing-over.js';
import { isSent, type Closing, type Session } from './session.js';

/** What reaches the machine besides the visitor's doing. */
export type InnerEvent =
  | { readonly type: 'store.changed'; readonly kept: KeptConversation | null }
  | ({ readonly type: 'handover.changed' } & HandoverChange)
  | { readonly type: 'page.returned' };

export type MachineEvent = ConversationEvent | InnerEvent;

const missing = (name: string) => (): Promise<never> => Promise.reject(new Error(`${name} was not provided`));
const unprovided = (): never => {
  throw new Error('An action was not provided');
};

/** What sending needs could not be loaded, or the document could not be made. */
const UNAVAILABLE = Object.freeze({ code: 'handover.unavailable' });

const SAVING = Object.freeze({ is: 'saving' });
const STRANDED = Object.freeze({ is: 'failed', ...UNAVAILABLE });

const vocabulary = setup({
  types: {
    context: {} as Session,
    events: {} as MachineEvent,
    input: {} as Session,
  },
  actors: {
    /** Reads and folds the kept conversation. */
    loadKept: fromPromise<Session | null>(missing('loadKept')),
    /** Hands the lead over as far as that is still to be done. */
    handOver: fromPromise<Closing, HandOverInput>(missing('handOver')),
  },
  actions: {
    restore: assign(({ context }, { kept }: { kept: Session | null }) => kept ?? context),
    adopt: unprovided as (_: unknown, params: { kept: KeptConversation | null }) => void,
    /** Logs what the visitor did, or notes why it is not taken. */
    take: unprovided,
    startOver: unprovided,
    takeBack: unprovided,
    keep: unprovided,
    /** Looks where a lead stands that was sent on an earlier page and is being changed on this one. */
    follow: unprovided,
    erase: unprovided,
    hurry: unprovided,
    /**
     * Where a lead was sent out of memory, the next page would find nothing of it and send it again; so the
     * conversation is not kept beyond that.
     */
    dropIfFleeting: unprovided,
    noteHandover: assign(({ context }, change: HandoverChange) =>
      change.leadId === context.leadId ? handoverNoted(context, change) : context,
    ),
    noteUnavailable: assign({ problem: UNAVAILABLE }),
    forgetProblem: assign({ problem: null }),
    /** Says "saving" unless an earlier page may have done it already. */
    beginHandover: assign(({ context }) => ({
      handover: context.assumed > 0 || context.closing ? context.handover : SAVING,
    })),
    noteClosing: assign(({ context }, { closing }: { closing: Closing }) => ({
      closing,
      problem: context.problem === UNAVAILABLE ? null : context.problem,
      handover:
        closing.fresh && (context.handover.is === 'saving' || context.handover.is === 'none')
          ? Object.freeze({ is: 'saved', durable: closing.durable, offline: closing.offline })
          : context.handover,
    })),
    strand: assign({ handover: STRANDED, problem: UNAVAILABLE }),
  },
  guards: {
    isBroken: ({ context: { fold, problem } }) =>
      problem?.code === 'conversation.failed' ||
      (fold.broken !== null && fold.position.at === 'end' && !fold.position.sendable),
    isAsking: ({ context }) => context.fold.position.at === 'step',
    isComplete: ({ context: { fold } }) =>
      fold.position.at === 'end' && fold.position.sendable && !fold.submitted,
    /** Sent by the visitor, and not yet known to have been handed over. */
    isUnsettled: ({ context }) => isSent(context.fold) && context.closing === null,
    /** More happened since it was last handed over. */
    isOutdated: ({ context: { fold, closing } }) =>
      closing !== null && isSent(fold) && fold.n > closing.covers,
  },
});

const said = { target: 'deciding', actions: 'take' } as const;
/** As `said`, while something is in flight that must not be begun twice. */
const noted = { actions: ['take', 'keep'] } as const;
/** The composer, corrections and consents are open to the visitor nearly always. */
const anytime = {
  'visitor.typed': said,
  'visitor.corrected': said,
  'visitor.consented': said,
} as const;

export const conversationMachine = vocabulary.createMachine({
  id: 'conversation',
  context: ({ input }) => input,
  initial: 'restoring',
  on: {
    'visitor.restarted': { target: '.deciding', actions: ['erase', 'startOver'] },
    'visitor.withdrew': { target: '.deciding', actions: ['takeBack', 'startOver'] },
    'visitor.retried': { actions: 'hurry' },
    'store.changed': {
      target: '.deciding',
      actions: [{ type: 'adopt', params: ({ event }) => ({ kept: event.kept }) }, 'follow'],
    },
    'handover.changed': {
      actions: [{ type: 'noteHandover', params: ({ event }) => event }, 'dropIfFleeting'],
    },
  },
  states: {
    /** The kept conversation is being read. */
    restoring: {
      invoke: {
        src: 'loadKept',
        onDone: {
          target: 'deciding',
          actions: [{ type: 'restore', params: ({ event }) => ({ kept: event.output }) }, 'follow'],
        },
        onError: 'deciding',
      },
    },
    /** Something was said: store it and see what follows from the log. */
    deciding: {
      entry: 'keep',
      always: [
        { guard: 'isBroken', target: 'broken' },
        { guard: 'isAsking', target: 'asking' },
        { guard: 'isComplete', target: 'reviewing' },
        { guard: 'isUnsettled', target: 'handingOver' },
        { guard: 'isOutdated', target: 'revising' },
        { target: 'ended' },
      ],
    },
    asking: {
      on: { ...anytime, 'visitor.answered': said, 'visitor.skipped': said, 'page.prefilled': said },
    },
    /** Everything is answered; the visitor looks it over and sends it. */
    reviewing: {
      on: { ...anytime, 'visitor.submitted': said },
    },
    /** The lead is being committed. Questions are noted and go with the next revision. */
    handingOver: {
      entry: 'beginHandover',
      invoke: {
        src: 'handOver',
        input: ({ context }) => inputFrom(context),
        onDone: {
          target: 'deciding',
          actions: [
            { type: 'noteClosing', params: ({ event }) => ({ closing: event.output }) },
            'dropIfFleeting',
          ],
        },
        onError: 'stranded',
      },
      on: { 'visitor.typed': noted },
    },
    /** What sending needs could not be loaded. The log is kept; it is tried again when asked. */
    stranded: {
      entry: 'strand',
      on: {
        'visitor.retried': { target: 'handingOver', actions: 'forgetProblem' },
        'page.returned': { target: 'handingOver', actions: 'forgetProblem' },
        'visitor.typed': noted,
      },
    },
    /** Nothing more is asked. A next step can be chosen and answers can still be changed. */
    ended: {
      on: {
        ...anytime,
        'visitor.chose': said,
        'visitor.retried': { target: 'deciding', actions: 'hurry' },
        'page.returned': 'deciding',
      },
    },
    /** As ended, while the next revision is being committed. */
    revising: {
      invoke: {
        src: 'handOver',
        input: ({ context }) => inputFrom(context),
        onDone: {
          target: 'deciding',
          actions: { type: 'noteClosing', params: ({ event }) => ({ closing: event.output }) },
        },
        onError: {
          target: 'ended',
          actions: 'noteUnavailable',
        },
      },
      on: {
        'visitor.typed': noted,
        'visitor.corrected': noted,
        'visitor.consented': noted,
        'visitor.chose': noted,
      },
    },
    /** The playbook cannot go on. Only starting over and taking back are left. */
    broken: {},
  },
});

const inputFrom = (session: Session): HandOverInput => ({
  leadId: session.leadId,
  fold: session.fold,
  signals: { tookMs: session.tookMs ?? tookOf(session), decoyFilled: session.decoyFilled },
  covered: session.closing?.covers ?? session.assumed,
});

/** From the beginning to sending by the stamps, for a conversation that was resumed in between. */
const tookOf = ({ fold: { log } }: Session): number => {
  const [began, sent] = (['began', 'submitted'] as const).map((type) =>
    Date.parse(log.find((entry) => entry.type === type)?.at ?? ''),
  );
  return Math.max(0, (sent ?? 0) - (began ?? 0)) || 0;
};

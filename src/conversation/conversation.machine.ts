/**
 * Order and time of a conversation: what is waited for, and what may happen meanwhile. Questions, consents and
 * offers are not in here: those are the fold's. Nothing waits for a clock. Effects are names; what they do is
 * provided by `create-conversation.ts`. Never persisted: after a reload the log is folded again.
 */
import { assign, createMachine, type NonReducibleUnknown, type PromiseActorLogic } from 'xstate';
import type { KeptConversation } from '../ports/conversation-store.js';
import type { ConversationEvent } from './contract.js';
import { handoverNoted, type HandoverChange } from './handover-noted.js';
import type { HandOverInput } from './handing-over.js';
import { isNews, isSent, type Session, type Settled } from './session.js';

/** What reaches the machine besides the visitor's doing. */
export type InnerEvent =
  | { readonly type: 'store.changed'; readonly kept: KeptConversation | null }
  | ({ readonly type: 'handover.changed' } & HandoverChange)
  | { readonly type: 'page.returned' };

export type MachineEvent = ConversationEvent | InnerEvent;

/** What sending needs could not be loaded, or the document could not be made. */
const UNSENDABLE = Object.freeze({ code: 'handover.unavailable' });

const SAVING = Object.freeze({ is: 'saving' });
const STRANDED = Object.freeze({ is: 'failed', ...UNSENDABLE });

/** What the machine knows and what it asks to be done. */
interface Vocabulary {
  context: Session;
  events: MachineEvent;
  input: Session;
  actors:
    /** Reads and folds the kept conversation. */
    | { src: 'loadKept'; logic: PromiseActorLogic<Session | null> }
    /** Hands the lead over as far as that is still to be done. */
    | { src: 'handOver'; logic: PromiseActorLogic<Settled, HandOverInput> };
  actions:
    | { type: 'restore'; params: { readonly kept: Session | null } }
    | { type: 'adopt'; params: { readonly kept: KeptConversation | null } }
    | { type: 'noteHandover'; params: HandoverChange }
    | { type: 'noteClosing'; params: { readonly closing: Settled } }
    | { type: 'noteProblem'; params: { readonly problem: Session['problem'] } }
    /** `take` logs what the visitor did, or notes why it is not taken. */
    | { type: 'take' | 'startOver' | 'takeBack' | 'keep' | 'erase' | 'hurry'; params: NonReducibleUnknown }
    /** Looks where a lead stands that was sent on an earlier page and is being changed on this one. */
    | { type: 'follow'; params: NonReducibleUnknown }
    /**
     * Where a lead was sent out of memory, the next page would find nothing of it and send it again; so the
     * conversation is not kept beyond that.
     */
    | { type: 'dropIfFleeting'; params: NonReducibleUnknown }
    /** `beginHandover` says "saving" unless an earlier page may have done it already. */
    | { type: 'beginHandover' | 'strand'; params: NonReducibleUnknown };
}

type At = { readonly context: Session };

const isBroken = ({ context: { fold, problem } }: At): boolean =>
  problem?.code === 'conversation.failed' ||
  (fold.broken !== null && fold.position.at === 'end' && !fold.position.sendable);
const isAsking = ({ context }: At): boolean => context.fold.position.at === 'step';
const isComplete = ({ context: { fold } }: At): boolean =>
  fold.position.at === 'end' && fold.position.sendable && !fold.submitted;
/** Sent by the visitor, and not yet known to have been handed over. */
const isUnsettled = ({ context }: At): boolean => isSent(context.fold) && context.closing === null;
/** More happened since it was last handed over. */
const isOutdated = ({ context: { fold, closing } }: At): boolean =>
  closing !== null && isSent(fold) && (fold.log.findLast(isNews)?.n ?? 0) > closing.covers;

const said = { target: 'deciding', actions: 'take' } as const;
/** As `said`, while something is in flight that must not be begun twice. */
const noted = { actions: ['take', 'keep'] } as const;
/** The composer, what is said about objections, corrections and consents are open to the visitor nearly always. */
const anytime = {
  'visitor.typed': said,
  'visitor.answered': said,
  'visitor.judged': said,
  'visitor.corrected': said,
  'visitor.consented': said,
} as const;
const again = { target: 'handingOver', actions: { type: 'noteProblem', params: { problem: null } } } as const;

export const conversationMachine = createMachine({
  types: {} as Vocabulary,
  id: 'conversation',
  context: ({ input }) => input,
  initial: 'restoring',
  on: {
    'visitor.restarted': { target: '.deciding', actions: ['erase', 'startOver'] },
    'visitor.disowned': { target: '.deciding', actions: ['erase', 'startOver'] },
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
    /** The kept conversation is being read; where nothing is kept, the first question stands already. */
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
        { guard: isBroken, target: 'broken' },
        { guard: isAsking, target: 'asking' },
        { guard: isComplete, target: 'reviewing' },
        { guard: isUnsettled, target: 'handingOver' },
        { guard: isOutdated, target: 'revising' },
        { target: 'ended' },
      ],
    },
    asking: {
      on: { ...anytime, 'visitor.skipped': said, 'visitor.confirmed': said, 'page.prefilled': said },
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
      on: { 'visitor.retried': again, 'page.returned': again, 'visitor.typed': noted },
    },
    /** Nothing more is asked. A next step can be chosen and answers can still be changed. */
    ended: {
      on: {
        ...anytime,
        'visitor.chose': said,
        'visitor.booked': said,
        'visitor.cancelled': said,
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
          actions: { type: 'noteProblem', params: { problem: UNSENDABLE } },
        },
      },
      on: {
        'visitor.typed': noted,
        'visitor.answered': noted,
        'visitor.judged': noted,
        'visitor.corrected': noted,
        'visitor.consented': noted,
        'visitor.chose': noted,
        'visitor.booked': noted,
        'visitor.cancelled': noted,
      },
    },
    /** The playbook cannot go on. Only starting over and taking back are left. */
    broken: {},
  },
}).provide({
  actions: {
    restore: assign(({ context }, { kept }) => kept ?? context),
    noteHandover: assign(({ context }, change) =>
      change.leadId === context.leadId ? handoverNoted(context, change) : context,
    ),
    noteProblem: assign((_, news) => news),
    strand: assign({ handover: STRANDED, problem: UNSENDABLE }),
    beginHandover: assign(({ context }) => ({
      handover: context.assumed > 0 || context.closing ? context.handover : SAVING,
    })),
    noteClosing: assign(({ context }, { closing }) => ({
      closing,
      problem: context.problem === UNSENDABLE ? null : context.problem,
      handover:
        closing.fresh && (context.handover.is === 'saving' || context.handover.is === 'none')
          ? Object.freeze({ is: 'saved', durable: closing.durable, offline: closing.offline })
          : context.handover,
    })),
  },
});

type Provided = Parameters<typeof conversationMachine.provide>[0];
type OwnActions = 'restore' | 'noteHandover' | 'noteProblem' | 'strand' | 'beginHandover' | 'noteClosing';
/** What is still to be provided; an effect that is forgotten does not compile. */
export interface ConversationEffects {
  readonly actors: Required<NonNullable<Provided['actors']>>;
  readonly actions: Required<Omit<NonNullable<Provided['actions']>, OwnActions>>;
}

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

/**
 * The way of a lead out of the conversation: builds the document, commits it, watches it, takes it back. Loaded
 * behind the first question. One thing after the other for as long as the page lives, so that taking back never
 * overtakes committing.
 */
import type { FoldState } from '../flow/state.js';
import type { Iso } from '../flow/log.js';
import { isRecord } from '../flow/lenient.js';
import { buildLead, withdrawnLead } from '../lead/build-lead.js';
import type { Lead, Signals } from '../lead/lead.js';
import type { PhoneReader } from '../lead/phone.js';
import type { Playbook } from '../playbook/schema.js';
import type { HandoverPort } from '../ports/handover.js';
import type { Router } from '../routing/router.js';
import type { HandoverChange } from './handover-noted.js';
import type { Closing } from './session.js';
import type { FullSetting } from './setting.js';

export interface HandOverInput {
  readonly leadId: string;
  readonly fold: FoldState;
  readonly signals: Signals;
  /** Entries up to this number are known to be handed over; 0: none. */
  readonly covered: number;
  /** Not sent by the visitor yet. */
  readonly partial?: true;
}

export interface HandingOver {
  /**
   * Commits the next revision unless the newest one covers everything, and starts watching. Rejects when the
   * document cannot be built or written; may then be called again. Unfinished leads go only before the finished one,
   * to destinations that can update them, and are not reported to `onState`.
   */
  settle(input: HandOverInput): Promise<Closing>;
  /** Watches a lead without doing anything about it. */
  follow(leadId: string): Promise<void>;
  /**
   * Takes a lead back; a withdrawal is sent when an attempt was made. Resolves with false where the destination may
   * have the lead and cannot be told: somebody has to erase it there.
   */
  withdraw(leadId: string, fold: FoldState): Promise<boolean>;
  hurry(): void;
  stop(): void;
}

export interface HandingOverOptions {
  readonly setting: FullSetting;
  readonly port: HandoverPort;
  /** The destination understands later revisions. */
  readonly updates: boolean;
  readonly now: () => Iso;
  readonly onState: (change: HandoverChange) => void;
  /** Whether there is surely no network. */
  readonly isOffline: () => boolean;
  /** Whether this lead was taken back: nothing of it is committed from then on. */
  readonly isTakenBack: (leadId: string) => boolean;
  readonly test?: true;
  /** Fetches what reads phone numbers. Left out, or rejected: they stay as they were written. */
  readonly phones?: () => Promise<PhoneReader>;
  /** Fetches what gives leads to somebody. Left out: the playbook routes nothing; rejected: the receiver does. */
  readonly routing?: () => Promise<Router>;
}

/** Whether somebody left a phone number. */
const hasPhone = (playbook: Playbook, { answers }: FoldState): boolean =>
  playbook.steps.some(({ id, kind }) => {
    const value = answers.get(id)?.value;
    return kind === 'phone' ? Boolean(value) : kind === 'contact' && isRecord(value) && 'phone' in value;
  });

/**
 * The log as the lead carries it: under a playbook that changed meanwhile it names the one it was folded and
 * judged by, so that whoever judges it again uses the same.
 */
const judgedBy = ({ written: { id, version = '' }, hash }: FullSetting, fold: FoldState): FoldState => ({
  ...fold,
  log: fold.log.map((entry) =>
    entry.type === 'began' && entry.playbook.hash !== hash
      ? { ...entry, playbook: { id, version, hash } }
      : entry,
  ),
});

export const createHandingOver = (options: HandingOverOptions): HandingOver => {
  const { setting, port, updates, now, onState, isOffline, isTakenBack, test, phones, routing } = options;
  const { playbook } = setting;
  let line: Promise<unknown> = Promise.resolve();
  let stopped = false;
  let unwatch = () => {};

  const inLine = <T>(task: () => Promise<T>): Promise<T> => {
    const done = line.then(task);
    line = done.catch(() => {});
    return done;
  };

  /** Watches one lead; answers the newest revision, 0 when nothing was ever committed. */
  const watch = (leadId: string): Promise<Pick<Lead, 'revision' | 'phase'>> =>
    new Promise((resolve) => {
      unwatch();
      unwatch = port.watch(leadId, (revision, state, phase = 'complete') => {
        resolve({ revision: state === null ? 0 : revision, phase });
        if (stopped) unwatch();
        else if (state !== null && phase !== 'partial' && !isTakenBack(leadId))
          onState({ leadId, revision, state, offline: isOffline() });
      });
    });

  const settle = async ({ leadId, fold, signals, covered, partial }: HandOverInput): Promise<Closing> => {
    if (isTakenBack(leadId)) throw new Error('Taken back.');
    const readPhone = hasPhone(playbook, fold) ? await phones?.().catch(() => undefined) : undefined;
    const router = partial ? undefined : await routing?.().catch(() => undefined);
    const { revision: newest, phase } = await watch(leadId);
    // As long as there are only unfinished ones, the lead itself is still to be sent.
    const isKnown = newest > 0 && phase !== 'partial';
    // The lead as it was sent: what happened since may have died with the page.
    const isMore =
      !isKnown || fold.n > covered || (phase === 'complete' && fold.log.at(-1)?.type !== 'submitted');
    const make = (revision: number): Lead =>
      buildLead({
        playbook,
        state: judgedBy(setting, fold),
        leadId,
        revision,
        phase: partial ? 'partial' : isKnown || revision > newest + 1 ? 'updated' : 'complete',
        at: now(),
        signals,
        test,
        readPhone,
        needsOf: setting.needsOf,
        router,
      });
    let lead: Lead | null = null;
    // Where everything becomes a record of its own, the one thing that is sent waits for the next step.
    const hold = !updates && fold.chosen === null;
    const committed = (partial ? updates && !isKnown : isMore)
      ? await port.commit(leadId, (revision) => (lead = make(revision)), { hold })
      : { revision: newest, durable: true, refused: true };
    const fresh = committed.refused !== true;
    const revision = fresh ? committed.revision : newest || committed.revision;
    if (revision === 0) throw new Error('Not written.');
    const { qualification, routing: routed, phase: made } = lead ?? make(revision);
    const { verdict = 'undetermined', band = null } = qualification ?? {};
    const { durable } = committed;
    const first = made === 'complete';
    return {
      revision,
      durable,
      covers: fold.n,
      offline: isOffline(),
      fresh,
      first,
      verdict,
      band,
      routed,
    };
  };

  return {
    settle: (input) => inLine(() => settle(input)),
    follow: (leadId) => inLine(async () => void (await watch(leadId))),
    withdraw: (leadId, fold) =>
      inLine(async () => {
        unwatch();
        if (!(await port.forget(leadId))) return true;
        const state = judgedBy(setting, fold);
        const { refused } = await port.commit(leadId, (revision) =>
          withdrawnLead({ playbook, state, leadId, revision, at: now(), test }),
        );
        return refused !== true;
      }),
    hurry: () => port.hurry(),
    stop() {
      stopped = true;
      unwatch();
    },
  };
};

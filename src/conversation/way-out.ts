/** Stands for the hand-over until that is loaded, and lets it be loaded again where that failed. */
import type { FoldState } from '../flow/state.js';
import type { HandoverPort } from '../ports/handover.js';
import type { createHandingOver, HandingOver, HandingOverOptions, HandOverInput } from './handing-over.js';
import type { Settled } from './session.js';
import type { FullSetting } from './setting.js';

/** What is needed only once a lead is sent, and therefore loaded later. */
export interface CloseParts {
  readonly createHandingOver: typeof createHandingOver;
  /** The destination understands later revisions. */
  readonly updates: boolean;
}

export interface WayOut {
  /** Rejects when it cannot be loaded, else like `HandingOver`. */
  settle(input: HandOverInput): Promise<Settled>;
  follow(leadId: string): void;
  withdraw(leadId: string, fold: FoldState): Promise<boolean>;
  hurry(): void;
  warm(): void;
  stop(): void;
}

export interface WayOutOptions extends Pick<HandingOverOptions, 'now' | 'onState' | 'isOffline' | 'test'> {
  readonly setting: () => FullSetting;
  readonly close: () => Promise<CloseParts>;
  readonly handover: () => Promise<HandoverPort>;
}

export const createWayOut = ({ setting, close, handover, ...rest }: WayOutOptions): WayOut => {
  const takenBack = new Set<string>();
  let opening: Promise<HandingOver & Pick<CloseParts, 'updates'>> | null = null;

  const open = () => {
    opening ??= Promise.all([close(), handover()]).then(([{ createHandingOver, updates }, port]) => ({
      ...createHandingOver({
        ...rest,
        setting: setting(),
        port,
        updates,
        isTakenBack: (leadId) => takenBack.has(leadId),
      }),
      updates,
    }));
    opening.catch(() => (opening = null));
    return opening;
  };
  /** For what is only a wish, and for nothing when nothing was handed over. */
  const ifOpen = (act: (handing: HandingOver) => void) => void opening?.then(act, () => {});

  return {
    async settle(input) {
      const { settle, updates } = await open();
      return { ...(await settle(input)), updates };
    },
    follow: (leadId) =>
      void open()
        .then((handing) => handing.follow(leadId))
        .catch(() => {}),
    async withdraw(leadId, fold) {
      takenBack.add(leadId);
      return (await open()).withdraw(leadId, fold);
    },
    hurry: () => ifOpen((handing) => handing.hurry()),
    warm: () => void close().catch(() => {}),
    stop: () => ifOpen((handing) => handing.stop()),
  };
};

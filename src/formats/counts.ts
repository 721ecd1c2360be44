/** How far conversations come, without saying whose: what a chat tells the receiver where the owner wants it. */

export interface StepCounts {
  readonly asked?: number;
  readonly answered?: number;
}

/** What was new since the last ones; a number that is left out is 0. */
export interface Counts {
  /** Version of this format. */
  readonly counts: 1;
  readonly playbook: {
    readonly id: string;
    /** Empty where the playbook says none. */
    readonly version: string;
    readonly hash: string;
  };
  readonly opened?: number;
  readonly started?: number;
  readonly finished?: number;
  /** By step id. */
  readonly steps?: { readonly [step: string]: StepCounts };
}

/** Where a receiver takes counts: below the address that it takes leads at. Null where that is no web address. */
export const countsAddress = (leads: string | undefined, playbookUrl: string): string | null => {
  try {
    const { protocol, host, pathname, search } = new URL(leads ?? '/leads', playbookUrl);
    return /^https?:$/.test(protocol)
      ? `${protocol}//${host}${pathname.replace(/\/$/, '')}/counts${search}`
      : null;
  } catch {
    return null;
  }
};

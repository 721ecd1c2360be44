/** What happens to people's data with a playbook: kept, sent, readable by strangers, and drafts about it. */
import type { Playbook } from '../playbook/schema.js';
import { draftsFor, type Drafts } from './data-drafts.js';
import { keptBy, type Keeping, type Kept } from './data-kept.js';
import { readableIn, type Readable } from './data-readable.js';
import { sentBy, type Sending } from './data-sent.js';

export interface DataExplained {
  readonly company: string;
  /** The settings that decide, with what counts where they are left out. */
  readonly settings: {
    readonly remember: 'tab' | 'device' | 'nothing';
    readonly storage: 'allowed' | 'ask-host' | 'never';
  };
  readonly kept: readonly Kept[];
  readonly sent: Sending;
  readonly readable: readonly Readable[];
  readonly drafts: Drafts;
}

/** Pure. Says what this version does with the playbook's settings; the private part is left out. */
export const explainData = (playbook: Playbook, keeping: Keeping): DataExplained => {
  const { company, privacy } = playbook;
  const kept = keptBy(playbook, keeping);
  return {
    company: company.name,
    settings: { remember: privacy?.remember ?? 'tab', storage: privacy?.storage ?? 'allowed' },
    kept,
    sent: sentBy(playbook),
    readable: readableIn(playbook),
    drafts: draftsFor(playbook, keeping, kept),
  };
};

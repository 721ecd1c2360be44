/** What reads the rarer answers, fetched on first need. */
import type { Reading } from '../flow/kinds/answer-kind.js';
import { isRecord, listOf } from '../flow/lenient.js';
import type { Playbook } from '../playbook/schema.js';

export interface Readers {
  /** What is there by now. */
  readonly reading: () => Reading;
  /** Fetches what is missing. Never rejects; without it less is understood. Undefined: everything is there. */
  readonly more: () => Promise<void> | undefined;
}

/** Whether the answers to some step cannot be read without more than the basic kinds. */
const needsMore = ({ steps }: Playbook): boolean =>
  listOf(steps).some(
    (step) =>
      isRecord(step) &&
      (/^(?:date|rating|country|address|url)$/.test(String(step['kind'])) ||
        step['currency'] !== undefined ||
        step['business'] === 'require'),
  );

/** Rejects when what this playbook needs cannot be loaded. `load` is asked again after it rejected. */
export const readersFor = async (playbook: Playbook, load: () => Promise<Reading>): Promise<Readers> => {
  let more = needsMore(playbook) ? await load() : undefined;
  return {
    reading: () => more ?? {},
    more: () =>
      more
        ? undefined
        : load().then(
            (loaded) => void (more = loaded),
            () => {},
          ),
  };
};

/** What stays the same for as long as a conversation runs: the playbook as it is spoken, and who reads its names. */
import type { Facts } from '../flow/conditions.js';
import { factsFrom } from '../flow/facts.js';
import { fillPrompt } from '../flow/fill-prompt.js';
import type { EntryOf, LogEntry } from '../flow/log.js';
import type { FoldState, StandingOf } from '../flow/state.js';
import { hashOf } from '../playbook/hash.js';
import { localised } from '../playbook/localised.js';
import type { Playbook, Text } from '../playbook/schema.js';
import { standingOf } from '../qualification/judge.js';

export interface Setting {
  /** As the owner wrote it: what the lead is judged by and what its fingerprint is taken from. */
  readonly written: Playbook;
  /** In the language of the conversation: what the visitor reads. */
  readonly playbook: Playbook;
  readonly hash: string;
  readonly locale: string;
  readonly standingOf: StandingOf;
  /** What relative addresses of the playbook refer to. */
  readonly base: string;
  /** What conditions and texts may know: answers, score, campaign and so on. */
  factsOf(fold: FoldState): Facts;
}

/** How the conversation of this log began; undefined for one that did not. */
export const beganIn = (log: readonly LogEntry[]): EntryOf<'began'> | undefined =>
  log.find((entry) => entry.type === 'began');

/** Prepares a playbook for one conversation. `locale` left out: the playbook's own language. */
export const settingFor = (written: Playbook, base: string, locale?: string): Setting => {
  const spoken = locale ?? written.language;
  const playbook = localised(written, spoken);
  const standing = standingOf(playbook);
  return {
    written,
    playbook,
    hash: hashOf(written),
    locale: spoken,
    base,
    standingOf: standing,
    factsOf({ answers, log }) {
      const arrival = beganIn(log)?.arrival;
      return factsFrom(answers, () => standing(answers, arrival), arrival);
    },
  };
};

/** A text of the playbook as a list of filled texts; none for a missing one. */
export const filled = (setting: Setting, facts: Facts, text: Text | undefined): readonly string[] =>
  (text === undefined ? [] : typeof text === 'string' ? [text] : text).map((line) =>
    fillPrompt(line, facts, setting.playbook),
  );

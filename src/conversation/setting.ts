/** What stays the same for as long as a conversation runs: the playbook as it is spoken, and who reads its names. */
import type { Facts } from '../flow/conditions.js';
import { factsFrom } from '../flow/facts.js';
import { fillPrompt } from '../flow/fill-prompt.js';
import type { Reading } from '../flow/kinds/answer-kind.js';
import { cameWith, type EntryOf, type LogEntry } from '../flow/log.js';
import type { FoldState, StandingOf } from '../flow/state.js';
import type { NeedsReader } from '../matching/recommend.js';
import type { Asides } from './asides.js';
import type { Offering } from './offering.js';
import type { Playbook, Text } from '../playbook/schema.js';

export interface Setting {
  /** As the owner wrote it: what the lead is judged by and what its fingerprint is taken from. */
  readonly written: Playbook;
  /** In the language of the conversation: what the visitor reads. */
  readonly playbook: Playbook;
  readonly locale: string;
  /** What relative addresses of the playbook refer to. */
  readonly base: string;
  readonly standingOf: StandingOf;
  /** What reading an answer may know now. Left out: the basic kinds, and no time. */
  readonly reading?: () => Reading;
  /** Hears questions and objections. Null as long as it is not loaded; left out where nothing is to be heard. */
  readonly asides?: () => Asides | null;
  /** What the rarer next steps need, as long as it is there. */
  readonly offering?: () => Offering | null;
  /** Compares the playbook's needs with its products. Left out: it has none. */
  readonly needsOf?: NeedsReader;
  /** What conditions and texts may know: answers, score, campaign and so on. */
  factsOf(fold: FoldState): Facts;
}

/** What there is of it once answers can be read. */
export interface FullSetting extends Setting {
  /** The fingerprint of the playbook as written. */
  readonly hash: string;
}

/** How the conversation of this log began; undefined for one that did not. */
export const beganIn = (log: readonly LogEntry[]): EntryOf<'began'> | undefined =>
  log.find((entry) => entry.type === 'began');

export type SettingParts = Omit<Setting, 'factsOf'>;

/** The setting of one conversation. */
export const settingFor = (parts: SettingParts): Setting => ({
  ...parts,
  factsOf({ answers, log }) {
    const came = cameWith(beganIn(log));
    return factsFrom(answers, () => parts.standingOf(answers, came), came);
  },
});

/** A text of the playbook as a list of filled texts; none for a missing one. */
export const filled = (setting: Setting, facts: Facts, text: Text | undefined): readonly string[] =>
  (text === undefined ? [] : typeof text === 'string' ? [text] : text).map((line) =>
    fillPrompt(line, facts, setting.playbook),
  );

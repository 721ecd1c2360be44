/** How things stand on this page, in plain words. Nothing of it comes from what anybody said in the chat. */
import { pageMatches } from '../../arrival/page-matches.js';
import type { DebugLine, DebugSection } from '../../elements/debug/debug-panel.js';
import type { Problem } from '../../playbook/error.js';
import type { Playbook } from '../../playbook/schema.js';
import type { PolicyBlock } from './policy-blocks.js';

export interface Standing {
  readonly version: string;
  /** Origin of the page. */
  readonly site: string;
  readonly path: string;
  readonly exclude: string;
  readonly playbook: Playbook | null;
  readonly hash: string;
  readonly problems: readonly Problem[];
  /** Whether a chat stands on the page, and whether it was opened. */
  readonly chat: 'none' | 'closed' | 'opened';
  /** Where leads go: name and origin; empty where that cannot be told. */
  readonly destination: string;
  /** The last answer of the destination on this page. */
  readonly answer: DebugLine | null;
  readonly blocks: readonly PolicyBlock[];
  /** The script tag has triggers started; the sentences of those, once they run. */
  readonly early: boolean;
  readonly triggers: readonly string[];
}

const good = (text: string): DebugLine => ({ text, tone: 'good' });
const bad = (text: string): DebugLine => ({ text, tone: 'bad' });
const plain = (text: string): DebugLine => ({ text, tone: 'plain' });

const problemLines = ({ problems, playbook }: Standing): readonly DebugLine[] => {
  const told = problems
    .filter(({ level }) => level !== 'info')
    .map(({ level, path, message, cure }) =>
      (level === 'error' ? bad : plain)(`${path ? `${path}: ` : ''}${message} ${cure}`),
    );
  return told.length > 0 ? told : playbook ? [good('The check found nothing wrong.')] : [];
};

const whyNothing = (early: boolean, playbook: Playbook | null): readonly DebugLine[] => {
  const show = playbook?.welcome?.show ?? [];
  if (early) return show.length > 0 ? [plain('The triggers are being started.')] : [];
  return show.length > 0
    ? [bad('Nothing appears by itself: write data-playbook-when="idle" into the script tag.')]
    : [];
};

const waiting = ({ chat, exclude, path, playbook, early, triggers }: Standing): readonly DebugLine[] => {
  const hiding = (exclude.match(/[^\s,]+/g) ?? []).find((pattern) => pageMatches(pattern, path));
  if (chat === 'none')
    return [
      bad(
        hiding
          ? `No chat here: "exclude" names this page (${hiding}).`
          : 'No chat here: no playbook is named in the tag, and no chat stands in the page.',
      ),
    ];
  return [
    chat === 'opened' ? good('The chat was opened.') : plain('The chat waits for a click.'),
    ...(triggers.length > 0 ? triggers.map(plain) : whyNothing(early, playbook)),
  ];
};

const policyLines = ({ blocks }: Standing): readonly DebugLine[] =>
  blocks.length > 0
    ? blocks.map(({ directive, cure }) =>
        bad(`The line "${directive}" blocks something of the chat. Add to it: ${cure}`),
      )
    : [good('Nothing of the chat was blocked so far.')];

/** The sections of the panel, and of the report. */
export const sectionsOf = (standing: Standing): readonly DebugSection[] => {
  const { version, site, playbook, hash, destination, answer } = standing;
  return [
    {
      title: 'Versions',
      lines: [
        plain(`Warmlead ${version} on ${site}`),
        ...(playbook
          ? [plain(`Playbook ${playbook.id} ${playbook.version ?? 'without a version'}, fingerprint ${hash}`)]
          : []),
      ],
    },
    { title: 'Playbook', lines: problemLines(standing) },
    { title: 'Waiting for', lines: waiting(standing) },
    {
      title: 'Where leads go',
      lines: [
        destination ? plain(destination) : bad('Nowhere: the part "delivery" cannot be used.'),
        answer ?? plain('Nothing was sent from this page yet.'),
      ],
    },
    { title: 'Security policy of this page', lines: policyLines(standing) },
  ];
};

/** The report as text, to send to somebody who helps. */
export const reportOf = (sections: readonly DebugSection[]): string =>
  sections
    .map(({ title, lines }) => [title, ...lines.map(({ text }) => `- ${text}`)].join('\n'))
    .join('\n\n');

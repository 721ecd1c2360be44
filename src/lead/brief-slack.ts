/**
 * The brief as a Slack message: the body for `chat.postMessage` or an incoming webhook. The webhook's address
 * is a secret, so it is a server that posts it. Limits as documented at docs.slack.dev, November 2026.
 */
import { actsIn, isReason, type BriefAct, type BriefLine } from './brief-line.js';
import { lineText } from './brief-text.js';
import { brief, type BriefPart, type BriefSection, type BriefSetting } from './brief.js';
import type { Lead } from './lead.js';

export interface SlackMessage {
  /** For notifications, and where blocks cannot be shown. */
  readonly text: string;
  /** At most 50. */
  readonly blocks: readonly SlackBlock[];
  /** False: an address a prospect typed is not fetched and shown. */
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

export type SlackBlock =
  | { readonly type: 'header'; readonly text: SlackText }
  | { readonly type: 'section'; readonly text: SlackText }
  | { readonly type: 'divider' }
  | { readonly type: 'context'; readonly elements: readonly SlackText[] };

export type SlackText =
  | { readonly type: 'plain_text'; readonly text: string; readonly emoji: false }
  /** verbatim: addresses and channel names in it stay words. */
  | { readonly type: 'mrkdwn'; readonly text: string; readonly verbatim: true };

const LONGEST_HEADER = 150;
const LONGEST_TEXT = 3000;
/** What is looked up, not read first. */
const BESIDES: ReadonlySet<BriefPart> = new Set(['source', 'owner', 'consent', 'answers', 'sent']);

/**
 * The message. Words of the prospect cannot mention anybody, link anywhere or look like another part; the
 * marks for bold and italic keep their meaning, as Slack has no way of escaping them.
 */
export const briefSlack = (lead: Lead, setting: BriefSetting): SlackMessage => {
  const { subject, sections } = brief(lead, setting);
  const first = sections.filter(({ part }) => !BESIDES.has(part));
  const besides = sections.filter(({ part }) => BESIDES.has(part));
  return {
    text: escaped(subject, LONGEST_TEXT),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: escaped(subject, LONGEST_HEADER), emoji: false } },
      ...first.map((section): SlackBlock => ({ type: 'section', text: mrkdwn(section) })),
      ...(besides.length > 0
        ? ([{ type: 'divider' }, { type: 'context', elements: besides.map(mrkdwn) }] as const)
        : []),
    ],
    unfurl_links: false,
    unfurl_media: false,
  };
};

const mrkdwn = ({ title, lines }: BriefSection): SlackText => {
  let text = title ? `*${escaped(title, 100)}*  ` : '';
  for (const [i, line] of lines.entries()) {
    const start = i === 0 ? text : `${text}\n`;
    if (start.length < LONGEST_TEXT) text = start + written(line, LONGEST_TEXT - start.length);
  }
  return { type: 'mrkdwn', text, verbatim: true };
};

const written = (line: BriefLine, room: number): string => {
  const acts = actsIn(line).map(link).join(' · ');
  if (acts !== '' && acts.length <= room) return acts;
  return escaped(isReason(line) ? `• ${lineText(line)}` : lineText(line), room);
};

const link = ({ label, to, href }: BriefAct): string => {
  const text = escaped(`${label} ${to}`, LONGEST_TEXT);
  return href ? `<${href}|${text}>` : text;
};

/** With the three characters escaped that Slack reads as marks; what would be longer than `most` is cut. */
const escaped = (text: string, most: number): string => {
  const whole = text.replace(/[&<>]/g, (character) => ESCAPES.get(character) ?? '');
  if (whole.length <= most) return whole;
  let kept = '';
  for (const character of text) {
    const next = ESCAPES.get(character) ?? character;
    if (kept.length + next.length >= most) break;
    kept += next;
  }
  return `${kept}…`;
};

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

/**
 * The private part of a playbook at work: what the receiver knows and the website must not tell. The way
 * through the questions and the verdict that the visitor's page came to stay as they are; the private rules are
 * applied to the same answers once more.
 */
import { holds } from '../flow/conditions.js';
import { factsFrom } from '../flow/facts.js';
import { fold } from '../flow/fold.js';
import { cameWith } from '../flow/log.js';
import type { Lead, Routed } from '../lead/lead.js';
import type { Playbook } from '../playbook/schema.js';
import { bandWord } from '../qualification/band-word.js';
import type { Judgement } from '../qualification/judgement.js';
import { judge, standingOf } from '../qualification/judge.js';
import { privateClaims, type RegistrableOf } from '../routing/accounts.js';
import { furtherRouting } from '../routing/further.js';
import { route, type TurnBook } from '../routing/route.js';
import { registrable } from './registrable.js';

/** A lead as judged and routed with both parts. */
export interface WithPrivate {
  /** The same lead with the verdict, the owner and the tasks of both parts. */
  readonly lead: Lead;
  /** What was made different here, a sentence each; empty: nothing. */
  readonly changes: readonly string[];
  /** For the sales person. */
  readonly notes: readonly string[];
  /** How to reach the owner; empty where nobody owns it or nothing is known. */
  readonly reach: { readonly email?: string; readonly phone?: string };
}

/** What whoever receives the leads knows besides the playbook. */
export interface Receiving {
  /** Left out: by the list of public suffixes in this package. */
  readonly registrableOf?: RegistrableOf;
  /** Whose turn it is and who is full, for a lead that is given to somebody now. */
  readonly book?: TurnBook;
  /** Who was given this lead before. */
  readonly routed?: Routed;
}

/**
 * Judges and routes a lead with both parts of the playbook that led it. `undefined` where the playbook has no
 * private part and nothing is counted or decided here, or the lead has no log to judge. Trials and unfinished leads are
 * judged and not routed. Give it the playbook whose hash the lead names: a private part does not count in the hash.
 */
export const withPrivatePart = (
  playbook: Playbook,
  lead: Lead,
  receiving: Receiving = {},
): WithPrivate | undefined => {
  const { private: hidden, routing } = playbook;
  const { log, qualification } = lead;
  const isOwn = receiving.book !== undefined || receiving.routed !== undefined;
  if ((!hidden && !isOwn) || !qualification || !log?.length) return undefined;
  const whole = wholeOf(playbook);
  // Branches saw the public rules only, so the way is walked by those.
  const walked = fold(playbook, log, standingOf(playbook));
  const began = log.find((entry) => entry.type === 'began');
  const sent = log.find((entry) => entry.type === 'submitted');
  const came = cameWith(began);
  const standing = standingOf(whole)(walked.answers, came);
  const { answers, locale } = walked;
  const { contact, recommendations } = lead;
  const said = factsFrom(answers, standing, came);
  const facts = furtherRouting.withAlsoKnown(said, {
    answers,
    contact,
    locale,
    recommendations,
  });
  const at = sent?.at ?? lead.updatedAt;
  const judged = judge(whole, walked, lead.decidedAt);
  const isNobodys = lead.test === true || lead.phase === 'partial';
  const routed = isNobodys
    ? undefined
    : (receiving.routed ??
      route({
        playbook,
        facts,
        leadId: lead.id,
        at,
        band: judged.band,
        prefix: furtherRouting.countryPrefix(said, contact),
        first: privateClaims(hidden, contact, receiving.registrableOf ?? registrable),
        further: furtherRouting,
        ...(receiving.book && { book: receiving.book }),
      }));
  const tasks = isNobodys || !routing ? [] : furtherRouting.tasksFor({ routing, facts, at, routed });
  const key = routed?.owner ?? '';
  const owners = hidden?.owners;
  const { tasks: _theirs, ...rest } = lead;
  return {
    lead: {
      ...rest,
      qualification: judged,
      ...(routed && { routing: routed }),
      ...(tasks.length > 0 && { tasks }),
    },
    changes: [
      ...verdictChange(qualification, judged, addedPoints(playbook, judged)),
      ...ownerChange(lead.routing, routed),
    ],
    notes: (hidden?.notes ?? []).filter(({ when }) => holds(when, facts) === true).map(({ say }) => say),
    reach: owners && routing?.owners && Object.hasOwn(owners, key) ? (owners[key] ?? {}) : {},
  };
};

/** The playbook with the private points behind its own. */
const wholeOf = (playbook: Playbook): Playbook => {
  const { private: hidden, qualification } = playbook;
  const points = [...(qualification?.points ?? []), ...(hidden?.points ?? [])];
  return qualification ? { ...playbook, qualification: { ...qualification, points } } : playbook;
};

const addedPoints = ({ qualification }: Playbook, judged: Judgement): readonly string[] => {
  const known = qualification?.points?.length ?? 0;
  return judged.reasons.flatMap(({ path, points, because }) => {
    const place = /^qualification\.points\[(\d+)\]$/.exec(path);
    if (!place || points === undefined || Number(place[1]) < known) return [];
    return [`${points < 0 ? '−' : '+'}${Math.abs(points)} ${because}`];
  });
};

const verdictChange = (open: Judgement, judged: Judgement, added: readonly string[]): readonly string[] => {
  if (added.length === 0) return [];
  const [before, now] = [bandWord(open), bandWord(judged)];
  const words = before === now ? `${now} as on the website` : `${now} instead of ${before}`;
  return [`${words}: ${added.join(', ')}`];
};

const ownerChange = (open: Routed | undefined, routed: Routed | undefined): readonly string[] =>
  !routed || routed.owner === (open?.owner ?? null)
    ? []
    : [`${routed.name ?? 'Nobody'} instead of ${open?.name ?? 'nobody'}: ${routed.because}`];

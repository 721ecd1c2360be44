/**
 * The private part of a playbook at work: what the receiver knows and the website must not tell. The way
 * through the questions and the verdict that the visitor's page came to stay as they are; the private rules are
 * applied to the same answers once more.
 */
import { holds } from '../flow/conditions.js';
import { factsFrom } from '../flow/facts.js';
import { fold } from '../flow/fold.js';
import { folded } from '../flow/kinds/clean-text.js';
import { cameWith } from '../flow/log.js';
import type { Lead, Routed } from '../lead/lead.js';
import type { Playbook } from '../playbook/schema.js';
import { bandWord } from '../qualification/band-word.js';
import type { Judgement } from '../qualification/judgement.js';
import { judge, standingOf } from '../qualification/judge.js';
import { route } from '../routing/route.js';

/** A lead as judged and routed with both parts. */
export interface WithPrivate {
  /** The same lead with the verdict and the owner of both parts. */
  readonly lead: Lead;
  /** What the private part made different, a sentence each; empty: nothing. */
  readonly changes: readonly string[];
  /** For the sales person. */
  readonly notes: readonly string[];
  /** How to reach the owner; empty where nobody owns it or nothing is known. */
  readonly reach: { readonly email?: string; readonly phone?: string };
}

/**
 * Judges and routes a lead with both parts of the playbook that led it. `undefined` where the playbook has no
 * private part, or the lead no log to judge. Trials and unfinished leads are judged and not routed. Give it the playbook whose hash
 * the lead names: a private part does not count in the hash.
 */
export const withPrivatePart = (playbook: Playbook, lead: Lead): WithPrivate | undefined => {
  const { private: hidden, routing } = playbook;
  const { log, qualification } = lead;
  if (!hidden || !qualification || !log?.length) return undefined;
  const whole = wholeOf(playbook);
  // Branches saw the public rules only, so the way is walked by those.
  const walked = fold(playbook, log, standingOf(playbook));
  const began = log.find((entry) => entry.type === 'began');
  const sent = log.find((entry) => entry.type === 'submitted');
  const came = cameWith(began);
  const standing = standingOf(whole)(walked.answers, came);
  const facts = factsFrom(walked.answers, standing, came);
  const at = sent?.at ?? lead.updatedAt;
  const judged = judge(whole, walked, lead.decidedAt);
  const routed =
    lead.test || lead.phase === 'partial'
      ? undefined
      : ownerOf(playbook, lead, route({ playbook: whole, facts, leadId: lead.id, at }));
  const { owners } = hidden;
  const key = routed?.owner ?? '';
  return {
    lead: { ...lead, qualification: judged, ...(routed && { routing: routed }) },
    changes: [
      ...verdictChange(qualification, judged, addedPoints(playbook, judged)),
      ...ownerChange(lead.routing, routed),
    ],
    notes: (hidden.notes ?? []).filter(({ when }) => holds(when, facts) === true).map(({ say }) => say),
    reach: owners && routing?.owners && Object.hasOwn(owners, key) ? (owners[key] ?? {}) : {},
  };
};

/** The playbook with the private rules among its own: points after them, rules for owners before them. */
const wholeOf = (playbook: Playbook): Playbook => {
  const { private: hidden, qualification, routing } = playbook;
  return {
    ...playbook,
    ...(qualification && {
      qualification: {
        ...qualification,
        points: [...(qualification.points ?? []), ...(hidden?.points ?? [])],
      },
    }),
    ...(routing && {
      routing: { ...routing, rules: [...(hidden?.rules ?? []), ...(routing.rules ?? [])] },
    }),
  };
};

/** The account's owner where the lead comes from one, else whom the rules found; the time to answer stays. */
const ownerOf = (
  { private: hidden, routing }: Playbook,
  lead: Lead,
  found: Routed | undefined,
): Routed | undefined => {
  const accounts = hidden?.accounts ?? [];
  const i = accounts.findIndex((account) => isFrom(account, lead));
  const account = accounts[i];
  const owner = account && routing?.owners?.[account.owner];
  if (!account || !owner) return found;
  return {
    ...found,
    owner: account.owner,
    name: owner.name,
    because: `Looks after ${account.name}`,
    path: `private.accounts[${i}]`,
  };
};

type Account = NonNullable<NonNullable<Playbook['private']>['accounts']>[number];

/** By the domain of the mail address, parts of it included, else by the company's name as it was written. */
const isFrom = ({ name, domains = [] }: Account, { contact }: Lead): boolean => {
  const domain = contact?.email?.split('@').at(-1)?.toLowerCase() ?? '';
  const isTheirs = domains.some((theirs) => `.${domain}`.endsWith(`.${theirs.toLowerCase()}`));
  return isTheirs || folded(contact?.company ?? '') === folded(name);
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

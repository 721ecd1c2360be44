/** Who should answer, why, and by when. */
import { holds } from '../flow/conditions.js';
import { numberOf, textOf } from '../flow/lenient.js';
import type { Iso } from '../flow/log.js';
import type { Answers } from '../flow/state.js';
import type { Routed } from '../lead/lead.js';
import type { Playbook, Routing } from '../playbook/schema.js';
import { listOf, placed } from '../qualification/unchecked.js';
import { dueAfter, answerWithinOf } from './due.js';
import type { FurtherRouting } from './further.js';
import { awayUntil, hoursOf, nameOf, ownerNamed } from './owners.js';
import { takesTurn, type Turn } from './turns.js';

/** A rule with the path it stands at, or an account, which comes before the rules. */
export interface Claim extends Pick<Rule, 'when' | 'postcodes' | 'owner' | 'because' | 'territory'> {
  readonly path: string;
  /** The account's name. */
  readonly account?: string;
}

type Rule = NonNullable<Routing['rules']>[number];

/** What only whoever receives every lead can know; see `turn-book.ts`. */
export interface TurnBook {
  /** Whose turn it is among these at this path. */
  readonly next: (path: string, turns: readonly Turn[]) => string | undefined;
  /** What an owner has who takes no more, in words: "3 leads today". Undefined for everybody else. */
  readonly fullness: (owner: string) => string | undefined;
  /** Who has this lead already, or was named to the prospect: stays, where the claim that holds names them too. */
  readonly keeps?: string | undefined;
}

export interface RouteRequest {
  readonly playbook: Playbook;
  /** Answers, standing and arrival: rules may test all of them. */
  readonly facts: Answers;
  readonly leadId: string;
  /** When the prospect asked; the time to answer runs from here. */
  readonly at: Iso;
  /** How warm it is, where the time to answer depends on it. */
  readonly band?: string | null;
  /** With what the phone number begins, where only that tells the country; the reason says so. */
  readonly prefix?: string | undefined;
  /** Tried before the playbook's rules, in order. */
  readonly first?: readonly Claim[];
  /** What reads postal codes. Left out: rules with `postcodes` never hold. */
  readonly further?: Pick<FurtherRouting, 'isIn'>;
  /** Left out, as in browsers: turns go by the lead's id, and nobody is ever full. */
  readonly book?: TurnBook;
}

/**
 * The first claim that holds and names somebody who is there decides; else those who take turns share. Whoever is
 * away or full is passed over, and the reason says so; where nobody is left, the lead goes to whom it would have
 * gone. A rule that names nobody known is passed over. `owner` is null only when nobody is named at all.
 * Undefined when the playbook names nobody and sets no time.
 */
export const route = (request: RouteRequest): Routed | undefined => {
  const { playbook, at, band } = request;
  const { routing } = playbook;
  if (!routing) return undefined;
  const isNamed = Object.keys(routing.owners ?? {}).length > 0;
  const routed = isNamed ? ownerOf(routing, request) : undefined;
  const due = dueAfter(answerWithinOf(routing, band), hoursOf(routing, routed?.owner ?? null), at);
  if (!routed && due === undefined) return undefined;
  return { ...(routed ?? nobody(false)), ...(due === undefined ? {} : { dueAt: due }) };
};

const nobody = (isUnruled: boolean): Routed => ({
  owner: null,
  name: null,
  because: `Nobody is named${isUnruled ? ': no rule matched' : ''}`,
  path: 'routing',
});

const claimsOf = ({ rules }: Routing, first: readonly Claim[] = []): readonly Claim[] => [
  ...first,
  ...placed(rules).map(([i, rule]) => ({ ...rule, path: `routing.rules[${i}]` })),
];

/** The claims that hold for this lead, in order, each with the owners it names as far as they are known. */
export const claimsThatHold = (
  routing: Routing,
  { facts, first, further }: Pick<RouteRequest, 'facts' | 'first' | 'further'>,
): readonly (Claim & { readonly named: readonly string[] })[] =>
  claimsOf(routing, first).flatMap((claim) => {
    const { owner, when, postcodes } = claim;
    const named = known(routing, typeof owner === 'string' ? [owner] : owner);
    const isThere = postcodes === undefined || further?.isIn(facts('postcode'), postcodes) === true;
    return named.length > 0 && isThere && holds(when, facts) === true ? [{ ...claim, named }] : [];
  });

const known = (routing: Routing, names: readonly string[] | undefined): readonly string[] =>
  listOf(names).filter((name) => typeof name === 'string' && ownerNamed(routing, name) !== undefined);

const ownerOf = (routing: Routing, request: RouteRequest): Routed => {
  const { leadId, at, book, facts, prefix } = request;
  const passed = new Set<string>();
  const isFree = (owner: string): boolean => {
    const until = awayUntil(routing, owner, at);
    const full = book?.fullness(owner);
    if (until !== undefined) passed.add(`${nameOf(routing, owner)} is away until ${until}`);
    else if (full) passed.add(`${nameOf(routing, owner)} has ${full}`);
    return until === undefined && !full;
  };
  const byNumber = ({ when }: Pick<Claim, 'when' | 'path'>): readonly string[] =>
    prefix !== undefined && holds(when, (name) => (name === 'country' ? undefined : facts(name))) !== true
      ? [`because the number begins with ${prefix}`]
      : [];
  const choose = (owners: readonly string[], path: string, alone: boolean): string | undefined => {
    if (book?.keeps !== undefined && owners.includes(book.keeps)) return book.keeps;
    const turns: readonly Turn[] = owners.map((owner) => ({
      owner,
      weight: alone ? 1 : Math.max(0, numberOf(ownerNamed(routing, owner)?.weight, 1)),
    }));
    return book ? book.next(path, turns) : takesTurn(leadId, turns);
  };
  const given = (owner: string, claim: Omit<Claim, 'owner'>, notes: readonly string[]): Routed => ({
    owner,
    name: nameOf(routing, owner),
    because: textOf(claim.because) + (notes.length > 0 ? ` (${notes.join('; ')})` : ''),
    path: claim.path,
    ...(claim.territory && { territory: textOf(claim.territory) }),
    ...(claim.account && { account: textOf(claim.account) }),
  });

  const claims = claimsThatHold(routing, request);
  for (const claim of claims) {
    const { named, path } = claim;
    const free = named.filter((owner) => owner === book?.keeps || isFree(owner));
    const owner = choose(free, path, named.length === 1);
    if (owner !== undefined)
      return given(owner, claim, [...byNumber(claim), ...passed, ...uncounted(routing, owner, book)]);
  }
  const rest = { because: 'Takes turns', path: 'routing.takeTurns' };
  const sharing = known(routing, routing.takeTurns);
  const sharer = choose(
    sharing.filter((owner) => owner === book?.keeps || isFree(owner)),
    rest.path,
    false,
  );
  const isUnruled = claims.length === 0 && claimsOf(routing, request.first).length > 0;
  if (sharer !== undefined) {
    const notes = [...(isUnruled ? ['no rule matched'] : []), ...passed];
    return given(sharer, rest, [...notes, ...uncounted(routing, sharer, book)]);
  }
  // Somebody always gets it: better late than never.
  for (const { named, ...claim } of [...claims, { ...rest, named: sharing }]) {
    const owner = choose(named, claim.path, named.length === 1 && claim.path !== rest.path);
    if (owner !== undefined)
      return given(owner, claim, [...byNumber(claim), ...passed, 'nobody else is there']);
  }
  return nobody(isUnruled);
};

/** A browser sees one lead only. */
const uncounted = (routing: Routing, owner: string, book: TurnBook | undefined): readonly string[] => {
  const { perDay, perWeek } = ownerNamed(routing, owner) ?? {};
  return !book && (perDay ?? perWeek) !== undefined ? ['how full the day is was not counted'] : [];
};

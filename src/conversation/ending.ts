/** The last words by verdict, and the next steps that are offered. */
import { holds } from '../flow/conditions.js';
import type { FoldState } from '../flow/state.js';
import type { Routed } from '../lead/lead.js';
import type { Offer } from '../playbook/schema.js';
import type { Verdict } from '../qualification/judgement.js';
import { offerLabel } from '../routing/offer-label.js';
import type { OfferView } from './contract.js';
import { filled, type Setting } from './setting.js';

const SAFE = ['http:', 'https:', 'mailto:', 'tel:'];

/** An address that may stand in a link, made absolute against `base`; undefined for anything else. */
export const safeHref = (url: string | undefined, base: string): string | undefined => {
  if (!url) return undefined;
  try {
    const { protocol, href } = new URL(url, base);
    return SAFE.includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
};

const addressOf = (setting: Setting, offer: Offer): string | undefined => {
  const { phone } = setting.playbook.company;
  if (offer.kind === 'call' && offer.url === undefined) return phone && `tel:${phone.replace(/[^+\d]/g, '')}`;
  return offer.url;
};

/** Kinds that can do without what is fetched for the others, where that could not be had. */
const PLAIN = /^(?:callback|booking|email|link|call)$/;

/** Those of them that need no address. */
const WISHES = /^(?:callback|email)$/;

const own = <T>(record: { readonly [name: string]: T } | undefined, name: string): T | undefined =>
  record && Object.hasOwn(record, name) ? record[name] : undefined;

/**
 * Whether the visitor already said yes or no to this newsletter: to the consent for `newsletter`, or to one that is
 * called like the offer. What was chosen here stays, so that it is seen as chosen.
 */
const isAnswered = ({ consents, chosen }: FoldState, id: string, { kind }: Offer): boolean =>
  kind === 'newsletter' &&
  (consents.has(kind) || consents.has(id)) &&
  !(chosen?.offer === id && !chosen.cancelled);

/**
 * The offers of a verdict's ending, best first. Left out: unknown ones, those whose condition does not hold, a
 * newsletter whose consent was given or refused, and links without an address that is safe to follow.
 */
export const offersFor = (
  setting: Setting,
  fold: FoldState,
  verdict: Verdict,
  routed: Routed | undefined,
): readonly OfferView[] => {
  const { offers, endings } = setting.playbook;
  const facts = setting.factsOf(fold);
  return (endings[verdict].offer ?? []).flatMap((id): OfferView[] => {
    const offer = own(offers, id);
    if (!offer || holds(offer.when, facts) !== true || isAnswered(fold, id, offer)) return [];
    const offering = setting.offering?.();
    const view = offering?.view({ setting, fold, routed, id, offer });
    if (offering) return view ? [view] : [];
    if (!PLAIN.test(offer.kind) || offer.whenOpen || offer.product) return [];
    const href = safeHref(addressOf(setting, offer), setting.base);
    if (href === undefined && !WISHES.test(offer.kind)) return [];
    const label = offerLabel(offer, setting.playbook, routed);
    return [Object.freeze({ id, kind: offer.kind, label, ...(href !== undefined && { href }) })];
  });
};

/** What is said at the end, one text after the other. */
export const wordsFor = (setting: Setting, fold: FoldState, verdict: Verdict): readonly string[] =>
  filled(setting, setting.factsOf(fold), setting.playbook.endings[verdict].say);

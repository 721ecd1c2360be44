/** Checks what next steps need that are more than an address: opening hours, numbers, products, booking services. */
import { bookingToolAt, callLink, whatsAppLink } from '../formats/next-step-links.js';
import type { OfferKind } from '../playbook/kinds.js';
import { didYouMean } from '../playbook/nearest.js';
import { pathTo } from '../playbook/path.js';
import type { Offer, Playbook } from '../playbook/schema.js';
import { spansOf } from '../routing/hours.js';
import { quote, someOf, type Findings } from './findings.js';

/** Settings that only some kinds know. */
const ONLY: { readonly [setting in keyof Offer]?: readonly OfferKind[] } = {
  leadTime: ['callback', 'visit'],
  every: ['callback', 'visit'],
  days: ['callback', 'visit'],
  taken: ['callback', 'visit'],
  place: ['visit'],
  phone: ['call', 'whatsapp'],
  prefill: ['booking'],
  embed: ['booking'],
  service: ['chat'],
};

export const checkNextSteps = (playbook: Playbook, findings: Findings): void => {
  for (const [name, offer] of Object.entries(playbook.offers ?? {})) {
    const path = pathTo('offers', name);
    checkSettings(name, offer, path, findings);
    checkTimes(playbook, name, offer, path, findings);
    checkProducts(playbook, offer, path, findings);
    if (offer.kind === 'whatsapp') checkNumber(playbook, name, offer, path, findings);
    if (offer.kind === 'call' && offer.phone && !callLink(offer.phone))
      findings.error(
        'offer.phone-unreadable',
        pathTo(path, 'phone'),
        `${quote(offer.phone)} cannot be dialled.`,
        'Write the number with digits, for example +44 20 7946 0123.',
      );
    if (offer.kind === 'booking') checkBooking(name, offer, path, findings);
  }
};

const checkSettings = (name: string, offer: Offer, path: string, { warning }: Findings): void => {
  for (const [setting, kinds] of Object.entries(ONLY)) {
    if (offer[setting as keyof Offer] === undefined || kinds.includes(offer.kind)) continue;
    warning(
      'offer.no-effect',
      pathTo(path, setting),
      `${quote(setting)} has no effect on ${quote(name)}, which is of the kind ${quote(offer.kind)}.`,
      `Remove it, or make it one of ${someOf(kinds)}.`,
    );
  }
};

const checkTimes = (
  { routing }: Playbook,
  name: string,
  offer: Offer,
  path: string,
  { error, warning }: Findings,
): void => {
  const spans = spansOf(routing?.hours);
  const isTimed = offer.kind === 'callback' || offer.kind === 'visit';
  const setting = (['leadTime', 'every', 'days', 'taken'] as const).find((each) => offer[each] !== undefined);
  if (spans.length === 0 && ((isTimed && setting) || offer.whenOpen === true)) {
    const what = offer.whenOpen === true ? 'whenOpen' : (setting ?? 'every');
    warning(
      'offer.hours-missing',
      pathTo(path, what),
      `Nobody knows when people are there, so ${
        offer.whenOpen === true ? `${quote(name)} is offered day and night` : `${quote(name)} offers no times`
      }.`,
      'Add "hours" to "routing".',
    );
  }
  const longest = Math.max(...spans.map(({ from, to }) => to - from));
  const minutes = offer.minutes ?? (offer.kind === 'visit' ? 60 : 15);
  if (isTimed && spans.length > 0 && minutes > longest) {
    error(
      'offer.never-fits',
      pathTo(path, 'minutes'),
      `${quote(name)} takes ${minutes} minutes, and you are never open that long.`,
      'Make it shorter, or the opening hours longer.',
    );
  }
  if (offer.taken !== undefined && /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(offer.taken)) {
    error(
      'offer.taken-unusable',
      pathTo(path, 'taken'),
      `${quote(offer.taken)} is no address that can be asked.`,
      'Begin it with https:// or a slash.',
    );
  }
};

const checkProducts = (
  { products = [] }: Playbook,
  offer: Offer,
  path: string,
  { error }: Findings,
): void => {
  const known = new Set(products.map(({ id }) => id));
  const named = offer.product === undefined ? [] : [offer.product].flat();
  named.forEach((id, i) => {
    if (known.has(id)) return;
    const at = pathTo(path, 'product');
    error(
      'offer.unknown-product',
      Array.isArray(offer.product) ? pathTo(at, i) : at,
      `There is no product ${quote(id)}, so nobody gets this offer.`,
      () =>
        didYouMean(id, known, known.size > 0 ? `Products: ${someOf([...known], 10)}.` : 'Add "products".'),
    );
  });
};

const checkNumber = (
  { company }: Playbook,
  name: string,
  offer: Offer,
  path: string,
  { error }: Findings,
): void => {
  const number = offer.phone ?? company.phone;
  const at = offer.phone === undefined ? path : pathTo(path, 'phone');
  if (!number) {
    error(
      'offer.phone-missing',
      path,
      `The offer ${quote(name)} has no number to write to.`,
      'Add "phone" to the offer or to "company".',
    );
  } else if (!number.trim().startsWith('+') || !whatsAppLink(number, '')) {
    error(
      'offer.phone-national',
      at,
      `WhatsApp does not find ${quote(number)} without the code of its country.`,
      'Write it like +44 20 7946 0123.',
    );
  }
};

const checkBooking = (
  name: string,
  { url, prefill, embed }: Offer,
  path: string,
  { warning }: Findings,
): void => {
  const tool = url === undefined ? undefined : bookingToolAt(url);
  if (prefill && !tool) {
    warning(
      'offer.prefill-unknown',
      pathTo(path, 'prefill'),
      `Nothing can be filled in at the address of ${quote(name)}.`,
      'Only addresses at cal.com, calendly.com and meetings.hubspot.com take names; remove "prefill".',
    );
  }
  if (embed && !tool) {
    warning(
      'offer.embed-unknown',
      pathTo(path, 'embed'),
      `The page of ${quote(name)} cannot be shown inside the chat; it opens in a tab of its own.`,
      'Only addresses at cal.com, calendly.com and meetings.hubspot.com can; remove "embed".',
    );
  }
};

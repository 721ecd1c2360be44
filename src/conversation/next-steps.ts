/**
 * Next steps that take more than a button: times at which the owner is there, links with what was said, live chats of the
 * page, files to keep. Fetched where a playbook has such steps; until then they are not offered.
 */
import { plainText } from '../flow/rich-text.js';
import { textOf } from '../flow/lenient.js';
import type { Iso } from '../flow/log.js';
import type { FoldState } from '../flow/state.js';
import {
  bookingLink,
  bookingToolAt,
  callLink,
  whatsAppLink,
  type Booker,
} from '../formats/next-step-links.js';
import { recommend } from '../matching/recommend.js';
import type { LiveChat, TakenSlots } from '../ports/next-steps.js';
import { answerWithinOf } from '../routing/due.js';
import { isOpen, opensAt, type Hours } from '../routing/hours.js';
import { offerLabel } from '../routing/offer-label.js';
import { presenceOf } from '../routing/owners.js';
import { slotsFor, type Slot } from '../routing/slots.js';
import { agreedFiles } from './agreed-files.js';
import type { ChosenSlot, OfferView } from './contract.js';
import { safeHref } from './ending.js';
import type { Offering, OfferRequest } from './offering.js';
import { beganIn, type Setting } from './setting.js';

export interface NextStepsOptions {
  readonly liveChats: readonly LiveChat[];
  readonly takenSlots: TakenSlots;
}

/** Kinds that are nothing but an address. */
const LINKS = /^(?:link|booking|trial|checkout|download|call|whatsapp)$/;
const TIMED = /^(?:callback|visit)$/;
/** Kinds that somebody has to do something about. */
const ASKED = /^(?:callback|visit|quote|email|newsletter)$/;
/** Longest text of a detail, in characters. */
const LONGEST = 500;

/** Steps whose answers say how to reach somebody, which a summary for them need not repeat. */
const CONTACT = /^(?:contact|consent|email|phone)$/;

/** When whoever the lead goes to is there, as far as that is known. */
const hoursIn = (
  { setting, routed }: Pick<OfferRequest, 'setting' | 'routed'>,
  now: Iso,
): Hours | undefined => presenceOf(setting.playbook.routing, routed?.owner, now);

const nowIn = (setting: Setting): Iso => setting.reading?.().at ?? '';

const contactOf = ({ answers }: FoldState): { readonly [field: string]: string } =>
  Object.fromEntries(
    [...answers.values()].flatMap(({ step, value }) => {
      if (typeof value === 'string') return [[step, value]];
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value)
        : [];
    }),
  );

/** What was asked and said, a line each. */
const summaryOf = ({ playbook }: Setting, { path, answers }: FoldState): string =>
  [...new Set(path)]
    .flatMap((id) => answers.get(id) ?? [])
    .filter(({ step, value }) => {
      const asked = playbook.steps.find(({ id }) => id === step);
      return asked !== undefined && value !== null && !CONTACT.test(asked.kind ?? '');
    })
    .map(({ prompt, label }) => `${plainText(prompt)} ${label}`)
    .join('\n');

/** Whether the moment and what fits allow it. Without readable opening hours people always count as there. */
const isDue = ({ setting, fold, offer }: OfferRequest): boolean => {
  const { routing } = setting.playbook;
  const needsPeople = offer.whenOpen ?? (offer.kind === 'call' || offer.kind === 'chat');
  if (needsPeople && !isOpen(routing?.hours, nowIn(setting))) return false;
  if (offer.product === undefined) return true;
  const [best] = recommend(setting.playbook, fold.answers);
  return best !== undefined && best.matched.length > 0 && [offer.product].flat().includes(best.product);
};

const bookerOf = ({ log, answers }: FoldState, contact: ReturnType<typeof contactOf>): Booker => ({
  ...(contact['name'] && { name: contact['name'] }),
  ...(contact['email'] && { email: contact['email'] }),
  ...(answers.size > 0 && { utm: beganIn(log)?.arrival?.utm ?? {} }),
});

/** Where an offer leads, checked; undefined for one that leads nowhere. */
const hrefOf = ({ setting, fold, offer }: OfferRequest): string | undefined => {
  const { company } = setting.playbook;
  const number = textOf(offer.phone ?? company.phone);
  switch (offer.kind) {
    case 'call':
      return offer.url === undefined ? callLink(number) : safeHref(offer.url, setting.base);
    case 'whatsapp':
      return whatsAppLink(number, summaryOf(setting, fold));
    case 'booking': {
      const href = safeHref(offer.url, setting.base);
      return href && offer.prefill ? bookingLink(href, bookerOf(fold, contactOf(fold))) : href;
    }
    default:
      return safeHref(offer.url, setting.base);
  }
};

export const createNextSteps = ({ liveChats, takenSlots }: NextStepsOptions): Offering => {
  /** Gone, by the address that said so; undefined as long as it did not answer. */
  const taken = new Map<string, readonly Slot[] | undefined>();

  const chatFor = (service: string | undefined): LiveChat | undefined =>
    liveChats.find((chat) => (service === undefined || chat.name === service) && chat.isThere());

  const slotsOf = (request: OfferRequest, leadTime?: string): readonly Slot[] => {
    const { setting, offer } = request;
    const { routing } = setting.playbook;
    const from = nowIn(setting);
    const { minutes = offer.kind === 'visit' ? 60 : 15, every = 30, days = 5 } = offer;
    return slotsFor({
      hours: hoursIn(request, from),
      from,
      leadTime: leadTime ?? offer.leadTime ?? (answerWithinOf(routing) || '1 hour'),
      minutes,
      every,
      days,
      taken: taken.get(textOf(offer.taken)) ?? [],
    });
  };

  const asksOf = ({ fold, offer }: OfferRequest): NonNullable<OfferView['asks']> => {
    const { phone, address } = contactOf(fold);
    if (offer.kind === 'callback') return phone ? [] : ['phone'];
    if (offer.kind !== 'visit') return [];
    return offer.place || address ? ['note'] : ['address', 'note'];
  };

  return {
    view(request) {
      const { setting, routed, id, offer } = request;
      if (!isDue(request)) return null;
      const { kind } = offer;
      if (kind === 'chat' && !chatFor(offer.service)) return null;
      const href = hrefOf(request);
      if (href === undefined && LINKS.test(kind)) return null;
      const tool = kind === 'booking' && offer.embed && href ? bookingToolAt(href) : undefined;
      const slots = TIMED.test(kind) ? slotsOf(request) : [];
      const asks = asksOf(request);
      // One moment for both: the clock goes on between two looks at it.
      const now = nowIn(setting);
      const hours = hoursIn(request, now);
      const everybody = setting.playbook.routing?.hours;
      const isThere = isOpen(everybody, now) || isOpen(hours, now);
      return Object.freeze({
        id,
        kind,
        label: offerLabel(offer, setting.playbook, routed),
        ...(href !== undefined && !TIMED.test(kind) && { href }),
        ...(ASKED.test(kind) &&
          href === undefined && { who: offerLabel({ kind, label: '{owner}' }, setting.playbook, routed) }),
        ...(slots.length > 0 && {
          slots,
          zone: textOf(hours?.zone),
          ...(!isThere && { backAt: opensAt(everybody, now) }),
        }),
        ...(asks.length > 0 && { asks }),
        ...(tool && { embed: tool }),
      });
    },

    accepted(request, { slot, details = {} }) {
      const asks = asksOf(request);
      const said = asks.flatMap((name) => {
        const text = textOf(details[name]).trim().slice(0, LONGEST);
        return text ? [[name, text] as const] : [];
      });
      if (slot || Object.keys(details).length > 0) {
        const known = new Set<string>(said.map(([name]) => name));
        if (asks.some((name) => name !== 'note' && !known.has(name))) return null;
      }
      // What was shown a while ago may still be asked for, as long as it lies ahead and is not gone.
      const offered = slot && slotsOf(request, '0 minutes').find(({ start }) => start === slot.start);
      if (slot && (!offered || !isZone(slot.timeZone))) return null;
      const { place } = request.offer;
      const all = [...said, ...(place ? [['place', place] as const] : [])];
      return {
        ...(slot && offered && { slot: { ...offered, timeZone: slot.timeZone } }),
        ...(all.length > 0 && { details: Object.fromEntries(all) }),
      };
    },

    slotOf(_setting, fold, { start, end }): ChosenSlot | undefined {
      const [from, to] = [start, end].map((at) => Date.parse(at ?? ''));
      if (from === undefined || Number.isNaN(from)) return undefined;
      const until = to !== undefined && to > from ? to : from + 30 * 60_000;
      const timeZone = beganIn(fold.log)?.timeZone ?? 'UTC';
      return { start: new Date(from).toISOString(), end: new Date(until).toISOString(), timeZone };
    },

    files: agreedFiles,

    askTaken(setting, { closing }, changed) {
      const { offers = {} } = setting.playbook;
      const from = nowIn(setting);
      const hours = hoursIn({ setting, routed: closing?.routed }, from);
      const to = new Date(Date.parse(from) + HORIZON_MS).toISOString();
      for (const { kind, taken: address } of Object.values(offers)) {
        const url = safeHref(address, setting.base);
        if (!TIMED.test(kind) || !hours || !url?.startsWith('http') || taken.has(textOf(address))) continue;
        taken.set(textOf(address), undefined);
        const owner = closing?.routed?.owner;
        void takenSlots({ url, from, to, ...(owner && { owner }) }).then((gone) => {
          taken.set(textOf(address), gone);
          if (gone.length > 0) changed();
        });
      }
    },

    follow(setting, fold, id) {
      const offer = setting.playbook.offers?.[id];
      if (offer?.kind !== 'chat') return;
      const { name, email } = contactOf(fold);
      chatFor(offer.service)?.open({
        text: summaryOf(setting, fold),
        ...(name && { name }),
        ...(email && { email }),
      });
    },
  };
};

/** As far as slots may lie ahead with the most days that can be offered. */
const HORIZON_MS = 60 * 86_400_000;

/** Known to the platform: one that is not would read as UTC. */
const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

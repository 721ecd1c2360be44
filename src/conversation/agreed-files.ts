/** What a visitor can keep of an agreed next step: the time for their calendar, and who it is with. */
import { textOf } from '../flow/lenient.js';
import { calendarFile } from '../formats/calendar.js';
import { vcard } from '../formats/vcard.js';
import { hashOf } from '../routing/turns.js';
import { offerLabel } from '../routing/offer-label.js';
import type { AgreedFile } from './contract.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';

/** Steps that lead to a talk with somebody. */
const TALKS = /^(?:callback|visit|booking|call)$/;

/** Sixteen hexadecimal digits that stand for the lead and give no right to it. */
const stampOf = (leadId: string): string =>
  ['1', '2'].map((part) => hashOf(`calendar ${part} ${leadId}`).toString(16).padStart(8, '0')).join('');

const nameFor = (text: string, ending: string): string =>
  `${text.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'contact'}.${ending}`;

/** None where nothing was agreed, or it was called off. */
export const agreedFiles = (
  { playbook, base }: Setting,
  { leadId, fold, closing }: Session,
): readonly AgreedFile[] => {
  const { chosen } = fold;
  const offer = chosen && playbook.offers?.[chosen.offer];
  if (!chosen || !offer || chosen.cancelled || !TALKS.test(offer.kind)) return [];
  const { company } = playbook;
  const owner = textOf(closing?.routed?.name);
  const phone = textOf(company.phone);
  const email = textOf(company.email);
  const { details = {}, slot } = chosen;
  const place = details['place'] ?? details['address'];
  const event =
    slot &&
    calendarFile({
      ...slot,
      uid: `${stampOf(leadId)}@${playbook.id}`,
      sequence: chosen.n,
      madeAt: fold.log.find(({ n }) => n === chosen.n)?.at ?? '',
      summary: `${company.name}: ${offerLabel(offer, playbook, closing?.routed)}`,
      description: [owner, company.name, phone, email].filter(Boolean).join('\n'),
      ...(place && { location: place }),
      status: chosen.booked ? 'confirmed' : 'tentative',
    });
  const card =
    phone || email
      ? vcard({
          name: owner,
          company: company.name,
          ...(phone && { phone }),
          ...(email && { email }),
          ...(originOf(base) && { url: originOf(base) }),
        })
      : undefined;
  return [
    ...(event ? [{ kind: 'calendar', name: nameFor(company.name, 'ics'), text: event } as const] : []),
    ...(card ? [{ kind: 'card', name: nameFor(owner || company.name, 'vcf'), text: card } as const] : []),
  ];
};

const originOf = (base: string): string => {
  try {
    const { protocol, origin } = new URL(base);
    return protocol === 'https:' ? `${origin}/` : '';
  } catch {
    return '';
  }
};

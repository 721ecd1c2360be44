/** Checks the next steps that endings offer. */
import { didYouMean } from '../playbook/nearest.js';
import { pathTo } from '../playbook/path.js';
import type { Playbook } from '../playbook/schema.js';
import { quote, someOf, type Findings } from './findings.js';

/** Any scheme but those that a button may open. */
const UNSAFE = /^(?!https?:|mailto:|tel:)[a-z][a-z\d+.-]*:/i;

export const checkOffers = ({ offers = {}, endings, company }: Playbook, { error, info }: Findings): void => {
  const names = new Set(Object.keys(offers));
  const used = new Set<string>();
  for (const [verdict, ending] of Object.entries(endings)) {
    ending.offer?.forEach((name, i) => {
      used.add(name);
      if (names.has(name)) return;
      const known =
        names.size > 0 ? `Offers: ${someOf([...names], 10)}.` : 'Add "offers" and describe it there.';
      error(
        'ending.unknown-offer',
        `endings.${verdict}.offer[${i}]`,
        `There is no offer ${quote(name)}.`,
        () => didYouMean(name, names, known),
      );
    });
  }
  for (const [name, offer] of Object.entries(offers)) {
    const path = pathTo('offers', name);
    if (/^(?:booking|link|trial|checkout|download)$/.test(offer.kind) && !offer.url) {
      error(
        'offer.url-missing',
        pathTo(path, 'url'),
        `The offer ${quote(name)} leads nowhere.`,
        'Add "url" with the address to open.',
      );
    }
    if (offer.kind === 'call' && !offer.url && !offer.phone && !company.phone) {
      error(
        'offer.phone-missing',
        path,
        `The offer ${quote(name)} has no number to call.`,
        'Add "phone" to "company" or to the offer.',
      );
    }
    if (offer.url !== undefined && UNSAFE.test(offer.url)) {
      error(
        'offer.url-unsafe',
        pathTo(path, 'url'),
        `${quote(offer.url)} is not an address that a button may open, so the offer is left out.`,
        'Begin it with https://, mailto:, tel: or a slash.',
      );
    }
    if (!used.has(name)) {
      info(
        'offer.unused',
        path,
        `No ending offers ${quote(name)}.`,
        'Name it in "offer" of an ending, or remove it.',
      );
    }
  }
};

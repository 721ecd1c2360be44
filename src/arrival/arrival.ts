/** How a visitor came: read from addresses only, nothing is looked up and nothing is stored. */
import type { Arrival } from '../flow/log.js';

export interface Addresses {
  /** The page on which the conversation begins. */
  readonly url: string;
  /** The first page of the visit, as long as it is known; else the same. */
  readonly landing: string;
  /** The page that linked here; empty when there was none. */
  readonly referrer: string;
  /** The browser says that its user wants no tracking (Global Privacy Control). */
  readonly gpc?: boolean;
}

const CLICK_IDS = [
  'gclid',
  'gbraid',
  'wbraid',
  'dclid',
  'msclkid',
  'fbclid',
  'ttclid',
  'li_fat_id',
  'twclid',
];
const PAID = /^(?:cpc|ppc|cpm|cpv|cpa|display|banner|retargeting|paid)$|^paid[-_ ]?[a-z]+$/i;
const MAILED = /^(?:e-?mail|newsletter)$/i;
const MET = /^(?:booth|event)$/i;
const SEARCH =
  /^(?:www\.|m\.)?(?:[a-z]{2}\.)?(?:search\.)?(?:google|bing|yahoo|duckduckgo|ecosia|startpage|qwant|brave|kagi|baidu|yandex|naver|seznam|sogou|ask|aol)\.[a-z]{2,3}(?:\.[a-z]{2})?$/;
/** Longer values are cut: no campaign needs them, and they would crowd out the lead. */
const MAX_VALUE = 500;
const MAX_ADDRESS = 2000;
const MAX_PARAMETERS = 30;

/**
 * How this visitor came. Campaign parameters and click ids are taken from the landing page, completed by
 * those of the present one, with their case kept; addresses keep of their query only `utm_*`, the referrer
 * keeps none. Addresses that are not http(s), or no addresses, count as empty. Kind: a click id or a paid
 * medium is an ad, then newsletter and booth by medium, then search and referral by referrer; campaign
 * parameters that say nothing more are a referral; else direct. With `gpc`, click ids and the referrer, which tell
 * people apart and where else they were, are not looked at. Never throws.
 * Source for the click ids: the documentation of the advertising networks, November 2026.
 */
export const arrivalFrom = ({ url, landing, referrer, gpc = false }: Addresses): Arrival => {
  const page = addressFrom(url);
  const first = addressFrom(landing) ?? page;
  const from = gpc ? undefined : addressFrom(referrer);
  const parameters = [first, page].flatMap((address) => (address ? [...address.searchParams] : []));
  const utm = gathered(parameters.flatMap(([name, value]) => (isUtm(name) ? [[name.slice(4), value]] : [])));
  const clickIds = gathered(parameters.filter(([name]) => !gpc && CLICK_IDS.includes(name)));
  return {
    kind: kindOf(utm, clickIds, from, page ?? first),
    landing: first ? cleaned(first) : '',
    page: page ? cleaned(page) : '',
    referrer: from ? cut(from.origin + from.pathname, MAX_ADDRESS) : '',
    utm,
    clickIds,
    ...(gpc && { gpc }),
  };
};

const isUtm = (name: string): boolean => /^utm_[a-z]\w{0,30}$/.test(name);

const cut = (text: string, length: number): string => {
  const short = text.slice(0, length);
  return short.length < text.length ? short.replace(/[\ud800-\udbff]$/, '') : short;
};

const addressFrom = (text: string): URL | undefined => {
  try {
    const address = new URL(text);
    return /^https?:$/.test(address.protocol) ? address : undefined;
  } catch {
    return undefined;
  }
};

/** The first value of each name wins; empty values say nothing. */
const gathered = (pairs: readonly (readonly string[])[]): { readonly [name: string]: string } => {
  const values = new Map<string, string>();
  for (const [name = '', value = ''] of pairs) {
    if (value !== '' && !values.has(name) && values.size < MAX_PARAMETERS) {
      values.set(name, cut(value, MAX_VALUE));
    }
  }
  return Object.fromEntries(values);
};

const cleaned = (address: URL): string => {
  const campaign = [...address.searchParams].filter(([name]) => isUtm(name)).slice(0, MAX_PARAMETERS);
  const query = new URLSearchParams(campaign).toString();
  return cut(address.origin + address.pathname + (query && `?${query}`), MAX_ADDRESS);
};

const kindOf = (
  utm: Arrival['utm'],
  clickIds: Arrival['clickIds'],
  from: URL | undefined,
  page: URL | undefined,
): Arrival['kind'] => {
  const medium = utm.medium ?? '';
  if (Object.keys(clickIds).length > 0 || PAID.test(medium)) return 'ad';
  if (MAILED.test(medium)) return 'newsletter';
  if (MET.test(medium)) return 'booth';
  if (from && SEARCH.test(from.hostname)) return 'search';
  if (from && !(page && sameSite(from.hostname, page.hostname))) return 'referral';
  return Object.keys(utm).length > 0 ? 'referral' : 'direct';
};

/** Whether one host is the other or a part of it; "www." makes no difference. */
const sameSite = (a: string, b: string): boolean => {
  const [one, two] = [a, b].map((host) => host.replace(/^www\./, ''));
  return one === two || `${one}`.endsWith(`.${two}`) || `${two}`.endsWith(`.${one}`);
};

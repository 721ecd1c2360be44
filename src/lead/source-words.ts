/** How a prospect came, in words. */
import type { Arrival } from '../flow/log.js';
import { joined, oneLine, quoted } from './one-line.js';

const NETWORKS: ReadonlyMap<string, string> = new Map([
  ['gclid', 'Google Ads'],
  ['gbraid', 'Google Ads'],
  ['wbraid', 'Google Ads'],
  ['dclid', 'Google Ads'],
  ['msclkid', 'Microsoft Ads'],
  ['fbclid', 'Facebook'],
  ['ttclid', 'TikTok'],
  ['li_fat_id', 'LinkedIn'],
  ['twclid', 'X'],
]);

/** For example `Google Ads, campaign haccp-uk, keyword "freezer alarm" · landed /haccp, wrote from /pricing`. */
export const sourceWords = ({ kind, utm, clickIds, referrer, landing, page, gpc }: Arrival): string => {
  const network = Object.keys(clickIds)
    .map((name) => NETWORKS.get(name))
    .find((name) => name !== undefined);
  const source = oneLine(utm.source ?? '', 60);
  const from = hostOf(referrer) || source;
  const how = {
    ad: network ?? joined(['Ad', source && `(${source})`], ' '),
    newsletter: joined(['Newsletter', source && `(${source})`], ' '),
    booth: joined(['Booth', source && `(${source})`], ' '),
    search: joined(['Search', from && `on ${from}`], ' '),
    referral: joined(['Link', from && `from ${from}`], ' '),
    returning: 'Came back',
    direct: gpc ? 'Unknown, because their browser asks not to be tracked' : 'Came directly',
  }[kind];
  const campaign = utm.campaign && `campaign ${oneLine(utm.campaign, 60)}`;
  const keyword = utm.term && `keyword ${quoted(utm.term, 60)}`;
  const [first, last] = [pathOf(landing), pathOf(page)];
  const landed = first !== last && first ? `landed ${first}` : '';
  return joined([
    joined([how, campaign, keyword], ', '),
    joined([landed, last && `wrote from ${last}`], ', '),
  ]);
};

const addressOf = (text: string): URL | undefined => {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
};
const hostOf = (text: string): string => oneLine(addressOf(text)?.hostname.replace(/^www\./, '') ?? '', 60);
const pathOf = (text: string): string => oneLine(addressOf(text)?.pathname ?? '', 60);

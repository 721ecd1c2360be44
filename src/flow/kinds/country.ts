/** A country: its name in the visitor's language, in English or in its own, or its two letters. */
import { type Parse, refused } from './answer-kind.js';
import { folded } from './clean-text.js';

/** ISO 3166-1 alpha-2. Source: ISO 3166 Maintenance Agency, officially assigned codes (2024). */
export const COUNTRIES: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO ' +
  'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
  'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
  'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW ' +
  'PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM ' +
  'TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

const CODES: ReadonlySet<string> = new Set(COUNTRIES);

/** Names that `Intl` does not have. */
const ALSO: ReadonlyMap<string, string> = new Map([
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['northern ireland', 'GB'],
  ['usa', 'US'],
  ['united states of america', 'US'],
  ['uae', 'AE'],
  ['emirates', 'AE'],
  ['holland', 'NL'],
  ['czech republic', 'CZ'],
  ['turkey', 'TR'],
  ['ivory coast', 'CI'],
  ['burma', 'MM'],
  ['macedonia', 'MK'],
  ['swaziland', 'SZ'],
]);

/** Accents, points, "the" and the Arabic article make no other country. */
const plain = (name: string): string =>
  folded(name)
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .replace(/&/g, 'and')
    .replace(/[^\p{L}]+/gu, ' ')
    .replace(/^(?:the |die |der )/, '')
    .trim();

/** The name of a country in a language; its code where there is none. */
export const countryName = (code: string, locale: string): string => {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
};

const known = new Map<string, ReadonlyMap<string, string>>();

/** Code by name, for one language; `own`: every country in its own. */
function namesIn(locale: string): ReadonlyMap<string, string> {
  const before = known.get(locale);
  if (before) return before;
  const nameOf = (code: string): string => {
    if (locale !== 'own') return countryName(code, locale);
    return countryName(code, new Intl.Locale(`und-${code}`).maximize().language);
  };
  const names = new Map(COUNTRIES.map((code) => [plain(nameOf(code)), code]));
  known.set(locale, names);
  return names;
}

/** The country that a text names, or `undefined`. */
export function countryIn(text: string, locale: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (CODES.has(code)) return code;
  const name = plain(text.slice(0, 100));
  if (name === '') return undefined;
  return (
    ALSO.get(name.replaceAll(' ', '')) ??
    ALSO.get(name) ??
    namesIn(locale).get(name) ??
    namesIn('en').get(name) ??
    namesIn('own').get(name)
  );
}

export const parseCountry: Parse = (raw, { locale }) => {
  if (raw.trim() === '') return refused('country.empty');
  const value = countryIn(raw, locale);
  return value ? { ok: true, value, label: countryName(value, locale) } : refused('country.unknown');
};

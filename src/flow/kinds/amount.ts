/** A number that is an amount of money, with or without its currency: "€ 1.500", "1500 euros", "EUR 1,500". */
import { textOf } from '../lenient.js';
import { type Parse, refused } from './answer-kind.js';
import { parseNumber } from './number.js';

/** What else a currency is called; a sign or a word may stand for several. Codes stand for themselves. */
const CALLED: readonly (readonly [name: RegExp, currencies: readonly string[]])[] = [
  [/€|(?<!\p{L})euros?(?!\p{L})|يورو/iu, ['EUR']],
  [/£|(?<!\p{L})(?:pounds?|pfund|quid)(?!\p{L})|جنيه(?:ات)?/iu, ['GBP', 'EGP', 'SDG']],
  [
    /\$|(?<!\p{L})(?:dollars?|bucks)(?!\p{L})|دولار(?:ات)?/iu,
    ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'],
  ],
  [/¥|￥|(?<!\p{L})(?:yen|yuan)(?!\p{L})/iu, ['JPY', 'CNY']],
  [/(?<!\p{L})(?:fr\.?|sfr\.?|francs?|franken)(?!\p{L})/iu, ['CHF', 'XOF', 'XAF']],
  [/₹|(?<!\p{L})rupees?(?!\p{L})/iu, ['INR', 'PKR', 'LKR', 'NPR']],
  [/(?<!\p{L})(?:z[łl]oty(?:ch)?|z[łl])(?!\p{L})/iu, ['PLN']],
  [/(?<!\p{L})(?:kr\.?|kronor|kroner|kronen)(?!\p{L})/iu, ['SEK', 'NOK', 'DKK', 'ISK']],
  [/درهم|(?<!\p{L})dirhams?(?!\p{L})/iu, ['AED', 'MAD']],
  [/ريال|(?<!\p{L})riyals?(?!\p{L})/iu, ['SAR', 'QAR', 'OMR']],
];
/** "1500,-" and "1500.–" are whole amounts. */
const WHOLE = /[.,]\s?[-–—]{1,2}(?!\d)/;

/** As a language writes an amount: "€1,500", "1.500,50 €". */
export const moneyLabel = (value: number, currency: string, locale: string): string => {
  try {
    const digits = Number.isInteger(value) ? { minimumFractionDigits: 0 } : {};
    return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits }).format(value);
  } catch {
    return `${value} ${currency}`;
  }
};

/** A number; where its step names a currency, an amount of that and of no other. */
export const parseAmount: Parse = (raw, asked) => {
  const currency = textOf(asked.step.currency);
  if (currency === '' || raw.length > 100) return parseNumber(raw, asked);
  let rest = raw.replace(WHOLE, ' ');
  const other = () => refused('number.other-currency', { currency });
  for (const [name, currencies] of CALLED) {
    if (!name.test(rest)) continue;
    if (!currencies.includes(currency)) return other();
    rest = rest.replace(name, ' ');
  }
  for (const [code] of rest.matchAll(/(?<!\p{L})[A-Z]{3}(?!\p{L})/gu)) {
    if (code !== currency && Intl.supportedValuesOf('currency').includes(code)) return other();
  }
  rest = rest.replace(new RegExp(`(?<!\\p{L})${currency}(?!\\p{L})`, 'iu'), ' ');
  const read = parseNumber(rest.trim(), asked);
  return read.ok && typeof read.value === 'number'
    ? { ...read, label: moneyLabel(read.value, currency, asked.locale) }
    : read;
};

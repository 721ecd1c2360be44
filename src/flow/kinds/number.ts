/** One number, as people write it: "12", "about 12", "1,200", "1.200,50", "12k", "١٢", "12 sites". */
import { numberOf } from '../lenient.js';
import { type Parse, refused } from './answer-kind.js';
import { withPlainDigits } from './digits.js';

const TOKEN = /\d+(?:[.,'’\s]\d+)*/g;
/** What may stand before a number without changing it. */
const BEFORE =
  /^(?:(?:about|around|approx(?:imately)?|roughly|circa|ca|etwa|ungefähr|rund|zirka|حوالي|تقريبا|نحو|eur|usd|gbp|chf)(?![\p{L}\p{M}])\.?|[~≈±\s])*[-−]?\s*$/u;
/** What may stand after it: thousands or millions, then a unit of up to three words. */
const AFTER =
  /^(?:\s*(?:(k|thousand|tausend|tsd|ألف|آلاف)|(mio|mn|million(?:s|en)?|مليون))(?![\p{L}\p{M}])\.?)?[+%]?((?:(?:\s+|(?=\/))[\p{L}\p{M}'’/-]{2,}){0,3})[.!?]?$/u;
/** Words that multiply by something we do not read: better asked again than taken a hundredfold too small. */
const OTHER_MAGNITUDE =
  /\b(?:dozens?|dutzend|hundreds?|hundert|billions?|milliarden?|mrd|lakhs?|crores?|bn)\b/;
/** From one number to another. */
const RANGE = /\d\p{L}*\s*(?:[-–—]|to|and|or|bis|und|oder|إلى|الى|أو|و)\s*\d/u;
const LONGEST_RAW = 100;

/** One number within the step's bounds. */
export const parseNumber: Parse = (raw, { step, locale }) => {
  const value = raw.length > LONGEST_RAW ? NaN : amountIn(raw, locale);
  if (value === 'ambiguous') return refused('number.ambiguous');
  if (typeof value === 'object') return refused('number.range', value);
  if (Number.isNaN(value)) return refused('number.not-a-number');
  const min = numberOf(step.min, -Number.MAX_SAFE_INTEGER);
  const max = numberOf(step.max, Number.MAX_SAFE_INTEGER);
  if (value < min) return refused('number.too-small', { min });
  if (value > max) return refused('number.too-large', { max });
  return { ok: true, value };
};

/** The two ends of a range, as they were written. */
type Range = { readonly low: string; readonly high: string };

function amountIn(raw: string, locale: string): number | 'ambiguous' | Range {
  const decimal = decimalMark(locale);
  const text = withPlainDigits(raw)
    .toLowerCase()
    .replace(/٫/g, decimal)
    .replace(/٬/g, "'")
    .replace(/،/g, ',')
    .replace(/[\p{Cf}\p{Sc}]/gu, '')
    .trim();
  const [token, another, third] = text.match(TOKEN) ?? [];
  if (token === undefined) return NaN;
  if (another !== undefined && third === undefined && RANGE.test(text)) return { low: token, high: another };
  const [before = '', after = ''] = another === undefined ? text.split(token) : ['?'];
  if (!BEFORE.test(before)) return 'ambiguous';
  const [known, thousands, millions, unit = ''] = AFTER.exec(after) ?? [];
  if (known === undefined || OTHER_MAGNITUDE.test(unit)) return NaN;
  const amount = amountOf(token, decimal);
  const factor = (/[-−]\s*$/.test(before) ? -1 : 1) * (thousands ? 1e3 : millions ? 1e6 : 1);
  // Fifteen digits: 2.3 million is 2300000, not 2299999.9999999995; adding 0 makes no -0.
  return amount === 'ambiguous' ? amount : Number((amount * factor).toPrecision(15)) + 0;
}

const WITH_POINT = /^(?:\d+|[1-9]\d{0,2}([,\s'’])\d{3}(?:\1\d{3})*)(?:\.\d+)?$/;
const WITH_COMMA = /^(?:\d+|[1-9]\d{0,2}([.\s'’])\d{3}(?:\1\d{3})*)(?:,\d+)?$/;

/**
 * One written number. What can be read in one way only is read so in any language. Where both are possible
 * the language decides, but "1.200" where the point is the decimal mark is asked again, because a
 * thousandfold error is worse than a question.
 */
function amountOf(token: string, decimal: string): number | 'ambiguous' {
  const point = WITH_POINT.test(token) ? Number(token.replace(/[^\d.]/g, '')) : NaN;
  const comma = WITH_COMMA.test(token) ? Number(token.replace(/[^\d,]/g, '').replace(',', '.')) : NaN;
  if (Number.isNaN(point) && Number.isNaN(comma)) return /\s/.test(token) ? 'ambiguous' : NaN;
  if (point === comma || Number.isNaN(comma)) return point;
  if (Number.isNaN(point)) return comma;
  const usual = decimal === ',' ? comma : point;
  return usual === Math.max(point, comma) ? usual : 'ambiguous';
}

function decimalMark(locale: string): string {
  try {
    const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(0.5);
    return parts.some((part) => part.type === 'decimal' && part.value === ',') ? ',' : '.';
  } catch {
    return '.';
  }
}

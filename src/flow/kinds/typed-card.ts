/**
 * A contact card in free text: "Jo from Acme, jo@acme.com". Only what is sure is read; what is left out is asked
 * for by the card.
 */
import type { Step } from '../../playbook/schema.js';
import { cleanText, folded } from './clean-text.js';
import { fieldsOf } from './contact-fields.js';
import { COUNTRIES, countryIn } from './country.js';
import { withPlainDigits } from './digits.js';
import { isEmailAddress } from './email-address.js';
import { parsePhone } from './phone.js';
import { parseUrl } from './url.js';

/** Longer texts are letters, not cards. */
const LONGEST = 500;

/** "Firma: Acme" says itself what it is. */
const LABELS: readonly (readonly [field: string, label: RegExp])[] = [
  ['name', /^(?:my |mein )?(?:full )?(?:name|الاسم|اسمي)\s*[:：]\s*/iu],
  ['company', /^(?:company|firma|unternehmen|الشركة|شركة)\s*[:：]\s*/iu],
  ['role', /^(?:role|title|position|job|funktion|rolle|الوظيفة|المنصب)\s*[:：]\s*/iu],
  ['country', /^(?:country|land|البلد|الدولة)\s*[:：]\s*/iu],
];
const PHONE_LABEL =
  /(?<!\p{L})(?:phone|tel(?:ephone|efon)?|mobile?|handy|cell|fon|call me (?:at|on)|هاتف|الهاتف|جوال|رقم)\s*[.:：]*\s*$/iu;
const EMAIL_LABEL = /(?<!\p{L})(?:e-?mail|mail|البريد(?: الإلكتروني)?|بريدي|إيميل)\s*[:：]*\s*$/iu;
const PHONE = /(?<![\p{L}\p{Nd}])[+＋]?[(]?\p{Nd}[\p{Nd}\s()./‑–-]{5,}\p{Nd}(?!\p{L})/u;

/** What people say before their name. */
const HELLO =
  /^(?:(?:hi|hello|hey|hallo|guten tag|moin|مرحبا|السلام عليكم)[\s!,.]*)?(?:(?:i['’ ]?a?m|my name is|this is|it['’]s|ich bin|mein name ist|ich heiße|hier ist|أنا|انا|اسمي)\s+)?/iu;
const FROM = /\s+(?:from|at|bei|von der firma|(?:من|في) شركة|من)\s+|\s+@\s*/iu;
/** A company says so by its form. Source: the usual legal forms of companies in Europe, America and the Arab world. */
const COMPANY =
  /(?<!\p{L})(?:gmbh(?: & co\.? kg)?|ag|kg|ohg|ug|se|e\. ?k\.?|e\. ?v\.?|ltd\.?|limited|llc|llp|plc|inc\.?|corp\.?|group|holding|b\.?v\.?|n\.?v\.?|s\.?a\.?r?\.?l?\.?|s\.?p\.?a\.?|s\.?r\.?l\.?|oy|ab|a\/s|aps|pty|شركة|مؤسسة|مجموعة)(?!\p{L})/iu;
const ROLE =
  /(?<!\p{L})(?:ceo|cto|cfo|coo|cmo|cio|head|manager|director|founder|co-founder|owner|buyer|engineer|vp|president|partner|consultant|leiter(?:in)?|geschäftsführer(?:in)?|inhaber(?:in)?|gründer(?:in)?|einkäufer(?:in)?|vorstand|مدير[ةه]?|مؤسس[ةه]?|مهندس[ةه]?|رئيس[ةه]?)(?!\p{L})/iu;
/** First words of requests; nobody is called that. */
const NO_NAME =
  /^(?:please|call|mail|e-?mail|write|contact|reach|thanks|thank|my|our|the|phone|tel|mobile|number|only|you|send|yes|no|ok|bitte|danke|rufen|ruf|schreiben|meine?|unsere?|nur|ja|nein|من فضلك|شكرا|اتصل|اتصلوا)(?!\p{L})/iu;

type Card = Map<string, string>;

/** The fields of the step's card that a text says; `undefined` when it holds no way to answer. */
export function cardIn(
  typed: string,
  step: Step,
  locale: string,
): { readonly [field: string]: string } | undefined {
  const text = cleanText(typed.replace(/\p{Cf}/gu, ''));
  if (text.length > LONGEST || /[?؟？]\s*$/.test(text)) return undefined;
  const card: Card = new Map();
  const rest = takeOut(text, card);
  if (rest === undefined || card.size === 0) return undefined;
  const pieces = rest
    .split(/[,;\n،؛|·]| [-–—] /)
    .map((piece) => piece.replace(/^(?:and|und|or|oder|و)\s+(?=\S)|[\s.!]+$/giu, '').trim())
    .filter((piece) => piece !== '');
  pieces.forEach((piece, i) => read(piece, i === 0, card, locale));
  const fields = fieldsOf(step).map(({ name }) => name);
  const known = fields.flatMap((name): [string, string][] => {
    const value = card.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return known.some(([name]) => name === 'email' || name === 'phone') ? Object.fromEntries(known) : undefined;
}

/** Takes e-mail address, website and phone number out; `undefined` where there are two of one. */
function takeOut(text: string, card: Card): string | undefined {
  let rest = text;
  const take = (field: string, found: string, value: string, label?: RegExp): boolean => {
    if (card.has(field)) return false;
    card.set(field, value);
    const at = rest.indexOf(found);
    const before = rest.slice(0, at);
    rest = `${label ? before.replace(label, '') : before},${rest.slice(at + found.length)}`;
    return true;
  };
  for (const word of text.split(/[\s,;،؛|<>()]+/)) {
    const address = word.replace(/^(?:mailto:|e-?mail:)|[.:!]+$/gi, '');
    if (isEmailAddress(address) && /\.[a-z]/i.test(address.split('@')[1] ?? '')) {
      if (!take('email', word, address, EMAIL_LABEL)) return undefined;
    } else if (/^(?:https?:\/\/|www\.)/i.test(word) && parseUrl(word, ASKED).ok) {
      if (!take('website', word, word.replace(/[.!]+$/, ''))) return undefined;
    }
  }
  for (let found = PHONE.exec(rest)?.[0]; found !== undefined; found = PHONE.exec(rest)?.[0]) {
    const digits = withPlainDigits(found).replace(/\D/g, '').length;
    if (digits < 7 || !parsePhone(found, ASKED).ok || !take('phone', found, found.trim(), PHONE_LABEL))
      return undefined;
  }
  return rest.replace(/[<>]/g, ' ');
}

const ASKED = { step: { id: 'card' }, options: [], locale: 'en' };

/** What one piece says, where it is sure. */
function read(piece: string, isFirst: boolean, card: Card, locale: string): void {
  const put = (field: string, value: string): void => {
    if (value !== '' && !card.has(field)) card.set(field, value);
  };
  for (const [field, label] of LABELS) {
    if (label.test(piece)) return put(field, piece.replace(label, ''));
  }
  const introduced = piece.replace(HELLO, '');
  const [name = '', from, ...more] = introduced.split(FROM);
  if (from !== undefined && more.length === 0 && isFirst) {
    if (isName(name)) put('name', name);
    if (isCountry(from, locale)) put('country', from);
    else if (from.split(/\s+/).length <= 5) put('company', from);
    return;
  }
  if (COMPANY.test(introduced)) return put('company', introduced);
  if (isCountry(introduced, locale)) return put('country', introduced);
  if (ROLE.test(introduced)) return put('role', introduced);
  if (isFirst && isName(introduced) && (introduced !== piece || /^[\p{Lu}\p{Lo}]/u.test(introduced)))
    return put('name', introduced);
  // A word that is the domain of the address as well is the company's name.
  const domain = card.get('email')?.split('@')[1]?.split('.').slice(0, -1).join('') ?? '';
  const plain = folded(introduced).replace(/[^\p{L}\p{Nd}]/gu, '');
  if (plain.length > 2 && domain.replace(/-/g, '') === plain) put('company', introduced);
}

/** One to four words of letters. */
const isName = (text: string): boolean =>
  /^\p{L}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){0,3}$/u.test(text) && !NO_NAME.test(text);

/** Two letters may be anything. */
const isCountry = (text: string, locale: string): boolean =>
  !COUNTRIES.includes(text.toUpperCase()) && countryIn(text, locale) !== undefined;

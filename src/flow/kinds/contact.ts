import { isRecord, textOf } from '../lenient.js';
import { type Asked, type Parse, type Read, type Refusal, refused } from './answer-kind.js';
import { fieldsOf } from './contact-fields.js';
import { parseEmail } from './email.js';
import { parsePhone } from './phone.js';
import { parseText } from './text.js';

/** Visible characters a field may have. */
const LONGEST_FIELD = 200;
/** A card longer than this is nothing a person filled in. */
const LONGEST_CARD = 100_000;

/** A contact card, given as a JSON object of texts. */
export const parseContact: Parse = (raw, asked) =>
  parseCard(raw, asked, (name) =>
    name === 'email' ? parseEmail : name === 'phone' ? parsePhone : parseText,
  );

/**
 * A card of any fields. Fields the step does not name are dropped, empty optional ones left out. A refusal
 * names the first wrong field and the code of each.
 */
export function parseCard(raw: string, { step, locale }: Asked, parserOf: (field: string) => Parse): Read {
  const given = cardIn(raw);
  if (!given) return refused('contact.unreadable');
  const fields = fieldsOf(step);
  const values: [string, string][] = [];
  const wrong = new Map<string, Refusal>();
  // A field is asked like a step of its own, without the card's bounds.
  const asked: Asked = { step: { id: step.id, max: LONGEST_FIELD }, options: [], locale };
  for (const { name, optional } of fields) {
    const typed = Object.hasOwn(given, name) ? textOf(given[name]) : '';
    const parsed = typed.trim() === '' ? refused('contact.missing') : parserOf(name)(typed, asked);
    if (parsed.ok) values.push([name, String(parsed.value)]);
    else if (parsed.code !== 'contact.missing' || !optional) wrong.set(name, parsed);
  }
  if (values.length === 0 && wrong.size === 0) wrong.set(fields[0]?.name ?? '', refused('contact.missing'));
  const [problem] = wrong;
  if (!problem) return { ok: true, value: Object.fromEntries(values) };
  const [field, refusal] = problem;
  const codes = Object.fromEntries([...wrong].map(([name, { code }]) => [name, code]));
  return { ...refusal, field, fields: codes };
}

function cardIn(raw: string): { readonly [field: string]: unknown } | undefined {
  if (raw.length > LONGEST_CARD) return undefined;
  try {
    const card: unknown = JSON.parse(raw);
    return isRecord(card) ? card : undefined;
  } catch {
    return undefined;
  }
}

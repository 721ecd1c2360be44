/** Reads leads from a table, to try the rules for owners on: a row a lead, a column an answer. */
import { readPhone } from '../adapters/phone-numbers.js';
import type { TriedLead } from '../authoring/rehearse-routing.js';
import { factsFrom } from '../flow/facts.js';
import { fieldsOf } from '../flow/kinds/contact-fields.js';
import { FURTHER } from '../flow/kinds/further.js';
import { kindOf, parseAnswer } from '../flow/kinds/index.js';
import type { Iso, Value } from '../flow/log.js';
import { optionsOf } from '../flow/options.js';
import type { Answer } from '../flow/state.js';
import { stepsOf } from '../lead/answers.js';
import { contactFrom } from '../lead/contact.js';
import { withE164 } from '../lead/phone.js';
import { CONTACT_FIELDS } from '../playbook/kinds.js';
import type { Playbook, Step } from '../playbook/schema.js';
import { rowsIn, type Row } from './read-table.js';

export interface LeadsRead {
  readonly leads: readonly TriedLead[];
  /** Columns that say nothing here. */
  readonly unknown: readonly string[];
  /** Cells that answer nothing. */
  readonly unread: readonly { readonly line: number; readonly column: string; readonly text: string }[];
}

/** Names that are known of a lead besides its answers. */
const ALSO = ['language', 'product', 'postcode', 'arrival', 'campaign', 'returning', 'verdict', 'score'];
/** When it was sent. */
const AT = 'at';

/** Null where it is no table. */
export const readLeads = (text: string, playbook: Playbook, now: Iso): LeadsRead | null => {
  const table = rowsIn(text);
  if (!table || table.columns.length === 0) return null;
  const steps = stepsOf(playbook);
  const unread: { line: number; column: string; text: string }[] = [];
  const leads = table.rows.map((row, i) =>
    leadFrom(row, i + 2, playbook, steps, now, (column, cell) =>
      unread.push({ line: i + 2, column, text: cell }),
    ),
  );
  const unknown = table.columns.filter(
    (name) => name !== AT && !ALSO.includes(name) && !isContact(name) && !isAnswer(name, steps),
  );
  return { leads, unknown, unread };
};

const isContact = (name: string): boolean => (CONTACT_FIELDS as readonly string[]).includes(name);

const isAnswer = (name: string, steps: ReadonlyMap<string, Step>): boolean => {
  const [id = '', field] = name.split('.');
  const step = steps.get(id);
  if (!step) return false;
  const isCard = kindOf(step) === 'contact' || kindOf(step) === 'address';
  return field === undefined ? !isCard : isCard && fieldsOf(step).some((each) => each.name === field);
};

const leadFrom = (
  row: Row,
  line: number,
  playbook: Playbook,
  steps: ReadonlyMap<string, Step>,
  now: Iso,
  cannotRead: (column: string, cell: string) => void,
): TriedLead => {
  const answers = new Map<string, Answer>();
  const contact = new Map<string, string>();
  const also = new Map<string, Value>();
  const cards = new Map<string, Record<string, string>>();
  let at: Iso | undefined;
  const put = (step: string, value: Value, raw: string) =>
    answers.set(step, {
      n: answers.size + 1,
      step,
      value,
      raw,
      label: raw,
      prompt: '',
      source: 'visitor',
      asOf: now,
      corrected: false,
    });
  for (const [column, cell] of row) {
    if (cell === '') continue;
    const [id = '', field] = column.split('.');
    const step = steps.get(id);
    if (step && field !== undefined && isAnswer(column, steps))
      cards.set(id, { ...cards.get(id), [field]: cell });
    else if (step && isAnswer(column, steps)) {
      const options = optionsOf(step, factsFrom(answers));
      const several = kindOf(step) === 'choices' ? cell.replace(/\s*;\s*/g, '\n') : cell;
      const parsed = parseAnswer(step, several, options, playbook.language, { ...FURTHER, at: now });
      if (parsed.ok) put(id, parsed.value, cell);
      else cannotRead(column, cell);
    } else if (isContact(column)) contact.set(column, cell);
    else if (column === AT && Number.isFinite(Date.parse(cell))) at = new Date(cell).toISOString();
    else if (column === AT) cannotRead(column, cell);
    else if (ALSO.includes(column)) also.set(column, column === 'returning' ? cell === 'yes' : cell);
  }
  for (const [id, card] of cards) put(id, card, '');
  // Whoever names a column "email" means the one of the contact card.
  const card = [...steps.values()].find((step) => kindOf(step) === 'contact');
  if (card && contact.size > 0) put(card.id, { ...Object.fromEntries(contact), ...cards.get(card.id) }, '');
  const said = contactFrom(steps, [...answers.values()]);
  const who = withE164({ ...Object.fromEntries(contact), ...said }, [playbook.language], readPhone);
  return { line, answers, contact: who, also, at };
};

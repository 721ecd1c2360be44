/** Makes the `delivery` of a playbook from a form that a company has already. */
import type { DeliverySettings } from '../playbook/schema.js';
import { recognise, type Recognised } from './form-services.js';
import type { PageField, PageMarkup } from './page-form.js';

export interface Connected {
  /** For a sentence: "HubSpot", "this form". */
  readonly service: string;
  /** What belongs into the playbook under "delivery". */
  readonly delivery: DeliverySettings;
  /** What a lead says, and the field that takes it. */
  readonly filled: readonly { readonly said: string; readonly field: string }[];
  /** Of the usual things that a lead says, those that no field takes. All of it but ids is in `brief`, too. */
  readonly unplaced: readonly string[];
  /** Fields that must be filled and that nothing fills. */
  readonly missing: readonly string[];
  /** Fields that must be filled, with what may be unknown unless the contact card insists on it. */
  readonly insisted: readonly { readonly said: string; readonly field: string }[];
  /** What an owner should know, each one sentence or two. */
  readonly notes: readonly string[];
}

interface Meaning {
  readonly said: string;
  readonly type?: string;
  readonly names: RegExp;
}

/** By type where HTML says it, else by name or label, in this order. English and German, as forms are written. */
const MEANINGS: readonly Meaning[] = [
  { said: 'email', type: 'email', names: /^(?:your[ _-]?|work[ _-]?)?e-?mail/i },
  { said: 'phone', type: 'tel', names: /phone|telefon|mobile|^tel$/i },
  { said: 'website', type: 'url', names: /website|web ?site|homepage|^url$/i },
  { said: 'firstName', names: /first[ _-]?name|fname|given[ _-]?name|vorname/i },
  { said: 'lastName', names: /last[ _-]?name|lname|surname|family[ _-]?name|nachname/i },
  { said: 'company', names: /company|organi[sz]ation|firma|unternehmen/i },
  { said: 'role', names: /job[ _-]?title|^title$|designation|position|^role$/i },
  { said: 'country', names: /^country(?:[ _]?code)?$|^land$/i },
  { said: 'subject', names: /subject|betreff/i },
  { said: 'name', names: /^(?:your[ _-]?|full[ _-]?)?name$|^ihr name$/i },
  {
    said: 'brief',
    type: 'textarea',
    names: /message|nachricht|comment|description|enquiry|inquiry|details/i,
  },
];

/** What every lead says. */
const ALWAYS = new Set(['brief', 'subject']);
/** What is worth a field of its own. */
const WORTH = ['name', 'email', 'phone', 'company', 'brief'];
const CAPTCHA = /captcha|cf-turnstile/i;
/** Made anew for every visitor, so it cannot stand in a playbook. */
const TOKEN = /csrf|nonce|^_token$|requestverificationtoken|viewstate/i;
/** Nothing that people write in. */
const NO_TEXT = new Set([
  'hidden',
  'submit',
  'button',
  'reset',
  'image',
  'file',
  'checkbox',
  'radio',
  'password',
]);

/** What `delivery` would be for a form; undefined where there is no form that people could write to. Never throws. */
export const connectForm = (markup: PageMarkup): Connected | undefined => {
  const known = recognise(markup);
  if (!known) return undefined;
  const { service, delivery, form, usual, isStrict } = known;
  const fields = form?.fields ?? [];
  const filled = placed(fields, usual);
  const takes = new Map(filled.map(({ said, field }) => [said, field]));
  const mapped = Object.fromEntries(filled.filter(({ said, field }) => usual[said] !== field).map(toPair));
  // A field that the form does not have would cost the lead.
  const leftOut = isStrict && form ? Object.keys(usual).filter((said) => !takes.has(said)) : [];
  const map = { ...mapped, ...Object.fromEntries(leftOut.map((said) => [said, ''])) };
  const alsoRequired = namedByZoho(markup);
  const required = fields.filter(
    ({ name, required: must }) => (must || alsoRequired.has(name)) && !CAPTCHA.test(name),
  );
  const byField = new Map(filled.map((one) => [one.field, one]));
  const hidden = Object.fromEntries(
    Object.entries(delivery.hidden ?? {}).filter(([name]) => !TOKEN.test(name)),
  );
  const { hidden: _, ...others } = delivery;
  return {
    service,
    delivery: {
      ...others,
      ...(Object.keys(map).length > 0 ? { fields: map } : {}),
      ...(Object.keys(hidden).length > 0 ? { hidden } : {}),
    },
    filled,
    unplaced: form ? WORTH.filter((said) => !isSaid(said, takes)) : [],
    missing: required.filter(({ name, type }) => !byField.has(name) && type !== 'hidden').map(calledOf),
    insisted: required.flatMap(({ name }) => {
      const one = byField.get(name);
      return one && !ALWAYS.has(one.said) ? [one] : [];
    }),
    notes: notesOn(known, markup),
  };
};

/** Zoho's forms name what must be filled in their script, in a variable that is really spelt so. */
const namedByZoho = ({ scripts }: PageMarkup): ReadonlySet<string> => {
  const list = scripts
    .map((script) => /mndFileds\s*=\s*new Array\(([^)]*)\)/.exec(script)?.[1])
    .find(Boolean);
  return new Set([...(list ?? '').matchAll(/'([^']*)'/g)].map(([, name = '']) => name));
};

const toPair = ({ said, field }: { readonly said: string; readonly field: string }) => [said, field] as const;

const isSaid = (said: string, takes: ReadonlyMap<string, string>): boolean =>
  takes.has(said) || (said === 'name' && takes.has('lastName'));

/** Each field takes one thing, each thing goes to one field; names that the service is known by come first. */
const placed = (
  fields: readonly PageField[],
  usual: Recognised['usual'],
): readonly { readonly said: string; readonly field: string }[] => {
  const open = new Map(
    fields
      .filter(({ type, name }) => !NO_TEXT.has(type) && !CAPTCHA.test(name))
      .map((field) => [field.name, field]),
  );
  const found = new Map<string, string>();
  const take = (said: string, field: PageField | undefined): void => {
    if (!field || found.has(said)) return;
    found.set(said, field.name);
    open.delete(field.name);
  };
  for (const [said, name] of Object.entries(usual)) take(said, open.get(name));
  for (const { said, type, names } of MEANINGS) {
    const all = [...open.values()].filter((field) => field.type !== 'select');
    take(said, all.find((field) => names.test(field.name)) ?? all.find((field) => names.test(field.label)));
    take(said, type === undefined ? undefined : all.find((field) => field.type === type));
  }
  return [...found].map(([said, field]) => ({ said, field }));
};

const calledOf = ({ name, label }: PageField): string =>
  label && label !== name ? `${name} (${label})` : name;

const notesOn = ({ service, form, delivery }: Recognised, { scripts }: PageMarkup): readonly string[] => {
  const notes: string[] = [];
  if (!form) {
    notes.push(
      'The HTML does not show the fields of this form. It has to have email, firstname, lastname and message; put other names into "fields", and an empty name for what it lacks.',
    );
  }
  if (form?.fields.some(({ name }) => CAPTCHA.test(name)) || scripts.some((script) => CAPTCHA.test(script))) {
    notes.push(
      'This form asks for a captcha, which a chat cannot solve, so it would refuse every lead. Make a second form without one for the chat.',
    );
  }
  if (form?.fields.some(({ name }) => TOKEN.test(name))) {
    notes.push(
      'This form has a hidden field that changes with every visit. Whether it takes leads without it only a test lead can tell.',
    );
  }
  if (service === 'this form') {
    notes.push(
      'This is no form of a service that Warmlead knows. Its address gets the fields as if somebody had filled it in, and other things that a lead says with them; "n8n" stands there because that destination does so. Any answer of success counts as received, so look whether a test lead arrives.',
    );
    if (!delivery.url) {
      notes.push('The form does not say where it is sent. Put the address into "url".');
    }
  }
  return notes;
};

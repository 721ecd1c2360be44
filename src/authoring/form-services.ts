/** Knows whose form it is that somebody pasted, and what its address and hidden fields say. */
import type { DeliverySettings } from '../playbook/schema.js';
import type { PageForm, PageMarkup } from './page-form.js';

export interface Recognised {
  /** For a sentence: "HubSpot". */
  readonly service: string;
  /** Without `fields`. */
  readonly delivery: DeliverySettings;
  /** Undefined where the HTML does not show the fields. */
  readonly form?: PageForm;
  /** What the destination fills without being told, and the names it uses for that. */
  readonly usual: { readonly [said: string]: string };
  /** It refuses everything when a field comes that it does not have. */
  readonly isStrict?: true;
}

const CRM = {
  firstName: 'first_name',
  lastName: 'last_name',
  email: 'email',
  phone: 'phone',
  company: 'company',
};
const USUAL = {
  mail: {
    name: 'name',
    email: 'email',
    phone: 'phone',
    company: 'company',
    brief: 'message',
    subject: 'subject',
  },
  hubspot: { email: 'email', firstName: 'firstname', lastName: 'lastname', brief: 'message' },
  salesforce: { ...CRM, role: 'title', website: 'URL', brief: 'description' },
  zoho: {
    firstName: 'First Name',
    lastName: 'Last Name',
    email: 'Email',
    phone: 'Phone',
    company: 'Company',
    role: 'Designation',
    website: 'Website',
    brief: 'Description',
  },
  contactForm7: { name: 'your-name', email: 'your-email', subject: 'your-subject', brief: 'your-message' },
};

/** Where the form says what only it knows: which address to show afterwards is of no use to a chat. */
const OF_THE_PAGE = /^(retURL|returnURL|redirect|_next|_redirect|debug|debugEmail|zc_gad|hs_context)$/i;

/** Zoho hides these with a style. */
const ZOHO_TOKENS = ['xnQsjsdp', 'xmIwtLD'];

const hiddenOf = (form: PageForm, without: readonly string[]): Pick<DeliverySettings, 'hidden'> => {
  const kept = form.fields.filter(
    ({ name, type, value }) =>
      (type === 'hidden' || ZOHO_TOKENS.includes(name)) &&
      value !== '' &&
      !without.includes(name) &&
      !OF_THE_PAGE.test(name),
  );
  return kept.length > 0 ? { hidden: Object.fromEntries(kept.map(({ name, value }) => [name, value])) } : {};
};

const valueOf = (form: PageForm, name: string): string | undefined =>
  form.fields.find((field) => field.name === name)?.value.trim() || undefined;

const GUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i;

const hubspot = (account: string, id: string, region: string | undefined, form?: PageForm): Recognised => {
  // Data of accounts outside of the first region are taken at an address of their own.
  const url = `https://api-${region}.hsforms.com/submissions/v3/integration/submit/${account}/${id}`;
  const elsewhere = region !== undefined && /^[a-z]{2}\d$/.test(region) && region !== 'na1';
  return {
    service: 'HubSpot',
    delivery: { to: 'hubspot-form', account, form: id, ...(elsewhere ? { url } : {}) },
    ...(form ? { form } : {}),
    usual: USUAL.hubspot,
    isStrict: true,
  };
};

/** An embed has no form yet: a call in a script, or an element with attributes. */
const embedded = ({ scripts, frames }: PageMarkup): Recognised | undefined => {
  for (const frame of frames) {
    const [account, id] = [frame['data-portal-id'], GUID.exec(frame['data-form-id'] ?? '')?.[0]];
    if (account && /^\d+$/.test(account) && id) return hubspot(account, id, frame['data-region']);
  }
  for (const script of scripts) {
    if (!script.includes('hbspt')) continue;
    const said = (name: string) => new RegExp(`["']?${name}["']?\\s*:\\s*["']?([\\w-]+)`).exec(script)?.[1];
    const [account, id] = [said('portalId'), said('formId')];
    if (account && id && GUID.test(id)) return hubspot(account, id, said('region'));
  }
  return undefined;
};

const ofForm = (form: PageForm): Recognised | undefined => {
  const { action } = form;
  const url = action === '' ? {} : { url: action };
  const [, account, id] =
    /hsforms\.com\/submissions\/v3\/public\/.*\/(\d+)\/([\da-f-]{36})/i.exec(action) ?? [];
  if (account && id) {
    const region = /forms-([a-z]{2}\d)\.hsforms/.exec(action)?.[1];
    return hubspot(account, id, region, form);
  }
  const oid = valueOf(form, 'oid');
  if (oid && oid.startsWith('00D')) {
    const isUsual = /^https:\/\/(webto|www)\.salesforce\.com\//.test(action) || action === '';
    return {
      service: 'Salesforce',
      delivery: {
        to: 'salesforce-web-to-lead',
        account: oid,
        ...(isUsual ? {} : url),
        ...hiddenOf(form, ['oid']),
      },
      form,
      usual: USUAL.salesforce,
    };
  }
  if (ZOHO_TOKENS.every((token) => valueOf(form, token))) {
    const isUsual = action.startsWith('https://crm.zoho.com/') || action === '';
    return {
      service: 'Zoho',
      delivery: { to: 'zoho-web-to-lead', ...(isUsual ? {} : url), ...hiddenOf(form, ['actionType']) },
      form,
      usual: USUAL.zoho,
    };
  }
  const contactForm = valueOf(form, '_wpcf7');
  if (contactForm && /^\d+$/.test(contactForm)) {
    const site = URL.canParse(action) ? { url: `${new URL(action).origin}/` } : {};
    return {
      service: 'Contact Form 7',
      delivery: { to: 'contact-form-7', form: Number(contactForm), ...site },
      form: { ...form, fields: form.fields.filter(({ name }) => !name.startsWith('_wpcf7')) },
      usual: USUAL.contactForm7,
    };
  }
  const formspree = /^https:\/\/formspree\.io\/f\/(\w+)/.exec(action)?.[1];
  if (formspree) {
    const delivery = { to: 'formspree', form: formspree, ...hiddenOf(form, []) };
    return { service: 'Formspree', delivery, form, usual: { ...USUAL.mail, subject: '_subject' } };
  }
  const key = valueOf(form, 'access_key');
  if (key && action.includes('web3forms')) {
    const delivery = { to: 'web3forms', key, ...hiddenOf(form, ['access_key']) };
    return { service: 'Web3Forms', delivery, form, usual: USUAL.mail };
  }
  return undefined;
};

/** The best guess: a vendor's form or embed; else the form that asks for most; undefined where there is none. */
export const recognise = (markup: PageMarkup): Recognised | undefined => {
  for (const form of markup.forms) {
    const known = ofForm(form);
    if (known) return known;
  }
  const embed = embedded(markup);
  if (embed) return embed;
  const [form] = markup.forms
    .filter(({ fields }) =>
      fields.some(({ type }) => type === 'email' || type === 'tel' || type === 'textarea'),
    )
    .toSorted((a, b) => b.fields.length - a.fields.length);
  if (!form) return undefined;
  return {
    service: 'this form',
    // What takes a form's fields at any address, and only once.
    delivery: { to: 'n8n', url: form.action, ...hiddenOf(form, []) },
    form,
    usual: {},
  };
};

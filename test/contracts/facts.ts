/**
 * What the services document, kept apart from how leads are mapped to them: one row a fact, with where and when it
 * was read. `sure` says how: in the vendor's own words, in the vendor's own code, in public uses of it, or only from
 * memory (then it is to be looked up before anybody relies on it).
 */
export interface Fact {
  readonly field: string;
  readonly required?: true;
  /** UTF-16 units, a line break as it arrives. */
  readonly most?: number;
  readonly looks?: RegExp;
  readonly source: string;
  readonly date: string;
  readonly sure: 'documented' | 'code' | 'observed' | 'remembered';
}

/** What the whole request has to be. */
export interface RequestFacts {
  readonly address: RegExp;
  readonly types: readonly string[];
  /** Whether fields are taken that no row names. */
  readonly takesMore: boolean;
  readonly mostBytes?: number;
  readonly source: string;
  readonly date: string;
}

export interface Contract {
  readonly request: RequestFacts;
  readonly fields: readonly Fact[];
}

const date = '2026-11-23';
const ADDRESS = /^[^\s@]+@[^\s@]+$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

const WEB3FORMS = 'https://docs.web3forms.com/getting-started/api-reference';
const FORMSPREE = 'https://help.formspree.io (form validation, AJAX), github.com/formspree/formspree README';
const CF7 = 'github.com/rocklobster-in/contact-form-7: includes/rest-api.php';
const CF7_FORM =
  'github.com/rocklobster-in/contact-form-7: includes/contact-form-template.php, modules/text.php';
const HUBSPOT = 'https://legacydocs.hubspot.com/docs/methods/forms/submit_form';
const HUBSPOT_TEXT =
  'https://knowledge.hubspot.com/properties/property-field-types-in-hubspot: 65,536 by the CRM, no limit by a form';
const SALESFORCE =
  'https://help.salesforce.com: Web-to-Lead; sizes: Object Reference, Lead (sales-domain.md 5.4, 5.5)';
// The vendor's own table of this object is longer than what could be read of it.
const SALESFORCE_COPY =
  'github.com/api-evangelist/salesforce-sales-cloud: salesforce-sales-cloud-lead-schema.json';
const ZOHO = 'https://help.zoho.com: Standard fields in Leads; sales-domain.md 5.7 (ten public sites)';
const ZOHO_TEXT =
  'https://www.zoho.com/developer/help/build-vertical-crm/customization/custom-fields.html: a large text area has ' +
  '32,000; that Description is one is seen in public uses, not written there';
const ZAPIER = 'https://docs.zapier.com/platform/build/operating-constraints';
const MAKE = 'https://help.make.com/webhooks';
const N8N = 'https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook';
const SHEET = 'src/formats/presets/google-sheet.gs; cells: Google Sheets limits, 50,000 characters';

const documented = { date, sure: 'documented' } as const;
const hook = {
  types: ['application/x-www-form-urlencoded', 'application/json', 'text/plain'],
  takesMore: true,
};

export const CONTRACTS: Readonly<Record<string, Contract>> = {
  web3forms: {
    request: {
      address: /^https:\/\/api\.web3forms\.com\/submit$/,
      types: ['application/json', 'multipart/form-data', 'application/x-www-form-urlencoded'],
      takesMore: true,
      source: WEB3FORMS,
      date,
    },
    fields: [
      { field: 'access_key', required: true, looks: UUID, source: WEB3FORMS, ...documented },
      // Documented as the address to reply to; what becomes of one that is none is not.
      { field: 'email', source: WEB3FORMS, ...documented },
    ],
  },
  formspree: {
    request: {
      address: /^https:\/\/formspree\.io\/f\/\w+$/,
      types: ['application/json', 'multipart/form-data', 'application/x-www-form-urlencoded'],
      takesMore: true,
      source: FORMSPREE,
      date,
    },
    fields: [{ field: 'email', looks: ADDRESS, source: FORMSPREE, ...documented }],
  },
  'contact-form-7': {
    request: {
      address: /\/wp-json\/contact-form-7\/v1\/contact-forms\/\d+\/feedback$/,
      types: ['multipart/form-data'],
      takesMore: true,
      source: CF7,
      date,
    },
    fields: [
      {
        field: '_wpcf7_unit_tag',
        required: true,
        looks: /^wpcf7-f\d+(-p\d+)?-o\d+$/,
        source: CF7,
        date,
        sure: 'code',
      },
      { field: 'your-name', required: true, most: 400, source: CF7_FORM, date, sure: 'code' },
      {
        field: 'your-email',
        required: true,
        most: 400,
        looks: ADDRESS,
        source: CF7_FORM,
        date,
        sure: 'code',
      },
      { field: 'your-subject', required: true, most: 400, source: CF7_FORM, date, sure: 'code' },
      { field: 'your-message', most: 2000, source: `${CF7_FORM}, modules/textarea.php`, date, sure: 'code' },
    ],
  },
  zapier: {
    request: {
      ...hook,
      address: /^https:\/\/hooks\.zapier\.com\/hooks\/catch\/\d+\/\w+\/?$/,
      // A preflight is not answered (sales-domain.md 5.10).
      types: ['application/x-www-form-urlencoded', 'text/plain'],
      mostBytes: 10_000_000,
      source: ZAPIER,
      date,
    },
    fields: [],
  },
  make: {
    request: {
      ...hook,
      address: /^https:\/\/hook\.[\w.]+\/\w+$/,
      mostBytes: 5_000_000,
      source: MAKE,
      date,
    },
    fields: [],
  },
  n8n: {
    request: { ...hook, address: /\/webhook\/.+/, mostBytes: 16_000_000, source: N8N, date },
    fields: [],
  },
  'hubspot-form': {
    request: {
      address:
        /^https:\/\/api\.hsforms\.com\/submissions\/v3\/integration\/submit\/\d+\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
      types: ['application/json'],
      // FIELD_NOT_IN_FORM_DEFINITION
      takesMore: false,
      source: HUBSPOT,
      date,
    },
    fields: [
      { field: 'email', required: true, looks: ADDRESS, source: HUBSPOT, ...documented },
      { field: 'firstname', source: HUBSPOT, ...documented },
      { field: 'lastname', source: HUBSPOT, ...documented },
      { field: 'message', most: 65_536, source: HUBSPOT_TEXT, ...documented },
    ],
  },
  'salesforce-web-to-lead': {
    request: {
      address: /^https:\/\/(webto|test)\.salesforce\.com\/servlet\/servlet\.WebToLead\?encoding=UTF-8$/,
      types: ['application/x-www-form-urlencoded'],
      takesMore: true,
      source: SALESFORCE,
      date,
    },
    fields: [
      { field: 'oid', required: true, looks: /^00D\w{12}(\w{3})?$/, source: SALESFORCE, ...documented },
      { field: 'last_name', required: true, most: 80, source: SALESFORCE, ...documented },
      { field: 'company', required: true, most: 255, source: SALESFORCE, ...documented },
      { field: 'first_name', most: 40, source: SALESFORCE, ...documented },
      { field: 'email', most: 80, source: SALESFORCE, ...documented },
      { field: 'phone', most: 40, source: SALESFORCE, ...documented },
      { field: 'title', most: 128, source: SALESFORCE_COPY, date, sure: 'observed' },
      { field: 'URL', most: 255, source: SALESFORCE_COPY, date, sure: 'observed' },
      { field: 'description', most: 32_000, source: SALESFORCE, ...documented },
    ],
  },
  'zoho-web-to-lead': {
    request: {
      address: /^https:\/\/crm\.zoho\.(com|eu|in|com\.au|jp)\/crm\/WebToLeadForm$/,
      types: ['application/x-www-form-urlencoded', 'multipart/form-data'],
      takesMore: true,
      source: ZOHO,
      date,
    },
    fields: [
      { field: 'xnQsjsdp', required: true, source: ZOHO, date, sure: 'observed' },
      { field: 'xmIwtLD', required: true, source: ZOHO, date, sure: 'observed' },
      { field: 'actionType', required: true, looks: /^TGVhZHM=$/, source: ZOHO, date, sure: 'observed' },
      { field: 'Last Name', required: true, most: 80, source: ZOHO, ...documented },
      { field: 'Company', required: true, most: 100, source: ZOHO, ...documented },
      { field: 'First Name', most: 40, source: ZOHO, ...documented },
      { field: 'Email', most: 100, source: ZOHO, ...documented },
      { field: 'Phone', most: 30, source: ZOHO, ...documented },
      { field: 'Designation', most: 100, source: ZOHO, ...documented },
      { field: 'Website', most: 120, source: ZOHO, ...documented },
      { field: 'Description', most: 32_000, source: ZOHO_TEXT, date, sure: 'observed' },
    ],
  },
  'google-sheet': {
    request: {
      address: /^https:\/\/script\.google\.com\/macros\/s\/[\w-]+\/exec$/,
      // The script cannot answer a preflight.
      types: ['text/plain'],
      takesMore: true,
      source: SHEET,
      date,
    },
    fields: [
      { field: 'key', required: true, looks: /^[\da-f]{32}\.\d+$/, source: SHEET, ...documented },
      { field: 'id', required: true, looks: /^[\da-f]{32}$/, source: SHEET, ...documented },
      { field: 'revision', required: true, looks: /^\d+$/, source: SHEET, ...documented },
      { field: 'Brief', most: 50_000, source: SHEET, ...documented },
    ],
  },
};

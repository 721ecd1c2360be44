/** Stands for a service: takes what its contract takes, refuses the rest, and answers in the way of the vendor. */
import { CONTRACTS, type Contract } from './facts.js';
import { fieldsOf, typeOf, type Pairs, type Request } from './request-fields.js';

export interface VendorAnswer {
  readonly status: number;
  readonly body: string;
  /** What the vendor keeps to itself: whether there is a record now. */
  readonly recorded: boolean;
}

type Refusal = 'address' | 'type' | 'size' | 'field' | 'unknown-field';

const refusalOf = async (
  { request, fields: facts }: Contract,
  sent: Request,
): Promise<Refusal | undefined> => {
  if (!request.address.test(sent.url)) return 'address';
  if (!request.types.includes(typeOf(sent))) return 'type';
  if (new TextEncoder().encode(sent.body).length > (request.mostBytes ?? Infinity)) return 'size';
  const pairs: Pairs = await fieldsOf(sent);
  const known = new Set(facts.map(({ field }) => field));
  if (!request.takesMore && pairs.some(([name]) => !known.has(name) && name !== 'submittedAt'))
    return 'unknown-field';
  for (const { field, required, most = Infinity, looks } of facts) {
    const values = pairs.filter(([name]) => name === field).map(([, value]) => value);
    if (required && !values.some((value) => value !== '')) return 'field';
    if (values.some((value) => value.length > most || (value !== '' && looks && !looks.test(value))))
      return 'field';
  }
  return undefined;
};

interface Manner {
  readonly yes: readonly [status: number, body: unknown];
  readonly no: (why: Refusal) => readonly [status: number, body: unknown];
}

const byStatus = (why: Refusal): number =>
  ({ address: 404, type: 415, size: 413, field: 400, 'unknown-field': 400 })[why];
/** What is written down about these answers stands in the comments of the presets and in sales-domain.md part 5. */
const MANNERS: Readonly<Record<string, Manner>> = {
  web3forms: {
    yes: [200, { success: true, message: 'Email sent successfully!' }],
    no: (why) => [why === 'field' ? 200 : byStatus(why), { success: false, message: 'Invalid' }],
  },
  formspree: {
    yes: [200, { ok: true, next: '/thanks' }],
    no: (why) => [
      why === 'field' ? 422 : byStatus(why),
      { error: 'Validation errors', errors: [{ code: 'TYPE_EMAIL' }] },
    ],
  },
  'contact-form-7': {
    yes: [200, { status: 'mail_sent', message: 'Thank you for your message. It has been sent.' }],
    no: (why) =>
      why === 'field'
        ? [200, { status: 'validation_failed', invalid_fields: [] }]
        : [byStatus(why), { code: 'wpcf7' }],
  },
  zapier: {
    yes: [200, { status: 'success', attempt: '1', id: '1', request_id: '1' }],
    no: (why) => [byStatus(why), ''],
  },
  make: { yes: [200, 'Accepted'], no: (why) => [byStatus(why), 'Not accepted'] },
  n8n: { yes: [200, { message: 'Workflow was started' }], no: (why) => [byStatus(why), { code: 404 }] },
  'hubspot-form': {
    yes: [200, { inlineMessage: 'Thanks for submitting the form.' }],
    no: (why) => [byStatus(why), { status: 'error', errors: [{ errorType: 'INVALID_EMAIL' }] }],
  },
  // Both answer a page, whatever becomes of the lead.
  'salesforce-web-to-lead': { yes: [200, '<html>'], no: () => [200, '<html>'] },
  'zoho-web-to-lead': { yes: [200, '<html>'], no: () => [200, '<html>'] },
  'google-sheet': { yes: [200, null], no: () => [200, { error: 'This is no lead.' }] },
};

/** What the vendor makes of a request. */
export const answerOf = async (vendor: string, sent: Request): Promise<VendorAnswer> => {
  const contract = CONTRACTS[vendor];
  const manner = MANNERS[vendor];
  if (!contract || !manner) throw new Error(`Nobody knows ${vendor}`);
  const why = await refusalOf(contract, sent);
  const [status, said] = why ? manner.no(why) : manner.yes;
  const body = vendor === 'google-sheet' && !why ? { key: sent.key } : said;
  return { status, body: typeof body === 'string' ? body : JSON.stringify(body), recorded: !why };
};

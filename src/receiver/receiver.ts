/**
 * The receiving end of the outbox: takes leads in, each exactly once, however often they are sent. It only
 * takes; there is nothing to read here. Anything that passes `conformance.ts` may stand in for it.
 */
import type { Lead } from '../lead/lead.js';
import type { Arrived, Judging, Receipt, Receiver, ReceiverOptions } from './contract.js';
import { checkKey, keyInHeader, withKey } from './delivery-key.js';
import { allowedOrigin, corsHeaders, preflight } from './origin.js';
import { checkMediaType, fingerprintOf, readBody } from './read-body.js';
import { readJson } from './read-json.js';
import { Refusal } from './refusal.js';
import { tombstoneOf } from './tombstone.js';

const DEFAULT_MAX_BYTES = 65_536;
/** Seconds after which a sender may ask again when it was our own fault. */
const RETRY_SECONDS = 5;

/**
 * Makes a receiver. It answers POST and OPTIONS on whatever path it is mounted:
 *
 * - 201 with `{key, id, revision, status: 'stored'}`; 200 with status `older` or `withdrawn`; with `judging`
 *   when a judge is there. The same bytes under the same key get the same answer again.
 * - 400, 403, 405, 413, 415, 422 with `{code, message}` (422 `lead.invalid` also with `errors`) for what will
 *   not do as it is; `key.reused` (422) for other bytes under a known key.
 * - 429 and 503 with `Retry-After` for what should be sent again.
 */
export const createReceiver = (options: ReceiverOptions): Receiver => {
  const report = (error: unknown): void => {
    try {
      options.onProblem?.(error);
    } catch {
      // Whoever listens for problems cannot be told about its own.
    }
  };
  return async (request) => {
    let origin: string | null = null;
    const answer = (status: number, body: object, headers: { readonly [name: string]: string } = {}) =>
      new Response(JSON.stringify(body), {
        status,
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
          Date: new Date(options.clock.nowMs()).toUTCString(),
          ...corsHeaders(origin),
          ...headers,
        },
      });
    try {
      if (request.method !== 'POST' && request.method !== 'OPTIONS') {
        throw new Refusal(
          405,
          'method.not-allowed',
          'Leads are sent here with POST; there is nothing to read.',
          {
            headers: { Allow: 'POST, OPTIONS' },
          },
        );
      }
      origin = allowedOrigin(request, options.origins);
      if (request.method === 'OPTIONS') return preflight(origin);
      const receipt = await receive(request, options, report);
      return answer(receipt.result === 'stored' ? 201 : 200, answerTo(receipt));
    } catch (error) {
      if (error instanceof Refusal) {
        const { code, message, errors } = error;
        return answer(error.status, { code, message, ...(errors ? { errors } : {}) }, error.headers);
      }
      report(error);
      return answer(
        503,
        { code: 'receiver.unavailable', message: 'The lead could not be stored just now. Send it again.' },
        { 'Retry-After': String(RETRY_SECONDS) },
      );
    }
  };
};

/** A receipt always makes the same answer, so a repeat needs nothing else kept. */
const answerTo = ({ key, lead, revision, result, judging }: Receipt) => ({
  key,
  id: lead,
  revision,
  status: result,
  ...(judging ? { judging } : {}),
});

const receive = async (
  request: Request,
  options: ReceiverOptions,
  report: (error: unknown) => void,
): Promise<Receipt> => {
  checkMediaType(request.headers.get('content-type'));
  const bytes = await readBody(request, options.maxBytes ?? DEFAULT_MAX_BYTES);
  const lead = readLead(bytes, request, options.validate);
  const fingerprint = await fingerprintOf(bytes);

  if (options.limit) {
    const known = await options.store.find(lead.key);
    if (known) return sameBytes(known, fingerprint);
    checkLimit(options.limit(request, lead));
  }

  const withdrawn = lead.phase === 'withdrawn';
  const judging = withdrawn ? undefined : judged(lead, options, report);
  const arrived: Arrived = {
    key: lead.key,
    lead: lead.id,
    revision: lead.revision,
    fingerprint,
    receivedAt: new Date(options.clock.nowMs()).toISOString(),
    content: withdrawn ? tombstoneOf(lead) : lead,
    ...(judging ? { judging } : {}),
  };
  const { receipt, fresh } = await options.store.accept(arrived);
  if (fresh) announce(receipt, options, report);
  return sameBytes(receipt, fingerprint);
};

const readLead = (bytes: Uint8Array, request: Request, validate: ReceiverOptions['validate']): Lead => {
  const header = keyInHeader(request.headers.get('idempotency-key'));
  const document = withKey(readJson(bytes), header);
  const errors = validate(document);
  if (errors.length > 0) {
    throw new Refusal(422, 'lead.invalid', 'This is not a lead as the published schema describes it.', {
      errors,
    });
  }
  // The schema that `validate` stands for and the type describe the same document.
  const lead = document as Lead;
  checkKey(lead, header);
  return lead;
};

const checkLimit = (waitSeconds: number | null): void => {
  if (waitSeconds === null) return;
  throw new Refusal(429, 'rate.limited', 'Too many leads at once. Send this one again later.', {
    headers: { 'Retry-After': String(Math.max(1, Math.ceil(waitSeconds))) },
  });
};

/** The first bytes under a key are the only ones it can ever stand for. */
const sameBytes = (receipt: Receipt, fingerprint: string): Receipt => {
  if (receipt.fingerprint === fingerprint) return receipt;
  throw new Refusal(422, 'key.reused', 'This delivery key arrived before with other content.');
};

const announce = (receipt: Receipt, options: ReceiverOptions, report: (error: unknown) => void): void => {
  try {
    options.onReceived?.(receipt);
  } catch (error) {
    report(error);
  }
};

/** A judge that fails must not cost a lead: then nothing is said about the verdict. */
const judged = (
  lead: Lead,
  options: ReceiverOptions,
  report: (error: unknown) => void,
): Judging | undefined => {
  try {
    return options.judge?.(lead);
  } catch (error) {
    report(error);
    return undefined;
  }
};

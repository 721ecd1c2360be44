/** Which pages may send (CORS). The list is compared exactly: no patterns, no `*`, never with credentials. */
import { Refusal } from './refusal.js';

const ALLOWED_HEADERS = 'Content-Type, Idempotency-Key';
const EXPOSED_HEADERS = 'Retry-After, Date';
const PREFLIGHT_SECONDS = '7200';

/** Answers the origin to allow: null for callers that name none. Refuses the ones that are not listed. */
export const allowedOrigin = (request: Request, origins: readonly string[]): string | null => {
  const origin = request.headers.get('origin');
  if (origin === null || origin === new URL(request.url).origin || origins.includes(origin)) return origin;
  throw new Refusal(403, 'origin.not-allowed', 'Pages of this origin may not send leads here.');
};

/** Headers for an answer that a page of the allowed origin may read. */
export const corsHeaders = (origin: string | null): { [name: string]: string } =>
  origin === null
    ? { Vary: 'Origin' }
    : {
        Vary: 'Origin',
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Expose-Headers': EXPOSED_HEADERS,
      };

/** The answer to a browser that asks whether it may send. */
export const preflight = (origin: string | null): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(origin),
      Allow: 'POST, OPTIONS',
      'Access-Control-Allow-Methods': 'POST',
      'Access-Control-Allow-Headers': ALLOWED_HEADERS,
      'Access-Control-Max-Age': PREFLIGHT_SECONDS,
    },
  });

/** From a request to an answer: the address and the secret come in here, and nowhere else. */
import type { ForwardAnswer, ForwardRequest } from '../../formats/forward.js';
import type { OutgoingMail } from '../../formats/forwards/mail.js';
import { serialise } from '../../lead/serialise.js';
import type { ForwardSender } from './contract.js';

export type Ask = (url: string, init: RequestInit) => Promise<Response>;

export interface HttpAddress {
  /** Address of the program, for example `https://api.hubapi.com`; the request's path is put behind it. */
  readonly base: string;
  readonly headers?: { readonly [name: string]: string };
}

/** So much of an answer is read. */
const MOST_CHARACTERS = 65_536;

/** Sends over HTTP. Follows no redirect: a secret would travel with it. */
export const httpSender =
  (ask: Ask, { base, headers }: HttpAddress): ForwardSender =>
  async (request, signal) =>
    answerFrom(await ask(base + request.path, initOf(request, headers, signal)));

/** Salesforce, by the client credentials of a connected app; a token that ran out is renewed once. */
export const salesforceSender = (
  ask: Ask,
  { base, clientId, clientSecret }: { base: string; clientId: string; clientSecret: string },
): ForwardSender => {
  let token: string | null = null;
  const login = async (signal: AbortSignal): Promise<ForwardAnswer | null> => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    });
    const answer = await answerFrom(
      await ask(`${base}/services/oauth2/token`, { method: 'POST', body, redirect: 'manual', signal }),
    );
    const { access_token: given } = (answer.status === 200 ? JSON.parse(answer.body) : {}) as {
      access_token?: unknown;
    };
    token = typeof given === 'string' ? given : null;
    // A wrong client is 400 there, and no fault of the lead.
    return token === null ? { ...answer, status: answer.status === 400 ? 401 : answer.status } : null;
  };
  return async (request, signal) => {
    for (const last of [false, true]) {
      const refused = token === null ? await login(signal) : null;
      if (refused) return refused;
      const headers = { Authorization: `Bearer ${token}` };
      const answer = await answerFrom(await ask(base + request.path, initOf(request, headers, signal)));
      if (answer.status !== 401 || last) return answer;
      token = null;
    }
    throw new Error('Not reached: the second round always answers.');
  };
};

/** What a mail server says when it refuses: its reply code, where the library passes it on. */
interface MailTrouble {
  readonly responseCode?: number;
  readonly code?: string;
  readonly response?: string;
}

/** Sends mail by whatever the host of the receiver has for it, for example nodemailer. */
export const mailSender =
  (sendMail: (mail: OutgoingMail) => Promise<unknown>): ForwardSender =>
  async ({ body }) => {
    // What the mail format writes.
    const mail = body as unknown as OutgoingMail;
    try {
      await sendMail(mail);
      return { status: 200, body: serialise({ to: mail.to }), retryAfter: null };
    } catch (error) {
      const { responseCode = 0, code, response = '' } = error as MailTrouble;
      if (code !== 'EAUTH' && responseCode === 0) throw error;
      const status = code === 'EAUTH' ? 401 : responseCode >= 500 ? 422 : 503;
      return { status, body: response, retryAfter: null };
    }
  };

const initOf = (
  { method, headers, body }: ForwardRequest,
  secrets: HttpAddress['headers'],
  signal: AbortSignal,
): RequestInit => ({
  method,
  headers: {
    Accept: 'application/json',
    ...(body !== undefined && { 'Content-Type': 'application/json; charset=utf-8' }),
    ...headers,
    ...secrets,
  },
  ...(body !== undefined && { body: serialise(body) }),
  redirect: 'manual',
  signal,
});

const answerFrom = async (response: Response): Promise<ForwardAnswer> => ({
  status: response.status,
  body: (await response.text()).slice(0, MOST_CHARACTERS),
  // Pipedrive has a header of its own for it.
  retryAfter: response.headers.get('retry-after') ?? response.headers.get('x-ratelimit-reset'),
});

/** How the conformance kit speaks to an endpoint: sample leads, posting them, and saying what was wrong. */
import type { Lead } from '../../lead/lead.js';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; null when it is not JSON. */
  readonly json: { readonly [name: string]: unknown } | null;
}

export interface Probe {
  readonly url: string;
  request(init: RequestInit & { path?: string }): Promise<Answered>;
  /** Posts a lead under its own key; `more` changes the body, `headers` adds or (null) removes headers. */
  post(lead: Lead, more?: object, headers?: { [name: string]: string | null }): Promise<Answered>;
  /** Posts a body as it is. */
  postRaw(body: string | Uint8Array<ArrayBuffer>, headers: { [name: string]: string }): Promise<Answered>;
}

export const createProbe = (send: (request: Request) => Promise<Response>, url: string): Probe => {
  const request: Probe['request'] = async ({ path, ...init }) => {
    const response = await send(new Request(path === undefined ? url : new URL(path, url), init));
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  };
  const postRaw: Probe['postRaw'] = (body, headers) => request({ method: 'POST', body, headers });
  return {
    url,
    request,
    postRaw,
    post: (lead, more = {}, headers = {}) => {
      const all = { 'Content-Type': 'application/json', 'Idempotency-Key': lead.key, ...headers };
      const kept = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
      return postRaw(JSON.stringify({ ...lead, ...more }), Object.fromEntries(kept));
    },
  };
};

const parsed = (text: string): Answered['json'] => {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Answered['json']) : null;
  } catch {
    return null;
  }
};

/** A lead id nobody else has: 128 random bits as 32 hexadecimal digits. */
export const newLeadId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** A small lead of an invented person, marked as a test. Its key follows from id and revision. */
export const sampleLead = ({ id = newLeadId(), revision = 1, ...more }: Partial<Lead> = {}): Lead => ({
  key: `${id}.${revision}`,
  schema: 1,
  id,
  revision,
  phase: 'complete',
  test: true,
  createdAt: '2026-11-23T15:08:10.000Z',
  updatedAt: '2026-11-23T15:12:04.000Z',
  decidedAt: '2026-11-23T15:12:04.000Z',
  locale: 'en',
  timeZone: 'Europe/London',
  playbook: { id: 'conformance', version: '1', hash: '0123456789abcdef' },
  contact: { name: 'Conformance Kit', email: 'kit@conformance.example', company: 'Conformance Ltd' },
  qualification: {
    framework: 'BANT',
    slots: [],
    score: 0,
    outOf: 0,
    verdict: 'undetermined',
    band: null,
    reasons: [],
    missing: [],
  },
  answers: [],
  questions: [],
  log: [],
  consents: [],
  ...more,
});

/** The same lead in another revision. */
export const revisionOf = (lead: Lead, revision: number, phase: Lead['phase'] = 'updated'): Lead => ({
  ...lead,
  key: `${lead.id}.${revision}`,
  revision,
  phase,
});

/** A lead that takes itself back. */
export const withdrawalOf = (lead: Lead, revision: number): Lead => {
  const { key, schema, id, test, createdAt, updatedAt, decidedAt, playbook } = revisionOf(lead, revision);
  return {
    key,
    schema,
    id,
    revision,
    phase: 'withdrawn',
    ...(test ? { test } : {}),
    createdAt,
    updatedAt,
    decidedAt,
    locale: 'und',
    timeZone: 'UTC',
    playbook,
    consents: [],
  };
};

/** Throws a sentence unless it holds. */
export const expect = (holds: boolean, sentence: string): void => {
  if (!holds) throw new Error(sentence);
};

/** Throws unless the status is one of these. */
export const expectStatus = (answered: Answered, statuses: readonly number[], when: string): void => {
  expect(
    statuses.includes(answered.status),
    `${when}: expected ${statuses.join(' or ')}, got ${answered.status} ${answered.text.slice(0, 200)}`,
  );
};

/** Any status that tells the widget "I have it". */
export const SUCCESS = [200, 201, 202] as const;

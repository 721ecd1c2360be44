/** Stands for a program: keeps records, takes what its facts allow, refuses the rest, answers in the manner of the vendor. */
import type { ForwardAnswer, ForwardRequest } from '../../../src/formats/forward.js';
import { valueAt } from './body.js';
import { OPERATIONS, type Operation } from './facts.js';
import { hubspot } from './hubspot.js';
import { mail } from './mail.js';
import { pipedrive } from './pipedrive.js';
import { salesforce } from './salesforce.js';
import { slack, slackWebhook } from './slack.js';

/** A record: what kind, and what was said about it. */
export interface Kept {
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Asked {
  readonly operation: string;
  readonly request: ForwardRequest;
  readonly body: Readonly<Record<string, unknown>>;
  readonly records: Map<string, Kept>;
  /** An id that was never given out. */
  readonly fresh: () => string;
}

export type Said = readonly [status: number, body: unknown];

export interface Manner {
  /** How ids look. */
  id(kind: string, n: number): string;
  run(asked: Asked): Said;
  refuse(why: string): Said;
}

const MANNERS: Readonly<Record<string, Manner>> = {
  hubspot,
  salesforce,
  pipedrive,
  slack,
  'slack-webhook': slackWebhook,
  mail,
};

export interface Program {
  readonly records: Map<string, Kept>;
  readonly requests: ForwardRequest[];
  /** The records of a kind. */
  of(kind: string): readonly Kept['body'][];
  ask(request: ForwardRequest): ForwardAnswer;
}

export const operationOf = (name: string, { method, path }: ForwardRequest): Operation | undefined =>
  OPERATIONS[name]?.find((one) => one.method === method && one.path.test(path));

/** What is wrong with a body by the facts; undefined: nothing. */
const faultIn = ({ fields }: Operation, body: unknown): string | undefined => {
  for (const { field, required, most = Infinity, looks, forbidden } of fields) {
    const value = valueAt(body, field);
    const text = value === undefined || value === null ? '' : `${value as string}`;
    if (forbidden ? text !== '' : required && text === '') return field;
    if (text.length > most || (text !== '' && looks && !looks.test(text))) return field;
  }
  return undefined;
};

export const openProgram = (name: string): Program => {
  const manner = MANNERS[name];
  if (!manner) throw new Error(`Nobody knows ${name}`);
  const records = new Map<string, Kept>();
  const requests: ForwardRequest[] = [];
  let n = 0;
  const answer = ([status, body]: Said): ForwardAnswer => ({
    status,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    retryAfter: null,
  });
  return {
    records,
    requests,
    of: (kind) => [...records.values()].filter((kept) => kept.kind === kind).map(({ body }) => body),
    ask: (request) => {
      requests.push(request);
      const operation = operationOf(name, request);
      if (!operation) return answer([404, { message: 'No such place' }]);
      const body = (request.body ?? {}) as Record<string, unknown>;
      const fault = faultIn(operation, body);
      if (fault !== undefined) return answer(manner.refuse(fault));
      const fresh = () => {
        n += 1;
        return manner.id(operation.name, n);
      };
      return answer(manner.run({ operation: operation.name, request, body, records, fresh }));
    },
  };
};

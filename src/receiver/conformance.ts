/**
 * The conformance kit: what an endpoint must do so that no lead is lost and none counted twice. It speaks
 * plain HTTP, so it runs against our receiver in memory, against a desk, or against a customer's own endpoint.
 * Every lead it sends is marked as a test and belongs to nobody.
 */
import { bodyCases } from './conformance/bodies.js';
import { originCases } from './conformance/origins.js';
import { repeatCases } from './conformance/repeats.js';
import { revisionCases } from './conformance/revisions.js';
import { createProbe } from './conformance/probe.js';

/** One requirement. `run` rejects with a sentence when the endpoint does not meet it. */
export interface ConformanceTest {
  readonly name: string;
  readonly run: () => Promise<void>;
}

export interface ConformanceOptions {
  /** Address of the endpoint. Default `http://localhost/leads`, for endpoints called as a function. */
  readonly url?: string;
  /** An origin that may send; without it the tests about other sites' pages are left out. */
  readonly origin?: string;
  /** How many copies of one lead are sent at once. Default 100. */
  readonly copies?: number;
}

/** The requirements, in the order in which a failing one explains the next. `send` performs one request. */
export const conformanceTests = (
  send: (request: Request) => Promise<Response>,
  options: ConformanceOptions = {},
): readonly ConformanceTest[] => {
  const probe = createProbe(send, options.url ?? 'http://localhost/leads');
  return [
    ...repeatCases(probe, options.copies ?? 100),
    ...revisionCases(probe),
    ...bodyCases(probe),
    ...(options.origin === undefined ? [] : originCases(probe, options.origin)),
  ];
};

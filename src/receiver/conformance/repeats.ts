/** One delivery, however often it is sent, has one effect and one answer. */
import type { ConformanceTest } from '../conformance.js';
import { expect, expectStatus, revisionOf, sampleLead, SUCCESS, type Probe } from './probe.js';

export const repeatCases = (probe: Probe, copies: number): readonly ConformanceTest[] => [
  {
    name: 'takes a new lead in and repeats its delivery key in the answer',
    run: async () => {
      const lead = sampleLead();
      const answered = await probe.post(lead);
      expectStatus(answered, SUCCESS, 'A new lead');
      expect(answered.json?.['key'] === lead.key, `The answer does not repeat the key: ${answered.text}`);
    },
  },
  {
    name: 'gives a repeat the answer of the first time',
    run: async () => {
      const lead = sampleLead();
      const first = await probe.post(lead);
      const second = await probe.post(lead);
      expectStatus(second, [first.status], 'The same bytes again');
      expect(second.text === first.text, `The answers differ: ${first.text} and ${second.text}`);
    },
  },
  {
    name: `gives ${copies} copies sent at once one answer`,
    run: async () => {
      const lead = sampleLead();
      const answers = await Promise.all(Array.from({ length: copies }, () => probe.post(lead)));
      for (const answered of answers) expectStatus(answered, [...SUCCESS, 409], 'One of many copies');
      for (const { status, headers } of answers) {
        expect(status !== 409 || headers.has('retry-after'), 'A 409 came without Retry-After.');
      }
      const texts = new Set(answers.filter(({ status }) => status !== 409).map(({ text }) => text));
      texts.add((await probe.post(lead)).text);
      expect(texts.size === 1, `There were ${texts.size} different answers.`);
    },
  },
  {
    name: 'refuses other content under a known key',
    run: async () => {
      const lead = sampleLead();
      await probe.post(lead);
      const answered = await probe.post({ ...lead, locale: 'de' });
      expectStatus(answered, [422], 'Another body under the same key');
      expectStatus(await probe.post(lead), SUCCESS, 'The first body again');
    },
  },
  {
    name: 'tells a repeat by its bytes, so a name given twice cannot hide a change',
    run: async () => {
      const lead = sampleLead();
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': lead.key };
      const body = JSON.stringify(lead);
      expectStatus(await probe.postRaw(body, headers), SUCCESS, 'A new lead');
      const doubled = body.replace('{', '{"locale":"de",');
      expectStatus(await probe.postRaw(doubled, headers), [400, 422], 'A member said twice');
    },
  },
  {
    name: 'refuses a lead without a delivery key',
    run: async () => {
      const answered = await probe.post(sampleLead(), { key: undefined }, { 'Idempotency-Key': null });
      expectStatus(answered, [400], 'No key at all');
    },
  },
  {
    name: 'refuses a header and a body that name different keys',
    run: async () => {
      const lead = sampleLead();
      const answered = await probe.post(lead, {}, { 'Idempotency-Key': revisionOf(lead, 2).key });
      expectStatus(answered, [400], 'A header for another revision');
      const other = await probe.post(lead, { key: sampleLead().key });
      expectStatus(other, [400], 'A body with another lead’s key');
    },
  },
  {
    name: 'takes the key from the body when there is no header, as plain text',
    run: async () => {
      const lead = sampleLead();
      const headers = { 'Idempotency-Key': null, 'Content-Type': 'text/plain;charset=UTF-8' };
      const answered = await probe.post(lead, {}, headers);
      expectStatus(answered, SUCCESS, 'JSON as text/plain');
    },
  },
];

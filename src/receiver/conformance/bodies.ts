/** What is not a lead is refused with a reason; whatever a person can type is taken. */
import type { ConformanceTest } from '../conformance.js';
import { expect, expectStatus, sampleLead, SUCCESS, type Probe } from './probe.js';

/** Not JSON, whatever lenient parsers say. */
const BROKEN: readonly (readonly [name: string, body: string])[] = [
  ['nothing', ''],
  ['a blank', ' '],
  ['half an object', '{"schema": 1'],
  ['a trailing comma', '{"schema": 1,}'],
  ['single quotes', "{'schema': 1}"],
  ['a bare name', '{schema: 1}'],
  ['a comment', '{"schema": 1} // lead'],
  ['two documents', '{"schema": 1}{"schema": 1}'],
  ['NaN', '{"schema": NaN}'],
  ['a leading zero', '{"schema": 01}'],
  ['a plus sign', '{"schema": +1}'],
  ['a raw line break in a text', '{"locale": "e\nn"}'],
  ['an unknown escape', '{"locale": "\\x41"}'],
  ['a web page', '<!doctype html><title>Lead</title>'],
  ['a form', 'name=Ann&email=ann%40conformance.example'],
];

/** JSON, but no lead. */
const NO_LEADS: readonly (readonly [name: string, body: string])[] = [
  ['null', 'null'],
  ['a number', '17'],
  ['a text', '"lead"'],
  ['a list', '[]'],
  ['an empty object', '{}'],
  ['a list of leads', JSON.stringify([sampleLead()])],
];

const TYPED = [
  'Zoë O’Connor-Ñandú 李 محمد 👩‍👩‍👧‍👦',
  '<img src=x onerror=alert(1)>{{7*7}}${7*7}',
  "Robert'); drop table leads;--",
  '\u202egnp.exe\u202c \u0000 \ud800 \ufeff',
  '\r\nBcc: everyone@conformance.example',
];

export const bodyCases = (probe: Probe): readonly ConformanceTest[] => [
  {
    name: 'takes whatever a person can type',
    run: async () => {
      for (const name of TYPED) {
        const lead = sampleLead({ contact: { name, email: 'kit@conformance.example' } });
        expectStatus(await probe.post(lead), SUCCESS, `A contact named ${JSON.stringify(name)}`);
      }
    },
  },
  {
    name: 'refuses a body that is not JSON',
    run: async () => {
      for (const [name, body] of BROKEN) {
        expectStatus(await probe.postRaw(body, jsonHeaders()), [400, 422], `Body with ${name}`);
      }
      const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
      expectStatus(await probe.postRaw(bytes, jsonHeaders()), [400, 422], 'Bytes that are not UTF-8');
    },
  },
  {
    name: 'names what is missing when a document is no lead',
    run: async () => {
      for (const [name, body] of NO_LEADS) {
        const answered = await probe.postRaw(body, jsonHeaders());
        expectStatus(answered, [422], `Body that is ${name}`);
        expect(
          Array.isArray(answered.json?.['errors']),
          `No errors were named for ${name}: ${answered.text}`,
        );
      }
      const lead = sampleLead();
      expectStatus(await probe.post(lead, { revision: 'one' }), [422], 'A revision in words');
      expectStatus(await probe.post(lead, { contact: 'Ann' }), [422], 'A contact that is a text');
      expectStatus(await probe.post(lead, { schema: 2 }), [422], 'A document format of the future');
    },
  },
  {
    name: 'refuses nesting that no lead has',
    run: async () => {
      const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
      for (const levels of [25, 30_000]) {
        const body = `{"schema": 1, "answers": ${deep(levels)}}`;
        expectStatus(await probe.postRaw(body, jsonHeaders()), [400, 422], `${levels} levels`);
      }
    },
  },
  {
    name: 'is not confused by names that reach for prototypes',
    run: async () => {
      const lead = sampleLead();
      const body = JSON.stringify(lead).replace(
        '{',
        '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}},',
      );
      const answered = await probe.postRaw(body, { ...jsonHeaders(), 'Idempotency-Key': lead.key });
      expect(answered.status < 500, `It was answered with ${answered.status}.`);
      expectStatus(await probe.post(sampleLead()), SUCCESS, 'An innocent lead afterwards');
    },
  },
  {
    name: 'refuses a body larger than 64 KiB',
    run: async () => {
      const lead = sampleLead({ contact: { name: 'x'.repeat(70_000) } });
      expectStatus(await probe.post(lead), [413], 'A body of 70,000 bytes');
    },
  },
  {
    name: 'takes JSON in UTF-8 only',
    run: async () => {
      const types = [
        'application/x-www-form-urlencoded',
        'text/html',
        'application/json; charset=utf-16',
        null,
      ];
      for (const type of types) {
        const answered = await probe.post(
          sampleLead(),
          {},
          { 'Content-Type': type ?? 'application/octet-stream' },
        );
        expectStatus(answered, [415], `Content-Type ${type}`);
      }
    },
  },
];

const jsonHeaders = () => ({ 'Content-Type': 'application/json', 'Idempotency-Key': sampleLead().key });

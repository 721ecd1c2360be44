/** Pages of the listed origins may send and read the answer; others may not. */
import type { ConformanceTest } from '../conformance.js';
import { expect, expectStatus, sampleLead, SUCCESS, type Answered, type Probe } from './probe.js';

const listed = (answered: Answered, header: string): readonly string[] =>
  (answered.headers.get(header) ?? '').split(',').map((name) => name.trim().toLowerCase());

/** Origins that look like the right one to a careless comparison. */
const lookAlikes = (origin: string): readonly string[] => {
  const { protocol, host } = new URL(origin);
  return [
    'https://attacker.example',
    `${origin}.attacker.example`,
    `${protocol}//attacker-${host}`,
    `${protocol === 'https:' ? 'http:' : 'https:'}//${host}`,
    'null',
  ];
};

export const originCases = (probe: Probe, origin: string): readonly ConformanceTest[] => [
  {
    name: 'lets a listed page ask, send and read the answer',
    run: async () => {
      const asked = await probe.request({
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type,idempotency-key',
        },
      });
      expectStatus(asked, [200, 204], 'The preflight');
      expect(
        asked.headers.get('access-control-allow-origin') === origin,
        'The preflight names another origin.',
      );
      for (const name of ['content-type', 'idempotency-key']) {
        expect(
          listed(asked, 'access-control-allow-headers').includes(name),
          `The header ${name} is not allowed.`,
        );
      }
      const answered = await probe.post(sampleLead(), {}, { Origin: origin });
      expectStatus(answered, SUCCESS, 'A lead from a listed page');
      expect(answered.headers.get('access-control-allow-origin') === origin, 'The answer cannot be read.');
      expect(
        listed(answered, 'access-control-expose-headers').includes('retry-after'),
        'Retry-After is hidden from the page (Access-Control-Expose-Headers).',
      );
    },
  },
  {
    name: 'lets a listed page read a refusal',
    run: async () => {
      const answered = await probe.post(sampleLead(), { schema: 2 }, { Origin: origin });
      expect(answered.headers.get('access-control-allow-origin') === origin, 'The refusal cannot be read.');
    },
  },
  {
    name: 'keeps pages of other origins out',
    run: async () => {
      for (const other of lookAlikes(origin)) {
        const answered = await probe.post(sampleLead(), {}, { Origin: other });
        const allowed = answered.headers.get('access-control-allow-origin');
        expect(allowed !== other && allowed !== '*', `${other} may read answers.`);
        expectStatus(answered, [403], `A lead from ${other}`);
      }
    },
  },
];

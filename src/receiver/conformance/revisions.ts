/** Of each lead the newest revision counts, in whatever order they arrive; a withdrawal is for good. */
import type { ConformanceTest } from '../conformance.js';
import { expect, expectStatus, revisionOf, sampleLead, SUCCESS, withdrawalOf, type Probe } from './probe.js';

const CANARY = 'canary-7f3a';

export const revisionCases = (probe: Probe): readonly ConformanceTest[] => [
  {
    name: 'takes later revisions of a lead',
    run: async () => {
      const lead = sampleLead();
      expectStatus(await probe.post(lead), SUCCESS, 'Revision 1');
      const second = await probe.post(revisionOf(lead, 2));
      expectStatus(second, SUCCESS, 'Revision 2');
      expect(second.json?.['key'] === `${lead.id}.2`, `The answer names another key: ${second.text}`);
    },
  },
  {
    name: 'acknowledges a revision that comes late',
    run: async () => {
      const lead = sampleLead({ revision: 3, phase: 'updated' });
      expectStatus(await probe.post(lead), SUCCESS, 'Revision 3');
      const late = await probe.post(revisionOf(lead, 2));
      expectStatus(late, SUCCESS, 'Revision 2 after revision 3');
      expect(late.json?.['key'] === revisionOf(lead, 2).key, 'The answer names another key.');
    },
  },
  {
    name: 'acknowledges a withdrawal, and a revision that comes after it',
    run: async () => {
      const lead = sampleLead();
      expectStatus(await probe.post(lead), SUCCESS, 'Revision 1');
      expectStatus(await probe.post(withdrawalOf(lead, 3)), SUCCESS, 'The withdrawal');
      expectStatus(await probe.post(revisionOf(lead, 2)), SUCCESS, 'A late revision after it');
    },
  },
  {
    name: 'takes a withdrawal of a lead it never saw',
    run: async () => {
      expectStatus(await probe.post(withdrawalOf(sampleLead(), 2)), SUCCESS, 'The withdrawal');
    },
  },
  {
    name: 'gives nothing out to whoever knows the address',
    run: async () => {
      const lead = sampleLead({ contact: { name: CANARY, email: `${CANARY}@conformance.example` } });
      await probe.post(lead);
      for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
        const { status, text } = await probe.request({ method });
        expect(status >= 400 && status < 500, `${method} was answered with ${status}.`);
        expect(!text.includes(CANARY), `${method} gave a lead out.`);
      }
      for (const name of [lead.id, lead.key]) {
        const path = `${new URL(probe.url).pathname.replace(/\/$/, '')}/${name}`;
        const { text } = await probe.request({ method: 'GET', path });
        expect(!text.includes(CANARY), 'A GET with the lead’s id gave the lead out.');
      }
    },
  },
];

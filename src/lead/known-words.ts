/** Where an answer is from that nobody had to give. */
import type { LeadAnswer } from './lead.js';

const KNOWN_BY: Readonly<Record<NonNullable<LeadAnswer['source']>, string>> = {
  page: 'known to the page',
  crm: 'from the CRM',
  returning: 'from an earlier visit',
};

/** "from the CRM, 2025-03-02, still right"; empty for what the prospect said. Days are those of UTC. */
export const knownWords = ({ source, asOf = '', confirmedAt }: LeadAnswer): string =>
  source === undefined
    ? ''
    : [KNOWN_BY[source], asOf.slice(0, 10), confirmedAt === undefined ? '' : 'still right']
        .filter((words) => words !== '')
        .join(', ');

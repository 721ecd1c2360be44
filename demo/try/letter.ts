/** A lead as a salesperson would read it. */
import { lineText } from '../../src/lead/brief-text.js';
import { brief } from '../../src/lead/brief.js';
import type { Lead } from '../../src/lead/lead.js';
import { made } from './find.js';

/** `zone`: the IANA time zone of those who read it; left out: the prospect's. */
export const letterOf = (lead: Lead, zone?: string): HTMLElement => {
  const { subject, sections } = brief(lead, { zone: zone ?? lead.timeZone });
  const rows = sections.map(({ title, lines, apart }) => {
    const words = made('div', '', ...lines.map((line) => made('p', '', lineText(line))));
    return made('div', apart ? 'apart' : '', made('span', 'title', title ?? ''), words);
  });
  return made('article', 'letter', made('p', 'subject', subject), ...rows);
};

/** The brief and the conversation of a lead as the desk shows them. */
import type { Lead } from '../../src/lead/lead.js';
import type { Routing } from '../../src/playbook/schema.js';
import type { KeptLead } from './store.js';

export const briefOf = (
  { lead }: KeptLead,
  _setting: { zone: string; hours?: NonNullable<Routing['hours']> | undefined },
): { subject: string; lines: readonly string[] } => ({ subject: lead.contact?.name ?? '', lines: [] });

export const transcriptOf = (
  lead: Lead,
): readonly { readonly by: 'visitor' | 'assistant'; readonly text: string }[] =>
  (lead.log ?? []).flatMap((entry) =>
    entry.type === 'answered'
      ? [
          { by: 'assistant' as const, text: entry.prompt },
          { by: 'visitor' as const, text: entry.label ?? entry.raw },
        ]
      : [],
  );

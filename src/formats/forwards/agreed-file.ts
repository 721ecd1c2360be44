/** The agreed time as a calendar file for whoever keeps the appointment. */
import { briefNote } from '../../lead/brief-note.js';
import { stepTitle } from '../../lead/brief-step.js';
import { whoOf } from '../../lead/brief-subject.js';
import type { Lead } from '../../lead/lead.js';
import { isoOf, msOf } from '../../routing/zone.js';
import { calendarFile } from '../calendar.js';
import type { ForwardSetting } from '../forward.js';

const LONGEST_MS = 86_400_000;
const USUAL_MS = 1_800_000;

/** Undefined where no time was agreed. A request stays tentative until somebody confirms it. `host` makes the id unique. */
export const agreedFile = (lead: Lead, setting: ForwardSetting, host: string): string | undefined => {
  const step: { readonly status: string; readonly start?: string; readonly end?: string } | undefined =
    lead.nextStep;
  const startMs = msOf(step?.start ?? '');
  if (!step || startMs === undefined) return undefined;
  const endMs = msOf(step.end ?? '') ?? 0;
  const lasts = endMs > startMs && endMs - startMs <= LONGEST_MS;
  const status = { booked: 'confirmed', cancelled: 'cancelled' } as const;
  return calendarFile({
    uid: `${setting.ref}@${host}`,
    sequence: lead.revision,
    madeAt: lead.updatedAt,
    start: isoOf(startMs),
    end: isoOf(lasts ? endMs : startMs + USUAL_MS),
    summary: [`${stepTitle(lead.nextStep)} ${whoOf(lead, 60)}`, lead.contact?.company]
      .filter(Boolean)
      .join(', '),
    description: briefNote(lead, setting),
    ...(lead.contact?.phone && { location: lead.contact.phone }),
    ...(setting.link && { url: setting.link }),
    status: status[step.status as keyof typeof status] ?? 'tentative',
  });
};

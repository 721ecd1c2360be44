/** An agreed time as a file for a rep's calendar. */
import type { Context } from 'hono';
import { calendarFile } from '../../src/formats/calendar.js';
import type { BriefSetting } from '../../src/lead/brief.js';
import { brief } from '../../src/lead/brief.js';
import type { LeadStore } from './store.js';

/** `/leads/WL-….ics`; not found where no time was agreed. */
export const calendarOf =
  (store: LeadStore, setting: () => BriefSetting) =>
  async (c: Context): Promise<Response> => {
    const kept = await store.byRef(c.req.param('file')?.replace('.ics', '') ?? '');
    const step = kept?.lead.nextStep;
    if (!kept || !step?.start || !step.end) return c.notFound();
    const { subject, lines } = brief(kept.lead, { ...setting(), dated: true });
    const { address, place, phone } = step.details ?? {};
    const file = calendarFile({
      // The lead's own id would give the right to change it.
      uid: `${kept.ref}@desk`,
      sequence: kept.lead.revision,
      madeAt: kept.lead.updatedAt,
      start: step.start,
      end: step.end,
      summary: subject,
      description: lines.join('\n'),
      location: address ?? place ?? phone ?? kept.lead.contact?.phone ?? '',
      status:
        step.status === 'booked' ? 'confirmed' : step.status === 'cancelled' ? 'cancelled' : 'tentative',
    });
    if (file === undefined) return c.notFound();
    return c.body(file, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${kept.ref}.ics"`,
    });
  };

/** An agreed time as a file for calendars: iCalendar, RFC 5545. Times are UTC, so no time zone has to travel along. */
import type { Iso } from '../flow/log.js';
import { isoOf, msOf } from '../routing/zone.js';
import { contentLines, textValue } from './content-lines.js';

export interface CalendarEvent {
  /** The same for every version of the event, and for no other event in the world. */
  readonly uid: string;
  /** Counts up with every version. */
  readonly sequence: number;
  /** When this version was made. */
  readonly madeAt: Iso;
  readonly start: Iso;
  /** Exclusive. */
  readonly end: Iso;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  /** tentative: asked for, and nobody has confirmed it yet. */
  readonly status: 'tentative' | 'confirmed' | 'cancelled';
}

/**
 * The file, or undefined where a time cannot be read or nothing lies between them. Without METHOD: it is
 * something to put into a calendar, not an invitation to answer.
 */
export const calendarFile = (event: CalendarEvent): string | undefined => {
  const [madeAt, start, end] = [event.madeAt, event.start, event.end].map(msOf);
  if (madeAt === undefined || start === undefined || end === undefined || end <= start) return undefined;
  const { description, location, url } = event;
  return contentLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Warmlead//Next step//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${textValue(event.uid)}`,
    `DTSTAMP:${utc(madeAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${textValue(event.summary)}`,
    description && `DESCRIPTION:${textValue(description)}`,
    location && `LOCATION:${textValue(location)}`,
    url && `URL:${url.replace(/\s/g, '%20')}`,
    `STATUS:${event.status.toUpperCase()}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
};

/** "20261124T140000Z". */
const utc = (ms: number): string => `${isoOf(ms).slice(0, 19).replace(/[-:]/g, '')}Z`;

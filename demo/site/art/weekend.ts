/**
 * The drawing on the home page: two identical freezers over one weekend, one of them watched. Computed rather
 * than drawn, so that the wide and the narrow version tell the same story.
 */
import { html, raw } from 'hono/html';

const HOURS = 62;
const DOOR_AJAR = 8.23;
const FOUND = 61.5;
const COLDEST = -29;
const WARMEST = 6;

/** The compressor's breathing: a slow swing around -21 °C with a defrost bump every eight hours. */
const calm = (hour: number): number => {
  const sinceDefrost = hour % 8;
  const defrost = sinceDefrost < 1.6 ? 1.9 * Math.sin((Math.PI * sinceDefrost) / 1.6) : 0;
  return -21.2 + 0.45 * Math.sin(hour * 2.4) + defrost;
};

const unwatched = (hour: number): number => {
  if (hour < DOOR_AJAR) return calm(hour);
  const since = hour - DOOR_AJAR;
  return calm(DOOR_AJAR) + 20.4 * (1 - Math.exp(-since / 15)) + 0.18 * Math.sin(hour * 0.9);
};

/** The door is shut seven minutes after the call; the room needs a while to be cold again. */
const watched = (hour: number): number => {
  if (hour < DOOR_AJAR) return calm(hour);
  const since = hour - DOOR_AJAR;
  if (since < 0.6) return calm(DOOR_AJAR) + 4.4 * (since / 0.6);
  return calm(hour) + 4.4 * Math.exp(-(since - 0.6) / 0.9);
};

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const drawn = (frame: Frame, degreesAt: (hour: number) => number, from = 0): string => {
  const points: string[] = [];
  for (let hour = from; hour <= FOUND; hour += 0.2) {
    points.push(`${xOf(frame, hour).toFixed(1)} ${yOf(frame, degreesAt(hour)).toFixed(1)}`);
  }
  return `M${points.join('L')}`;
};

const xOf = (frame: Frame, hour: number) =>
  frame.left + (hour / HOURS) * (frame.width - frame.left - frame.right);
const yOf = (frame: Frame, degrees: number) =>
  frame.top + ((WARMEST - degrees) / (WARMEST - COLDEST)) * (frame.height - frame.top - frame.bottom);

const MIDNIGHTS = [
  { hour: 6, day: 'Sat' },
  { hour: 30, day: 'Sun' },
  { hour: 54, day: 'Mon' },
];

const drawing = (frame: Frame, name: 'wide' | 'narrow') => {
  const narrow = name === 'narrow';
  const door = xOf(frame, DOOR_AJAR);
  const found = { x: xOf(frame, FOUND), y: yOf(frame, unwatched(FOUND)) };
  const limit = yOf(frame, -18);
  const floor = frame.height - frame.bottom;
  return html`<svg
    class="weekend weekend-${name}"
    viewBox="0 0 ${frame.width} ${frame.height}"
    role="img"
    aria-label="Temperature of two freezers from Friday evening to Monday morning. A door is left ajar on Saturday at 02:14. The freezer nobody watches warms to nearly zero and is found on Monday at 07:30. The watched one calls somebody at 02:15 and is cold again within two hours."
  >
    ${[0, -10, -20].map(
      (degrees) =>
        html`<path class="grid" d="M${frame.left} ${yOf(frame, degrees)}H${frame.width - frame.right}" />
          <text class="degrees" x="${frame.left - 8}" y="${yOf(frame, degrees) + 4}" text-anchor="end"
            >${degrees === 0 ? '0' : `−${-degrees}`}°</text
          >`,
    )}
    ${MIDNIGHTS.map(
      ({ hour, day }) =>
        html`<path class="midnight" d="M${xOf(frame, hour)} ${frame.top}V${floor}" />
          <text class="day" x="${xOf(frame, hour) + 8}" y="${floor + 22}">${day}</text>`,
    )}
    <text class="day" x="${frame.left}" y="${floor + 22}">Fri</text>
    <path class="limit" d="M${frame.left} ${limit}H${frame.width - frame.right}" />
    <path class="door" d="M${door} ${frame.top + (narrow ? 42 : 40)}V${floor}" />
    <path class="trace-warm" d="${raw(drawn(frame, unwatched, DOOR_AJAR))}" />
    <path class="trace-cold" d="${raw(drawn(frame, watched))}" />
    <circle class="dot-cold" cx="${door}" cy="${yOf(frame, watched(DOOR_AJAR))}" r="5" />
    <circle class="dot-warm" cx="${found.x}" cy="${found.y}" r="5" />
    <text class="note" x="${door}" y="${frame.top + 14}">Sat 02:14</text>
    <text class="aside" x="${door}" y="${frame.top + (narrow ? 31 : 32)}">
      ${narrow ? 'door ajar' : 'a door is left ajar'}
    </text>
    <text class="note warm" x="${found.x}" y="${found.y - (narrow ? 34 : 36)}" text-anchor="end">
      Mon 07:30
    </text>
    <text class="aside warm" x="${found.x}" y="${found.y - 17}" text-anchor="end">
      ${narrow ? 'noticed' : 'somebody notices'}
    </text>
    <text class="note cold" x="${door + 10}" y="${yOf(frame, -24.4)}">02:15</text>
    <text class="aside cold" x="${door + 10}" y="${yOf(frame, -24.4) + 19}">
      ${narrow ? 'Kestrel calls, shut at 02:22' : 'Kestrel calls, and at 02:22 the door is shut'}
    </text>
    <text class="aside" x="${frame.width - frame.right}" y="${limit - 8}" text-anchor="end">limit −18°</text>
  </svg>`;
};

/** Both versions; the style sheet shows the one that fits. */
export const weekend = () => [
  drawing({ width: 1120, height: 440, left: 60, right: 40, top: 24, bottom: 44 }, 'wide'),
  drawing({ width: 360, height: 360, left: 48, right: 20, top: 18, bottom: 40 }, 'narrow'),
];

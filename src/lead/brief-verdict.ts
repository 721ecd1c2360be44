/** How warm a lead is and why. */
import type { BriefLine } from './brief-line.js';
import type { Lead } from './lead.js';
import { joined, oneLine, quoted } from './one-line.js';

const MOST_REASONS = 4;
const MOST_QUOTES = 3;
const MOST_SLOTS = 8;

/** The verdict's reason with figures, the points that made it, what is not known yet. */
export const verdictLines = ({ qualification, answers }: Lead): readonly BriefLine[] => {
  if (!qualification) return [];
  const { framework, slots, score, outOf, reasons, missing } = qualification;
  const [decided, ...fired] = reasons;
  const yes = slots.filter((slot) => slot.state === 'yes').length;
  const figures = joined(
    [
      outOf > 0 ? `score ${figure(score)} of ${figure(outOf)}` : '',
      slots.length > 0
        ? joined([`${yes} of ${slots.length}`, framework === 'own' ? '' : framework, 'yes'], ' ')
        : '',
    ],
    ', ',
  );
  const labels = new Map(answers?.map((answer) => [answer.n, answer.kind === 'contact' ? '' : answer.label]));
  const shown = fired.slice(0, fired.length > MOST_REASONS ? MOST_REASONS - 1 : MOST_REASONS);
  const rows = shown.map(({ points = 0, because, evidence }) => ({
    points: signed(points),
    because: oneLine(because, 100),
    said: joined(
      evidence.slice(0, MOST_QUOTES).map((n) => quoted(labels.get(n) ?? '', 60)),
      ', ',
    ),
  }));
  const rest = fired.slice(shown.length);
  const restSum = rest.reduce((sum, reason) => sum + (reason.points ?? 0), 0);
  const unknown = slots.filter((slot) => missing.includes(slot.id)).map((slot) => oneLine(slot.label, 40));
  const more = unknown.length - MOST_SLOTS;
  return [
    { decided: oneLine(decided?.because ?? ''), figures },
    ...rows,
    rest.length > 0 ? `and ${rest.length} more (${signed(restSum)})` : '',
    unknown.length > 0
      ? `Not known: ${joined([...unknown.slice(0, MOST_SLOTS), more > 0 ? `and ${more} more` : ''], ', ')}`
      : '',
  ];
};

const signed = (points: number): string => (points < 0 ? figure(points) : `+${figure(points)}`);

/** Without the noise of sums of fractions; short also for figures nobody would write. */
const figure = (value: number): string => `${Number(value.toPrecision(6))}`;

/** Reads counts from a document that anybody may have sent: strange members are left out, strange numbers refused. */
import { isRecord } from '../flow/lenient.js';
import type { Counts, StepCounts } from '../formats/counts.js';
import type { Fault } from './contract.js';
import { Refusal } from './refusal.js';

/** A page sends what one visitor did since the last time; more of anything is no page. */
const MOST_AT_ONCE = 100;
const MOST_STEPS = 1_000;
/** Step ids, and consents that were asked for between them. */
const STEP = /^(?:consent:)?[A-Za-z][\w-]{0,127}$/;
const HASH = /^[\w-]{0,64}$/;
const MOST_CHARACTERS = 100;

const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_AT_ONCE;

/** Throws Refusal 422 `counts.invalid` with what is wrong where. */
export const readCounts = (document: unknown): Counts => {
  const errors: Fault[] = [];
  const fault = (path: string, message: string): void => void errors.push({ path, message });
  const given = isRecord(document) ? document : {};
  if (given['counts'] !== 1) fault('/counts', 'must be 1');

  const about = isRecord(given['playbook']) ? given['playbook'] : {};
  const word = (name: string, fits: (text: string) => boolean): string => {
    const text = about[name];
    if (typeof text === 'string' && fits(text)) return text;
    fault(`/playbook/${name}`, 'is missing or no such name');
    return '';
  };
  const playbook = {
    id: word('id', (text) => STEP.test(text)),
    version: word('version', (text) => text.length <= MOST_CHARACTERS),
    hash: word('hash', (text) => HASH.test(text)),
  };

  const numberAt = (holder: Readonly<Record<string, unknown>>, name: string, path: string): object => {
    const value = holder[name];
    if (value === undefined || value === 0) return {};
    if (!isCount(value)) fault(`${path}/${name}`, `must be a whole number up to ${MOST_AT_ONCE}`);
    return { [name]: value };
  };
  const steps: [string, StepCounts][] = [];
  const listed = isRecord(given['steps']) ? Object.entries(given['steps']) : [];
  if (listed.length > MOST_STEPS) fault('/steps', `has more than ${MOST_STEPS} steps`);
  for (const [step, value] of listed.slice(0, MOST_STEPS)) {
    const path = `/steps/${step.slice(0, MOST_CHARACTERS)}`;
    if (!STEP.test(step) || !isRecord(value)) fault(path, 'is no step with its counts');
    else steps.push([step, { ...numberAt(value, 'asked', path), ...numberAt(value, 'answered', path) }]);
  }
  const sums = ['opened', 'started', 'finished'].map((name) => numberAt(given, name, ''));
  if (errors.length > 0) {
    throw new Refusal(422, 'counts.invalid', 'These are no counts as a chat sends them.', { errors });
  }
  return Object.assign({ counts: 1 as const, playbook, steps: Object.fromEntries(steps) }, ...sums);
};

/** Long conversations to measure with: a playbook of many questions, and the log of somebody who answered all. */
import type { LogEntry } from '../../src/flow/log.js';
import { definePlaybook } from '../../src/playbook/index.js';
import type { Playbook } from '../../src/playbook/schema.js';

const ending = { say: 'Thank you.' };

/** `questions` plain questions, one after the other. */
export const longPlaybook = (questions: number, endpoint: string): Playbook =>
  definePlaybook({
    format: 1,
    id: 'bench',
    version: '1',
    language: 'en',
    company: { name: 'Northwind Kettles', email: 'hello@kettles.example' },
    steps: Array.from({ length: questions }, (_, i) => ({ id: `q${i}`, ask: `Question ${i}?` })),
    endings: { qualified: ending, nurture: ending, disqualified: ending, undetermined: ending },
    delivery: { to: 'url', url: endpoint },
  });

/** The log after `answers` answers; its first entry is the beginning. */
export const longLog = (answers: number): readonly LogEntry[] => {
  const at = '2026-01-05T09:00:00.000Z';
  const began: LogEntry = {
    n: 1,
    at,
    type: 'began',
    playbook: { id: 'bench', version: '1', hash: '0' },
    locale: 'en',
    timeZone: 'UTC',
    arrival: {
      kind: 'direct',
      landing: 'https://kettles.example/',
      page: '',
      referrer: '',
      utm: {},
      clickIds: {},
    },
  };
  const answered = Array.from({ length: answers }, (_, i): LogEntry => ({
    n: i + 2,
    at,
    type: 'answered',
    step: `q${i}`,
    prompt: `Question ${i}?`,
    raw: `Answer ${i}`,
    value: `Answer ${i}`,
    locale: 'en',
  }));
  return [began, ...answered];
};

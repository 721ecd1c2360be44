/**
 * Answers typed questions of the site's visitors out of the playbook's knowledge, with a language model.
 *
 * ANSWER_API_URL  base address of a chat API, for example https://api.example.com/v1; left out: questions stay in the chat
 * ANSWER_API_KEY  the secret key for it, if it wants one
 * ANSWER_MODEL    the model's name there
 */
import type { Handler } from 'hono';
import type { Knowledge } from '../../src/playbook/answering-schema.js';
import type { Playbook } from '../../src/playbook/schema.js';
import type { Clock } from '../../src/ports/clock.js';
import { createAnswerReceiver } from '../../src/receiver/answer-receiver.js';
import type { ChatModel } from '../../src/receiver/chat-api.js';
import { createRateLimit } from '../../src/receiver/rate-limit.js';
import { SettingFault, type Environment } from './programs.js';
import { senderOf } from './requests.js';

/** Questions in any minute: each costs money. */
const FROM_ALL = 60;
const FROM_ONE = 10;
const MINUTE_MS = 60_000;

/** The model that the environment names; undefined: none. Throws SettingFault. */
export const modelFrom = (env: Environment): ChatModel | undefined => {
  const url = env['ANSWER_API_URL']?.trim();
  if (!url) return undefined;
  if (!/^https?:\/\/[^/\s]/.test(url))
    throw new SettingFault(
      'answers.address-unusable',
      'ANSWER_API_URL',
      `ANSWER_API_URL is no address: ${url}. Write it like https://api.example.com/v1.`,
    );
  const name = env['ANSWER_MODEL']?.trim();
  if (!name)
    throw new SettingFault(
      'answers.model-missing',
      'ANSWER_MODEL',
      'ANSWER_API_URL needs ANSWER_MODEL, the name of the model there. Set it, or leave ANSWER_API_URL out.',
    );
  const key = env['ANSWER_API_KEY']?.trim();
  return { url: url.replace(/\/chat\/completions\/?$/, ''), name, ...(key && { key }) };
};

export interface AnswerOptions {
  readonly model: ChatModel;
  readonly ask: typeof fetch;
  readonly knowledge: (playbook: Playbook) => Promise<readonly Knowledge[]>;
}

interface Surroundings {
  readonly playbooks: () => readonly Playbook[];
  readonly clock: Clock;
  readonly origins: readonly string[];
  readonly onProblem: (error: unknown) => void;
}

/** Takes questions from anybody's page on the site. */
export const answersIntake = (answers: AnswerOptions, surroundings: Surroundings): Handler => {
  const { clock } = surroundings;
  const all = createRateLimit(clock, { most: FROM_ALL, windowMs: MINUTE_MS, names: 1 });
  const each = createRateLimit(clock, { most: FROM_ONE, windowMs: MINUTE_MS });
  return (c) => {
    const receive = createAnswerReceiver({
      ...surroundings,
      ...answers,
      limit: () => each.take(senderOf(c)) ?? all.take('all'),
    });
    return receive(c.req.raw);
  };
};

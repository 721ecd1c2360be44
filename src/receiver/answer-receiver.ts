/**
 * Answers typed questions out of a playbook's knowledge with the help of a language model, for pages whose playbook has
 * `answers`. It looks the entries up itself, tells nobody where the model is, and lets nothing through that the entries
 * do not say.
 */
import { createRanking } from '../answering/ranking.js';
import { languageOf } from '../answering/words.js';
import { withoutContacts } from '../answering/without-contacts.js';
import { isRecord } from '../flow/lenient.js';
import type { Knowledge } from '../playbook/answering-schema.js';
import { localised } from '../playbook/localised.js';
import type { Playbook } from '../playbook/schema.js';
import type { Clock } from '../ports/clock.js';
import { chatted, type ChatModel } from './chat-api.js';
import type { Receiver } from './contract.js';
import type { Ask } from './forwarding/senders.js';
import { allowedOrigin, corsHeaders, preflight } from './origin.js';
import { checkMediaType, readBody } from './read-body.js';
import { readJson } from './read-json.js';
import { Refusal } from './refusal.js';
import { promptFor, writtenAnswer, type AnswerLine, type NoAnswer } from './written-answer.js';

export interface AnswerReceiverOptions {
  /** Every playbook whose pages may ask. */
  readonly playbooks: () => readonly Playbook[];
  /**
   * The entries of a playbook that names files instead of having them, in its language. They have to be those of the
   * page, which shows nothing else. Left out: those that stand in the playbook.
   */
  readonly knowledge?: (playbook: Playbook) => Promise<readonly Knowledge[]>;
  readonly model: ChatModel;
  /** What asks the model: `fetch`. */
  readonly ask: Ask;
  readonly clock: Pick<Clock, 'after'>;
  /** As for leads: other origins whose pages may ask. */
  readonly origins: readonly string[];
  /** Seconds to wait before more questions are taken, or null when they are taken now. Questions cost money. */
  readonly limit?: (request: Request) => number | null;
  /** Milliseconds for the whole answer. Default 6,000, after which no page waits any more. */
  readonly patienceMs?: number;
  /** Told why there was no answer to a question; never the question. */
  readonly onNone?: (why: NoAnswer) => void;
  /** Told about failures of the model, as ModelFault or as `ask` rejects; the page only learns that there is no answer. */
  readonly onProblem?: (error: unknown) => void;
}

interface Question {
  readonly playbook: Playbook;
  readonly text: string;
}

const MOST_BYTES = 8_192;
const LONGEST = 500;
/** Entries that the model may choose from. */
const MOST_ENTRIES = 5;
/** Below this score an entry has nothing to do with the question. */
const FITS_AT_LEAST = 0.1;
const PATIENCE_MS = 6_000;

/**
 * Answers `POST {playbook, language, question}` with one JSON object a line (`application/x-ndjson`): `{"from": [ids]}`,
 * `{"says": sentence}` for each sentence, and last `{"end": "answered"}` or `{"end": "none"}`. An answer without its end
 * is none. 400, 403, 405, 413, 415, 422 (`question.invalid`, `playbook.unknown`), 429 and 503 with `{code, message}`.
 */
export const createAnswerReceiver =
  (options: AnswerReceiverOptions): Receiver =>
  async (request) => {
    let origin: string | null = null;
    const answer = (
      status: number,
      body: BodyInit,
      type = 'application/json; charset=utf-8',
      headers: { readonly [name: string]: string } = {},
    ) =>
      new Response(body, {
        status,
        headers: {
          'Content-Type': type,
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
          ...corsHeaders(origin),
          ...headers,
        },
      });
    try {
      if (request.method !== 'POST' && request.method !== 'OPTIONS')
        throw new Refusal(405, 'method.not-allowed', 'Questions are asked here with POST.', {
          headers: { Allow: 'POST, OPTIONS' },
        });
      origin = allowedOrigin(request, options.origins);
      if (request.method === 'OPTIONS') return preflight(origin);
      const question = await questionIn(request, options);
      const leaving = new AbortController();
      const lines = answered(question, options, leaving.signal);
      const leave = () => {
        leaving.abort();
        void lines.return().catch(() => undefined);
      };
      request.signal.addEventListener('abort', leave, { once: true });
      // Trouble with the model before its first words is an answer of its own.
      const first = await lines.next();
      const body = bytesOf(first, lines, leave, (error) => {
        if (!leaving.signal.aborted) options.onProblem?.(error);
      });
      return answer(200, body, 'application/x-ndjson; charset=utf-8');
    } catch (error) {
      if (error instanceof Refusal) {
        const { status, code, message, headers } = error;
        return answer(status, JSON.stringify({ code, message }), undefined, headers);
      }
      options.onProblem?.(error);
      const message = 'There is no answer just now.';
      return answer(503, JSON.stringify({ code: 'answers.unavailable', message }));
    }
  };

const questionIn = async (request: Request, options: AnswerReceiverOptions): Promise<Question> => {
  checkMediaType(request.headers.get('content-type'));
  const wait = options.limit?.(request) ?? null;
  if (wait !== null)
    throw new Refusal(429, 'rate.limited', 'Too many questions at once.', {
      headers: { 'Retry-After': String(Math.max(1, Math.ceil(wait))) },
    });
  const asked = readJson(await readBody(request, MOST_BYTES));
  const {
    playbook: id,
    language,
    question,
  } = (isRecord(asked) ? asked : {}) as Readonly<Record<string, unknown>>;
  if (typeof question !== 'string' || question.trim() === '' || typeof language !== 'string')
    throw new Refusal(422, 'question.invalid', '"playbook", "language" and "question" are texts.');
  const playbook = options.playbooks().find((known) => known.id === id);
  if (!playbook) throw new Refusal(422, 'playbook.unknown', 'No playbook of this id is led from here.');
  return { playbook: localised(playbook, language), text: withoutContacts(question).slice(0, LONGEST) };
};

const entriesOf = ({ knowledge = [] }: Playbook): readonly Knowledge[] =>
  typeof knowledge === 'string' ? [] : knowledge.filter((part) => typeof part === 'object');

/** The lines of an answer. The model is not asked where no entry has anything to do with the question. */
async function* answered(
  { playbook, text }: Question,
  options: AnswerReceiverOptions,
  left: AbortSignal,
): AsyncGenerator<AnswerLine, void, void> {
  const { knowledge, clock, ask, model, patienceMs = PATIENCE_MS, onNone = () => undefined } = options;
  const known = (await knowledge?.(playbook)) ?? entriesOf(playbook);
  const entries = createRanking(
    known,
    languageOf(playbook.language),
  )(text)
    .filter(({ score }) => score >= FITS_AT_LEAST)
    .slice(0, MOST_ENTRIES)
    .map(({ entry }) => entry);
  if (entries.length === 0) {
    onNone('model.found-none');
    return yield { end: 'none' };
  }
  const ending = new AbortController();
  const end = () => ending.abort();
  const stop = clock.after(patienceMs, end);
  left.addEventListener('abort', end, { once: true });
  try {
    const words = chatted(ask, model, promptFor(text, entries), ending.signal);
    yield* writtenAnswer(words, entries, playbook.language, onNone);
  } finally {
    stop();
    left.removeEventListener('abort', end);
    // Whatever still comes is not waited for.
    end();
  }
}

/** One line each; `onLeft` is called when nobody reads on. What breaks off has no end, which pages take for no answer. */
const bytesOf = (
  first: IteratorResult<AnswerLine, void>,
  lines: AsyncIterator<AnswerLine, void>,
  onLeft: () => void,
  onProblem: (error: unknown) => void,
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  let begun: typeof first | null = first;
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = begun ?? (await lines.next());
        begun = null;
        if (done) controller.close();
        else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      } catch (error) {
        onProblem(error);
        controller.close();
      }
    },
    cancel: onLeft,
  });
};

/** Asks the owner's server for an answer, which comes line by line and counts only as a whole. */
import { isRecord } from '../flow/lenient.js';
import type { Clock } from '../ports/clock.js';
import type { WriteAnswer, WrittenAnswer } from '../ports/written-answers.js';

/** Whoever waits longer gets what the chat knows itself. */
const PATIENCE_MS = 6_000;
const MOST_BYTES = 16 * 1024;

/**
 * A POST of `{playbook, language, question}`; the answer is one JSON object a line: `{"from": ["…"]}`, then
 * `{"says": "…"}` for each sentence, last `{"end": "answered"}`. Any other end, or none, is no answer.
 */
export const answersOver =
  (clock: Pick<Clock, 'after'>, send: typeof fetch = globalThis.fetch.bind(globalThis)): WriteAnswer =>
  ({ url, ...query }, signal) =>
    new Promise((resolve) => {
      const ending = new AbortController();
      const end = (answer: WrittenAnswer | null): void => {
        stop();
        signal.removeEventListener('abort', none);
        ending.abort();
        resolve(answer);
      };
      const none = (): void => end(null);
      const stop = clock.after(PATIENCE_MS, none);
      if (signal.aborted) return none();
      signal.addEventListener('abort', none);
      asked(send, url, JSON.stringify(query), ending.signal).then(end, none);
    });

const asked = async (
  send: typeof fetch,
  url: string,
  body: string,
  signal: AbortSignal,
): Promise<WrittenAnswer | null> => {
  const answer = await send(url, {
    method: 'POST',
    // As plain text no browser has to ask first.
    headers: { 'Content-Type': 'text/plain;charset=UTF-8', Accept: 'application/x-ndjson' },
    body,
    signal,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'strict-origin',
  });
  return answer.ok && answer.body ? answerIn(await textOf(answer.body)) : null;
};

/** Rejects where there is more than anybody would read. */
const textOf = async (body: ReadableStream<Uint8Array>): Promise<string> => {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text;
    bytes += value.byteLength;
    if (bytes > MOST_BYTES) throw new RangeError('The answer is too long.');
    text += decoder.decode(value, { stream: true });
  }
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const answerIn = (text: string): WrittenAnswer | null => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [first, ...rest] = lines.map((line): unknown => JSON.parse(line));
  const from = isRecord(first) ? first['from'] : undefined;
  const last = rest.pop();
  const sentences = rest.map((line) => (isRecord(line) ? line['says'] : undefined));
  const isWhole = isRecord(last) && last['end'] === 'answered' && sentences.length > 0;
  return isWhole && Array.isArray(from) && from.length > 0 && from.every(isText) && sentences.every(isText)
    ? { sentences, from }
    : null;
};

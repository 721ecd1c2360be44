/**
 * Asks a language model over the chat API that most providers and local servers speak (`POST …/chat/completions`,
 * answered as a stream of server-sent events), and hands on its words as they come.
 */
import { isRecord } from '../flow/lenient.js';
import type { Ask } from './forwarding/senders.js';

export interface ChatModel {
  /** Base address, for example `https://api.example.com/v1`; `/chat/completions` is put behind it. */
  readonly url: string;
  /** The secret; left out: the server wants none. */
  readonly key?: string;
  /** The model's name there. */
  readonly name: string;
}

export interface ChatMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** The model was asked and did not answer. `code` says what happened, `status` what its server said; never its words. */
export class ModelFault extends Error {
  override readonly name = 'ModelFault';
  readonly code:
    'model.refused' | 'model.unreadable' | 'model.broke-off' | 'model.too-long' | 'model.too-late';
  readonly status: number;

  constructor(code: ModelFault['code'], status = 200) {
    super(`${code}${status === 200 ? '' : ` (${status})`}`);
    this.code = code;
    this.status = status;
  }
}

/** A longer answer counts as none, and the model is asked no further. */
const MOST_CHARACTERS = 4_000;
/** Of the stream, with everything that is not words. */
const MOST_BYTES = 256 * 1024;

/**
 * The pieces of its answer. Throws ModelFault, or what `ask` throws: nothing is an answer that did not come to its own
 * end. Follows no redirect: the secret would travel with it.
 */
export async function* chatted(
  ask: Ask,
  { url, key, name }: ChatModel,
  messages: readonly ChatMessage[],
  signal: AbortSignal,
): AsyncGenerator<string, void, void> {
  const asking = ask(`${url.replace(/\/+$/, '')}/chat/completions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(key && { Authorization: `Bearer ${key}` }) },
    // Nothing more: newer models of some providers refuse a temperature or `max_tokens`, older servers know no other name.
    body: JSON.stringify({ model: name, messages, stream: true }),
    redirect: 'manual',
    signal,
  });
  const answer = await before(signal, asking);
  if (answer.status !== 200 || !answer.body) {
    answer.body?.cancel().catch(() => undefined);
    throw new ModelFault('model.refused', answer.status);
  }
  let length = 0;
  for await (const data of eventsIn(answer.body, signal)) {
    if (data === '[DONE]') return;
    const { words, end } = pieceIn(data);
    length += words.length;
    if (length > MOST_CHARACTERS) throw new ModelFault('model.too-long');
    if (words) yield words;
    if (end === 'stop') return;
    if (end !== null) throw new ModelFault('model.broke-off');
  }
  throw new ModelFault('model.broke-off');
}

/** The data of every event, whatever the chunks it came in. */
async function* eventsIn(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<string, void, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await before(signal, reader.read());
      if (done) return;
      bytes += value.byteLength;
      if (bytes > MOST_BYTES) throw new ModelFault('model.too-long');
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r?\n/);
      rest = lines.pop() ?? '';
      // An event of this API is one line of data; names, comments and empty lines say nothing.
      for (const line of lines) if (line.startsWith('data:')) yield line.slice('data:'.length).trim();
    }
  } finally {
    // Not waited for: what does not come any more may not end either.
    reader.cancel().catch(() => undefined);
  }
}

/** The same, unless the signal comes first: then it rejects, whatever became of the other. */
const before = <T>(signal: AbortSignal, promise: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const late = () => reject(new ModelFault('model.too-late'));
    if (signal.aborted) late();
    signal.addEventListener('abort', late, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });

/** What one event adds; `end` is why the answer ends with it, null: it does not. */
const pieceIn = (data: string): { readonly words: string; readonly end: string | null } => {
  const said = parsed(data);
  const choices = isRecord(said) ? said['choices'] : undefined;
  if (!Array.isArray(choices)) throw new ModelFault('model.unreadable');
  // Some send the usage at last, without a choice.
  const choice: unknown = choices[0] ?? {};
  const { delta, finish_reason: end } = (isRecord(choice) ? choice : {}) as Readonly<Record<string, unknown>>;
  const words = isRecord(delta) ? delta['content'] : undefined;
  return { words: typeof words === 'string' ? words : '', end: typeof end === 'string' ? end : null };
};

const parsed = (data: string): unknown => {
  try {
    return JSON.parse(data);
  } catch {
    throw new ModelFault('model.unreadable');
  }
};

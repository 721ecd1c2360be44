/** A language model as its server looks from outside: speaks the chat API, follows a script, and keeps what it was sent. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ModelReply {
  /** 200 unless given. */
  readonly status?: number;
  /** What it writes, in pieces. */
  readonly words?: readonly string[];
  /** Events as they stand, instead of words. */
  readonly raw?: string;
  /** How it ends. done: as the API wants it. cut: at its longest. hang-up: breaks off. silence: says no more, and stays. */
  readonly end?: 'done' | 'cut' | 'hang-up' | 'silence';
  /** Bytes of a chunk; default 7, which cuts events and letters in two. */
  readonly chunk?: number;
}

export interface ModelRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface ChatApi {
  /** The base address. */
  readonly url: string;
  readonly requests: readonly ModelRequest[];
  /** What the next requests get. */
  reply: ModelReply;
  close(): Promise<void>;
}

const event = (delta: object, end: string | null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: end }] })}\n\n`;

/** The stream of a reply. */
export const eventsOf = ({ words = [], raw, end = 'done' }: ModelReply): string =>
  raw ??
  [
    ': they keep the line open\n\n',
    event({ role: 'assistant' }, null),
    ...words.map((content) => event({ content }, null)),
    ...(end === 'done'
      ? [event({}, 'stop'), 'data: [DONE]\n\n']
      : end === 'cut'
        ? [event({}, 'length')]
        : []),
  ].join('');

/** Bytes in chunks of a size, so that nothing ends where it should. */
export const chunked = (text: string, size = 7): readonly Uint8Array[] => {
  const bytes = new TextEncoder().encode(text);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.slice(i * size, (i + 1) * size),
  );
};

const send = (response: ServerResponse, reply: ModelReply): void => {
  response.writeHead(reply.status ?? 200, { 'Content-Type': 'text/event-stream' });
  for (const bytes of chunked(eventsOf(reply), reply.chunk)) response.write(bytes);
  if (reply.end === 'hang-up') response.write('\n', () => response.destroy());
  else if (reply.end !== 'silence') response.end();
};

export const startChatApi = async (reply: ModelReply = {}): Promise<ChatApi> => {
  const requests: ModelRequest[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      requests.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
      send(response, api.reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const api: ChatApi = {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    reply,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return api;
};

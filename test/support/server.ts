/**
 * A website for tests: pages, folders and endpoints on a port of its own. It records every request, and all bad
 * weather is made here: an endpoint follows a script of answers, and the whole site can go down and come up again.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

export interface Request {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  /** 200 unless given. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/**
 * What one request gets. `hold` waits for `release()` and then answers; `never` keeps the connection open without a
 * word; `close` breaks it. A function may look at the request first, or pass it on to a real receiver.
 */
export type Reply =
  Answer | { readonly hold: Reply } | 'never' | 'close' | ((request: Request) => Reply | Promise<Reply>);

export interface Endpoint {
  /** What arrived here, without the browser's own questions (OPTIONS). */
  readonly received: readonly Request[];
  /** Answers everything that is held, and what comes later as if it were not held. */
  release(): void;
}

export interface Site {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Every request so far, in order of arrival, icons and OPTIONS included. */
  readonly requests: readonly Request[];
  /** An HTML document at a path. Headers may carry a content security policy. */
  page(path: string, html: string, headers?: Readonly<Record<string, string>>): void;
  /** The files of a folder below a path that ends in a slash. Nothing is cached unless the headers say so. */
  folder(path: string, folder: string, headers?: Readonly<Record<string, string>>): void;
  /** The k-th request to the path gets the k-th reply, later ones the last. Any origin may post (CORS). */
  endpoint(path: string, replies: readonly Reply[]): Endpoint;
  /** Refuses connections and breaks open ones, as if the network were gone. */
  goDown(): Promise<void>;
  /** Listens on the same port again. */
  comeUp(): Promise<void>;
  close(): Promise<void>;
}

type Handler = (request: Request) => Promise<Reply>;

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const notFound: Answer = { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found.' };

const anyOrigin = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, content-type, idempotency-key',
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-expose-headers': 'retry-after, date',
};

const read = async (incoming: IncomingMessage): Promise<Request> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? '/', 'http://site.example');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  const body = Buffer.concat(chunks).toString('utf8');
  return { method: incoming.method ?? 'GET', path: url.pathname, query: url.search, headers, body };
};

const fileAnswer = async (folder: string, path: string): Promise<Answer> => {
  const file = normalize(join(folder, decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path)));
  if (!file.startsWith(normalize(folder + sep))) return notFound;
  const body = await readFile(file).catch(() => null);
  const type = contentTypes[extname(file)] ?? 'application/octet-stream';
  // A module or a font may be asked for by a page of another origin.
  return body ? { headers: { 'content-type': type, 'access-control-allow-origin': '*' }, body } : notFound;
};

const scripted = (replies: readonly Reply[]): { handler: Handler; endpoint: Endpoint } => {
  const received: Request[] = [];
  let released = false;
  let release = (): void => undefined;
  const releasing = new Promise<void>((resolve) => {
    release = resolve;
  });
  const settle = async (reply: Reply, request: Request): Promise<Reply> => {
    if (typeof reply === 'function') return settle(await reply(request), request);
    if (typeof reply === 'string') return reply;
    if ('hold' in reply) {
      if (!released) await releasing;
      return settle(reply.hold, request);
    }
    return { ...reply, headers: { ...anyOrigin, ...reply.headers } };
  };
  return {
    async handler(request) {
      if (request.method === 'OPTIONS') return { status: 204, headers: anyOrigin };
      received.push(request);
      const reply = replies[Math.min(received.length, replies.length) - 1];
      return settle(reply ?? { status: 204 }, request);
    },
    endpoint: {
      received,
      release() {
        released = true;
        release();
      },
    },
  };
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

/** Starts an empty site on a free port. */
export const startSite = async (): Promise<Site> => {
  const requests: Request[] = [];
  const exact = new Map<string, Handler>();
  const folders: { readonly path: string; readonly answer: (rest: string) => Promise<Answer> }[] = [];
  const sockets = new Set<Socket>();

  const handle = async (request: Request): Promise<Reply> => {
    const handler = exact.get(request.path);
    if (handler) return handler(request);
    const mount = folders.find(({ path }) => request.path.startsWith(path));
    return mount ? mount.answer(request.path.slice(mount.path.length)) : notFound;
  };
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = await read(incoming);
    requests.push(request);
    const reply = await handle(request);
    if (reply === 'never') return;
    if (typeof reply !== 'object' || 'hold' in reply) {
      outgoing.destroy();
      return;
    }
    outgoing.writeHead(reply.status ?? 200, { 'cache-control': 'no-store', ...reply.headers });
    outgoing.end(reply.body);
  };
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const port = await listen(server, 0);

  const goDown = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    page(path, html, headers = {}) {
      const type = { 'content-type': 'text/html; charset=utf-8' };
      exact.set(path, async () => ({ headers: { ...type, ...headers }, body: html }));
    },
    folder(path, folder, headers = {}) {
      const answer = async (rest: string): Promise<Answer> => {
        const file = await fileAnswer(folder, rest);
        return { ...file, headers: { ...file.headers, ...headers } };
      };
      folders.unshift({ path, answer });
    },
    endpoint(path, replies) {
      const { handler, endpoint } = scripted(replies);
      exact.set(path, handler);
      return endpoint;
    },
    goDown,
    comeUp: async () => void (await listen(server, port)),
    close: goDown,
  };
};

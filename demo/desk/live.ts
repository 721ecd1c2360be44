/** Tells open inboxes that something changed. They fetch what it was themselves. */

export interface Live {
  /** Something changed in the inbox. */
  announce(): void;
  /** A stream of server-sent events, one for every announcement, until the reader goes away. */
  listen(): Response;
  /** Ends every stream. */
  close(): void;
}

const HEARTBEAT_MS = 25_000;
const RETRY_MS = 2_000;

export const createLive = (): Live => {
  const listeners = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const bytes = (text: string) => new TextEncoder().encode(text);
  const tell = (text: string): void => {
    for (const listener of listeners) {
      try {
        listener.enqueue(bytes(text));
      } catch {
        listeners.delete(listener);
      }
    }
  };
  // Proxies close connections on which nothing moves.
  const heartbeat = setInterval(() => tell(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  return {
    announce: () => tell('event: changed\ndata: inbox\n\n'),
    listen: () => {
      let listener: ReadableStreamDefaultController<Uint8Array>;
      const stream = new ReadableStream<Uint8Array>({
        start: (controller) => {
          listener = controller;
          listeners.add(listener);
          listener.enqueue(bytes(`retry: ${RETRY_MS}\n\n`));
        },
        cancel: () => {
          listeners.delete(listener);
        },
      });
      return new Response(stream, {
        headers: {
          'Content-Type': 'text/event-stream; charset=utf-8',
          'Cache-Control': 'no-store',
          'X-Accel-Buffering': 'no',
        },
      });
    },
    close: () => {
      clearInterval(heartbeat);
      for (const listener of listeners) {
        try {
          listener.close();
        } catch {
          // The reader went away in this very moment.
        }
      }
      listeners.clear();
    },
  };
};

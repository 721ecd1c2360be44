/** What keeps strangers and other sites out of the desk. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';

/** Forms of other sites cannot act here, whatever the browser sends along. */
export const sameOriginForms: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin');
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  if (origin === undefined || origin === new URL(c.req.url).origin) return next();
  return c.text('This form was sent from another site.', 403);
};

/** Only a page of the desk itself, so that a link to the login cannot lead elsewhere. */
export const safeNext = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : '/';

/** The address a request comes from. */
export const senderOf = (c: Context): string => {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown';
  }
};

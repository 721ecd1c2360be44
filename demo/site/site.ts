/** The company's site: a page per situation in which a visitor may want to talk. */
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Playbook } from '../../src/playbook/schema.js';
import { productPicture } from './art/product-picture.js';
import { page, type Page } from './page.js';
import { ask } from './pages/ask.js';
import { coldRooms } from './pages/cold-rooms.js';
import { contact } from './pages/contact.js';
import { haccp } from './pages/haccp.js';
import { home } from './pages/home.js';
import { notFound } from './pages/not-found.js';
import { november } from './pages/november.js';
import { pricing } from './pages/pricing.js';
import { privacy } from './pages/privacy.js';
import { support } from './pages/support.js';
import { welcomeBack } from './pages/welcome-back.js';

const PAGES: { readonly [path: string]: () => Page } = {
  '/': home,
  '/pricing': pricing,
  '/contact': contact,
  '/haccp': haccp,
  '/cold-rooms': coldRooms,
  '/november': november,
  '/welcome-back': welcomeBack,
  '/privacy': privacy,
  '/support': support,
};

export interface SiteOptions {
  /** Folder with the built script. May be missing: the site then shows its own contact links. */
  readonly dist: string;
  /** As visitors get it. */
  readonly playbook: Playbook;
  /** Origin of the desk, for the content security policy. */
  readonly deskOrigin: string;
}

export const createSite = ({ dist, playbook, deskOrigin }: SiteOptions): Hono => {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'strict-origin-when-cross-origin');
    c.header('Cache-Control', 'no-cache');
    if (c.res.headers.has('Content-Security-Policy')) return;
    c.header(
      'Content-Security-Policy',
      `default-src 'self'; connect-src 'self' ${deskOrigin}; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    );
  });
  for (const [path, made] of Object.entries(PAGES)) app.get(path, (c) => c.html(page(made())));
  app.get('/ask', (c) => c.html(page(ask(c.req.query('lang')))));
  app.get('/playbook.json', (c) => c.json(playbook));
  app.get('/img/:name{[a-z-]+\\.svg}', async (c, next) => {
    const picture = productPicture(c.req.param('name').replace('.svg', ''));
    if (picture === null) return next();
    // The picture brings its own colours; the page's policy would take them away when it is opened by itself.
    c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
    return c.body(picture, 200, { 'Content-Type': 'image/svg+xml' });
  });
  app.get('/try', (c) => c.redirect('/try/'));
  let built: MiddlewareHandler | undefined;
  app.on('GET', ['/warmlead/*', '/try/*'], (c, next) => {
    if (!existsSync(dist)) return Promise.resolve(c.text('The script is not built. Run npm run build.', 404));
    built ??= serveStatic({
      root: dist,
      rewriteRequestPath: (path) => path.replace(/^\/warmlead/, ''),
    });
    return built(c, next);
  });
  app.get('/warmlead/*', (c) => c.text('There is no such file.', 404));
  app.get('/*', serveStatic({ root: fileURLToPath(new URL('./public', import.meta.url)) }));
  app.notFound((c) => c.html(page(notFound()), 404));
  return app;
};

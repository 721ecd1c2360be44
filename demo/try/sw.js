/**
 * Keeps the files of the try page, so that it opens without a network. Only those: nothing else that the page does
 * passes through here. The build writes the list and its version.
 */
const VERSION = '__VERSION_OF_FILES__';
const FILES = __FILES__;
const PREFIX = 'warmlead-try ';
const here = new URL('./', self.location.href);
const NAME = `${PREFIX}${VERSION} ${here.pathname}`;
const kept = new Set(FILES.map((file) => new URL(file, here).href));

self.addEventListener('install', (event) => {
  const requests = [...kept].map((url) => new Request(url, { cache: 'no-cache' }));
  event.waitUntil(
    caches
      .open(NAME)
      .then((cache) => cache.addAll(requests))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  // Other folders of this host may hold a try page of their own.
  const old = (name) => name.startsWith(PREFIX) && name !== NAME && name.endsWith(` ${here.pathname}`);
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// The network first, so that a new version shows at once; what is kept when there is none.
self.addEventListener('fetch', (event) => {
  const asked = event.request.url.replace(/[?#].*/, '');
  // A folder is asked for by its own address.
  const url = asked === here.href ? new URL('index.html', here).href : asked;
  if (event.request.method !== 'GET' || !kept.has(url)) return;
  event.respondWith(fetch(event.request).catch(async () => (await caches.match(url)) ?? Response.error()));
});

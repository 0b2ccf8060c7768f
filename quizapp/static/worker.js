// Runs beside the pages, also while the server does not. It keeps no page and no answer: what
// is due changes with every one of them. It keeps one page that says what to do, and what that
// page is made of, under a name that changes with them. VERSION and SHELL stand before this.

const CACHE = `quizapp-${VERSION}`;
const [FALLBACK] = SHELL;

async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL.map((address) => new Request(address, { cache: 'reload', credentials: 'omit' })));
  await self.skipWaiting();
}

async function tidy() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('quizapp-') && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function kept(address) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? Response.error();
}

// Always the server's own word first; what is kept only where there is none.
async function answer(request, address) {
  try {
    return await fetch(request);
  } catch {
    return kept(address);
  }
}

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return; // A form is the server's alone.
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(answer(request, FALLBACK));
  else if (SHELL.includes(pathname)) event.respondWith(answer(request, pathname));
});

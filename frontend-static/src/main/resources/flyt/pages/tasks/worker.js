/*
 * Keeps the files of the phone's page, so that it opens without a network, and tells of an offer while the page sleeps. Files only: an answer of the API is never kept, nor any
 * other page. The version is a digest of all files below, set by the server when it hands this file out, so that new pages make a
 * new worker, which takes over at once; the page then loads itself anew when nobody is in the middle of something.
 */
const VERSION = '{version}';
const KEPT = `flyt-tasks-${VERSION}`;

const SHELL = [
  '/tasks',
  '/static/font/source-sans-3-latin.woff2',
  '/static/lang/tasks.nb.json',
  '/static/lang/tasks.en.json',
  '/static/lang/tasks.pl.json',
  '/static/lang/tasks.lt.json',
  '/static/tasks/flyt.webmanifest',
  '/static/tasks/flyt.svg',
  '/static/tasks/flyt-192.png',
  '/static/icons/alert-circle.svg',
  '/static/icons/arrow-back-up.svg',
  '/static/icons/arrow-right.svg',
  '/static/icons/backspace.svg',
  '/static/icons/basket.svg',
  '/static/icons/bed.svg',
  '/static/icons/building-hospital.svg',
  '/static/icons/check.svg',
  '/static/icons/chevron-left.svg',
  '/static/icons/chevron-right.svg',
  '/static/icons/circle-check.svg',
  '/static/icons/clock.svg',
  '/static/icons/coffee.svg',
  '/static/icons/device-mobile.svg',
  '/static/icons/dots.svg',
  '/static/icons/file-text.svg',
  '/static/icons/info-circle.svg',
  '/static/icons/language.svg',
  '/static/icons/list-check.svg',
  '/static/icons/player-pause.svg',
  '/static/icons/player-play.svg',
  '/static/icons/plus.svg',
  '/static/icons/scan.svg',
  '/static/icons/sparkles.svg',
  '/static/icons/tool.svg',
  '/static/icons/user.svg',
  '/static/icons/user-circle.svg',
  '/static/icons/users.svg',
  '/static/icons/volume.svg',
  '/static/icons/wifi-off.svg',
  '/static/icons/x.svg',
];

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method === 'GET' && origin === self.location.origin && SHELL.includes(pathname)) {
    event.respondWith(kept(pathname, event.request));
  }
});
self.addEventListener('push', (event) => event.waitUntil(tell()));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open());
});

/** All files or none: half a page would be worse than an old one. Asked for by nobody, so that the page has nothing of anybody in it. */
async function keep() {
  const cache = await caches.open(KEPT);
  await cache.addAll(SHELL.map((path) => new Request(path, { cache: 'no-cache', credentials: 'omit' })));
  await self.skipWaiting();
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('flyt-tasks-') && name !== KEPT).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function kept(pathname, request) {
  const cache = await caches.open(KEPT);
  return (await cache.match(pathname)) || fetch(request);
}

/** Something is offered, and the phone has not shown it. What it is stands on the page alone. */
async function tell() {
  const chosen = await caches.match('/language', { cacheName: 'flyt-language' });
  const language = chosen === undefined ? 'nb' : await chosen.text();
  const file = `/static/lang/tasks.${language}.json`;
  const words = await (await kept(file, file)).json();
  await self.registration.showNotification(words['wake.title'], {
    body: words['wake.body'],
    lang: language,
    tag: 'flyt-task',
    renotify: true,
    icon: '/static/tasks/flyt-192.png',
    vibrate: [180, 90, 180],
  });
}

async function open() {
  const pages = await self.clients.matchAll({ type: 'window' });
  const page = pages.find(({ url }) => new URL(url).pathname === '/tasks');
  return page === undefined ? self.clients.openWindow('/tasks') : page.focus();
}

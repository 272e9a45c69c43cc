/*
 * Keeps the files of the phone's page, so that it opens without a network. Files only: an answer of the API is never kept, nor any
 * other page. The version is a digest of all files below, set by the server when it hands this file out, so that new pages make a
 * new worker, which takes over at once; the page then loads itself anew when nobody is in the middle of something.
 */
const VERSION = '{version}';
const KEPT = `flyt-tasks-${VERSION}`;

const SHELL = [
  '/tasks',
  '/static/css/tokens.css',
  '/static/css/page.css',
  '/static/css/glyphs.css',
  '/static/css/icons.css',
  '/static/css/tasks.css',
  '/static/css/tasks-job.css',
  '/static/css/tasks-sheets.css',
  '/static/font/source-sans-3-latin.woff2',
  '/static/lang/tasks.nb.json',
  '/static/lang/tasks.en.json',
  '/static/lang/tasks.pl.json',
  '/static/lang/tasks.lt.json',
  '/static/tasks/flyt.webmanifest',
  '/static/tasks/flyt.svg',
  '/static/tasks/flyt-192.png',
  '/static/core/api.js',
  '/static/core/ask-once.js',
  '/static/core/attended.js',
  '/static/core/each-frame.js',
  '/static/core/hospital-time.js',
  '/static/core/light-element.js',
  '/static/core/link.js',
  '/static/core/me.js',
  '/static/core/problem-words.js',
  '/static/core/rows.js',
  '/static/core/staleness.js',
  '/static/core/theme.js',
  '/static/core/words.js',
  '/static/glyphs/bed-cells.js',
  '/static/glyphs/glyph.js',
  '/static/glyphs/signs.js',
  '/static/glyphs/task-signs.js',
  '/static/glyphs/tubes.js',
  '/static/tasks/as-seen.js',
  '/static/tasks/because.js',
  '/static/tasks/bed-code.js',
  '/static/tasks/camera.js',
  '/static/tasks/deeds.js',
  '/static/tasks/duty-form.js',
  '/static/tasks/job-card.js',
  '/static/tasks/job-lines.js',
  '/static/tasks/job-page.js',
  '/static/tasks/jobs.js',
  '/static/tasks/language-menu.js',
  '/static/tasks/languages.js',
  '/static/tasks/more-sheet.js',
  '/static/tasks/offline.js',
  '/static/tasks/on-the-phone.js',
  '/static/tasks/outbox.js',
  '/static/tasks/page-frame.js',
  '/static/tasks/phone-store.js',
  '/static/tasks/patient-panel.js',
  '/static/tasks/phone.js',
  '/static/tasks/pictograms.js',
  '/static/tasks/precautions.js',
  '/static/tasks/queue-view.js',
  '/static/tasks/report-view.js',
  '/static/tasks/reports.js',
  '/static/tasks/sayings.js',
  '/static/tasks/scan-view.js',
  '/static/tasks/shift-times.js',
  '/static/tasks/shift-view.js',
  '/static/tasks/strips.js',
  '/static/tasks/taps.js',
  '/static/tasks/tasks-page.js',
  '/static/tasks/thumb.js',
  '/static/tasks/ticks.js',
  '/static/tasks/who-works.js',
  '/static/ward/hand/destinations.js',
  '/static/ward/hand/hospital-day.js',
  '/static/ward/hand/undo-bar.js',
  '/static/ward/hand/wishes.js',
  '/static/icons/alert-circle.svg',
  '/static/icons/arrow-back-up.svg',
  '/static/icons/arrow-right.svg',
  '/static/icons/backspace.svg',
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
  '/static/icons/user.svg',
  '/static/icons/user-circle.svg',
  '/static/icons/users.svg',
  '/static/icons/volume.svg',
  '/static/icons/wifi-off.svg',
  '/static/icons/x.svg',
  '/webjars/lit/3.3.2/index.js',
  '/webjars/lit/3.3.2/directives/repeat.js',
  '/webjars/lit__reactive-element/2.1.2/reactive-element.js',
  '/webjars/lit__reactive-element/2.1.2/css-tag.js',
  '/webjars/lit-html/3.3.2/lit-html.js',
  '/webjars/lit-html/3.3.2/is-server.js',
  '/webjars/lit-html/3.3.2/directives/repeat.js',
  '/webjars/lit-html/3.3.2/directive.js',
  '/webjars/lit-html/3.3.2/directive-helpers.js',
  '/webjars/lit-element/4.2.2/lit-element.js',
];

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method === 'GET' && origin === self.location.origin && SHELL.includes(pathname)) {
    event.respondWith(kept(pathname, event.request));
  }
});

/** All files or none: half a page would be worse than an old one. */
async function keep() {
  const cache = await caches.open(KEPT);
  await cache.addAll(SHELL.map((path) => new Request(path, { cache: 'no-cache' })));
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

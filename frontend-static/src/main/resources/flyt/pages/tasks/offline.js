/**
 * Lets the page open without a network: a worker of the browser keeps its files. Where the way is not encrypted browsers have no such
 * worker, and the page works as before.
 *
 * @param {() => boolean} isIdle whether nobody is in the middle of something, so that new files may be taken into use
 */
export function offlineWorker(isIdle) {
  if (!navigator.serviceWorker) {
    return;
  }
  let hadOne = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.register('/tasks-worker.js', { scope: '/tasks' }).catch(() => undefined);
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hadOne) {
      whenIdle(isIdle);
    }
    hadOne = true;
  });
}

/** In which language the worker speaks when it wakes the phone: it sees nothing of what the page has kept. @param {string} language */
export async function workerSpeaks(language) {
  if (window.caches) {
    await (await caches.open('flyt-language')).put('/language', new Response(language));
  }
}

/** The server has new pages: they are shown as soon as nobody is disturbed by it. */
function whenIdle(isIdle) {
  const timer = setInterval(() => {
    if (isIdle()) {
      clearInterval(timer);
      location.reload();
    }
  }, 500);
}

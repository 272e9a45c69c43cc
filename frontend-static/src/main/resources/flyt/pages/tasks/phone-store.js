/**
 * What the phone keeps through a lost network and a reload: taps in their order, and the last that was seen of the queue. One database
 * for each account, so that nobody sees, or sends, what is another's. Where the browser keeps nothing (a private window) it lives in
 * memory for as long as the page does.
 *
 * @typedef {object} PhoneStore
 * @property {() => Promise<import('./taps.js').Tap[]>} taps in order
 * @property {(tap: import('./taps.js').Tap) => Promise<number>} put its place in the order; a tap that has one is replaced
 * @property {(n: number) => Promise<void>} drop
 * @property {(name: string) => Promise<any>} get what was kept under a name, or undefined
 * @property {(name: string, value: any) => Promise<void>} keep null: no longer
 * @property {() => void} close
 */

/** @param {string} account @returns {Promise<PhoneStore>} */
export async function openStore(account) {
  try {
    return durable(await open(`flyt-tasks-${account}`));
  } catch {
    return inMemory();
  }
}

function open(name) {
  return new Promise((found, failed) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('taps', { keyPath: 'n', autoIncrement: true });
      request.result.createObjectStore('kept');
    };
    request.onsuccess = () => found(request.result);
    request.onerror = () => failed(request.error);
  });
}

/** @param {IDBDatabase} database @returns {PhoneStore} */
function durable(database) {
  const ask = (name, mode, asking) =>
    new Promise((answered, failed) => {
      const work = database.transaction(name, mode);
      const request = asking(work.objectStore(name));
      work.oncomplete = () => answered(request.result);
      work.onabort = () => failed(work.error);
    });
  return {
    taps: () => ask('taps', 'readonly', (taps) => taps.getAll()),
    put: (tap) => ask('taps', 'readwrite', (taps) => taps.put(tap)),
    drop: (n) => ask('taps', 'readwrite', (taps) => taps.delete(n)),
    get: (name) => ask('kept', 'readonly', (kept) => kept.get(name)),
    keep: (name, value) => ask('kept', 'readwrite', (kept) => (value === null ? kept.delete(name) : kept.put(value, name))),
    close: () => database.close(),
  };
}

/** @returns {PhoneStore} */
function inMemory() {
  const taps = new Map();
  const kept = new Map();
  let last = 0;
  const put = (tap) => {
    const n = tap.n || (last += 1);
    taps.set(n, { ...tap, n });
    return n;
  };
  return {
    taps: async () => [...taps.values()],
    put: async (tap) => put(tap),
    drop: async (n) => void taps.delete(n),
    get: async (name) => kept.get(name),
    keep: async (name, value) => void kept.set(name, value === null ? undefined : value),
    close: () => undefined,
  };
}

import { problemOf } from '../core/api.js';

/**
 * Fetches the log as CSV and hands it over as a file.
 *
 * @param {string} address
 * @param {(lines: number) => void} came is told how many lines have come so far
 * @param {AbortSignal} signal
 * @returns {Promise<import('../core/api.js').Done | import('../core/api.js').Problem>}
 */
export async function saveLog(address, came, signal) {
  const parts = [];
  let lines = -1; // the heading
  try {
    const answer = await fetch(address, { signal, headers: { accept: 'text/csv' } });
    if (!answer.ok) {
      return problemOf(answer);
    }
    const reader = answer.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      lines += part.value.reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0);
      came(Math.max(0, lines));
    }
  } catch (fault) {
    if (fault.name === 'AbortError') {
      throw fault;
    }
    return { ok: false, status: 0, code: 'unreachable', retryAfter: null };
  }
  save(new Blob(parts, { type: 'text/csv' }), 'access-log.csv');
  return { ok: true, status: 200, body: { lines } };
}

/** Hands a file over to whoever looks at the page. @param {Blob} content @param {string} name */
export function save(content, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

import { known } from './known.js';

import { looksBack } from './look-back.js';

/**
 * The server's HTTP API, as pages use it: JSON in and out, problems (RFC 9457) as values.
 *
 * @typedef {{ok: true, status: number, body: any}} Done
 * @typedef {{ok: false, status: number, code: string, retryAfter: number | null, by?: string | null, faults?: {field: string, problem: string}[]}} Problem
 *   `code`: the last part of the problem's type, of a refusal its reason; `unreachable` when nobody answered; `by`: who was first,
 *   `looking-back` where the page shows what was: nothing of it can be changed, so nothing was asked
 */

/** What the server said ahead, else what it answers. @param {string} address @param {{signal?: AbortSignal, headers?: Record<string, string>}} [options] @returns {Promise<Done | Problem>} */
export async function get(address, options = {}) {
  const body = known(address);
  return body === undefined ? ask('GET', address, undefined, options) : { ok: true, status: 200, body };
}

/** @param {string} address @param {unknown} body @param {{signal?: AbortSignal}} [options] @returns {Promise<Done | Problem>} */
export function post(address, body, options = {}) {
  return ask('POST', address, body, options);
}

/** @param {string} address @param {unknown} body @param {{signal?: AbortSignal}} [options] @returns {Promise<Done | Problem>} */
export function put(address, body, options = {}) {
  return ask('PUT', address, body, options);
}

/** @param {string} address @param {unknown} body @param {{signal?: AbortSignal}} [options] @returns {Promise<Done | Problem>} */
export function patch(address, body, options = {}) {
  return ask('PATCH', address, body, options);
}

/** @param {string} address @param {{signal?: AbortSignal}} [options] @returns {Promise<Done | Problem>} */
export function remove(address, options = {}) {
  return ask('DELETE', address, undefined, options);
}

/** What an answer that is not of the 2xx says. @param {Response} answer @returns {Promise<Problem>} */
export async function problemOf(answer) {
  const json = await answer.json().catch(() => ({}));
  const type = String(json.type || '');
  const code = type.slice(type.lastIndexOf('/') + 1) || String(answer.status);
  const waits = Number(answer.headers.get('retry-after'));
  return {
    ok: false,
    status: answer.status,
    code: code === 'refused' && json.reason ? json.reason : code,
    retryAfter: waits > 0 ? waits : null,
    by: json.by || null,
    faults: json.faults || [],
  };
}

async function ask(method, address, body, { signal, headers = {} }) {
  if (method !== 'GET' && address.startsWith('/api/v1/hospitals/') && looksBack()) {
    return { ok: false, status: 0, code: 'looking-back', retryAfter: null };
  }
  let answer;
  try {
    answer = await fetch(address, {
      method,
      signal,
      headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (fault) {
    if (fault.name === 'AbortError') {
      throw fault;
    }
    return { ok: false, status: 0, code: 'unreachable', retryAfter: null };
  }
  return answer.ok ? { ok: true, status: answer.status, body: await answer.json().catch(() => ({})) } : problemOf(answer);
}

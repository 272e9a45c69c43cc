import { post } from '../../core/api.js';
import { problemWords } from '../../core/problem-words.js';

/**
 * What people say, on its way to the server. A command has an id of its own, so that it can be sent again when no answer came.
 *
 * @typedef {import('./hand-deeds.js').Wish & {commandId: string, at: string}} Command
 */

/** @param {import('./hand-deeds.js').Wish} wish @param {number} now hospital time @returns {Command} */
export function commandOf(wish, now) {
  return { ...wish, commandId: newCommandId(), at: new Date(now).toISOString() };
}

/** @param {string} hospital @param {Command} command @param {AbortSignal} signal */
export function send(hospital, command, signal) {
  return post(`/api/v1/hospitals/${encodeURIComponent(hospital)}/commands`, command, { signal });
}

/** Why the server said no, in the reader's words. @param {import('../../core/api.js').Problem} problem @param {import('../../core/words.js').Words} words */
export function refusalWords(problem, words) {
  if (problem.by && words.has(`refusal.${problem.code}-by`)) {
    return words(`refusal.${problem.code}-by`, { by: problem.by });
  }
  const key = `refusal.${problem.code}`;
  if (problem.status === 409 && words.has(key)) {
    return words(key);
  }
  return problem.code === 'unreachable' ? words('hand.unreachable') : problemWords(problem, words);
}

/** A random UUID; `crypto.randomUUID` is missing where the way is not encrypted. */
export function newCommandId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

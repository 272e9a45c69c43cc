/**
 * What does not go on by itself, and the limit that it passed. Pure.
 *
 * @typedef {import('../core/rows.js').Row} Row
 * @typedef {'wrong-patient' | 'not-possible' | 'help' | 'offered-to-all' | 'untaken' | 'paused'} Cause
 * @typedef {{row: Row, cause: Cause}} Stuck
 */

const MINUTE_MS = 60_000;
/** Nobody has taken it, so long before somebody must begin. */
export const UNTAKEN_BEFORE_MS = 5 * MINUTE_MS;
/** It has been paused for longer than this. */
export const PAUSED_MS = 20 * MINUTE_MS;

const CAUSES = ['wrong-patient', 'not-possible', 'help', 'offered-to-all', 'untaken', 'paused'];

/**
 * @param {Row[]} tasks in their order
 * @param {import('./crew.js').Person[]} crew @param {import('./offers-made.js').OffersMade} offers @param {number} now hospital time
 * @returns {Stuck[]} what cannot go on at all first
 */
export function stuckOf(tasks, crew, offers, now) {
  const workers = crew.filter(({ state }) => state !== 'break').map(({ worker }) => worker);
  return tasks
    .map((row) => ({ row, cause: causeOf(row, workers, offers, now) }))
    .filter(({ cause }) => cause !== null)
    .sort((a, b) => CAUSES.indexOf(a.cause) - CAUSES.indexOf(b.cause));
}

function causeOf(row, workers, offers, now) {
  if (row.patient && row.patient.mismatchAt && !row.patient.confirmedAt) {
    return 'wrong-patient';
  }
  if (row.state === 'not-possible') {
    return 'not-possible';
  }
  if (row.helpWanted) {
    return 'help';
  }
  if (row.state === 'pending' && offers.allAsked(row.task, workers)) {
    return 'offered-to-all';
  }
  const begin = row.startBy || row.dueAt;
  if (['pending', 'offered'].includes(row.state) && begin && now > Date.parse(begin) - UNTAKEN_BEFORE_MS) {
    return 'untaken';
  }
  return row.state === 'paused' && row.since && now - Date.parse(row.since) > PAUSED_MS ? 'paused' : null;
}

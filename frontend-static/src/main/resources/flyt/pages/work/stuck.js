/**
 * What does not go on by itself, and the limit that it passed. The hospital tells which limits a task has passed (`stuck` of its row, by
 * the rule set in force); the rest follows from its state. Pure.
 *
 * @typedef {import('../core/rows.js').Row} Row
 * @typedef {'wrong-patient' | 'not-possible' | 'help' | 'offered-to-all' | 'untaken' | 'not-begun' | 'paused'} Cause
 * @typedef {{row: Row, cause: Cause}} Stuck
 */

const CAUSES = ['wrong-patient', 'not-possible', 'help', 'offered-to-all', 'untaken', 'not-begun', 'paused'];

/**
 * @param {Row[]} tasks in their order
 * @param {import('./crew.js').Person[]} crew @param {import('./offers-made.js').OffersMade} offers
 * @returns {Stuck[]} what cannot go on at all first
 */
export function stuckOf(tasks, crew, offers) {
  const workers = crew.filter(({ state }) => state !== 'break').map(({ worker }) => worker);
  return tasks
    .map((row) => ({ row, cause: causeOf(row, workers, offers) }))
    .filter(({ cause }) => cause !== null)
    .sort((a, b) => CAUSES.indexOf(a.cause) - CAUSES.indexOf(b.cause));
}

/**
 * What has waited for so long that it is offered to whoever is free and fit, and nobody was told of it yet, for nobody is. Not stuck:
 * it goes on by itself.
 *
 * @param {Row[]} tasks @returns {Row[]} the oldest first
 */
export function untoldOf(tasks) {
  return tasks
    .filter(({ state, stuck, passedBy }) => state === 'pending' && stuck && stuck.stage === 'untold' && !(passedBy > 0))
    .sort((a, b) => a.orderedAt.localeCompare(b.orderedAt));
}

/** What nobody was told of is being offered, and only stuck when nobody has taken it shortly before it must begin. */
function causeOf(row, workers, offers) {
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
  return row.stuck && CAUSES.includes(row.stuck.stage) ? row.stuck.stage : null;
}

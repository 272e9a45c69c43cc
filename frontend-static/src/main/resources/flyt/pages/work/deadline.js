/**
 * What a deadline means now: how far it is, whether it is passed, and what cannot be reached any more. Pure.
 *
 * @typedef {import('../core/rows.js').Row} Row
 */

const MINUTE_MS = 60_000;
const BEGUN = ['in-progress', 'paused'];

/** Whether somebody has begun. @param {Row} row */
export const isBegun = (row) => BEGUN.includes(row.state);

/**
 * @param {Row} row @param {'done' | 'started'} counts what must have happened by then @param {number} now hospital time
 * @returns {{at: string, leftMs: number, late: boolean, met: boolean} | null} `met`: it was begun, and that is all that counts
 */
export function deadlineOf(row, counts, now) {
  if (!row.dueAt) {
    return null;
  }
  const leftMs = Date.parse(row.dueAt) - now;
  const met = counts === 'started' && isBegun(row);
  return { at: row.dueAt, leftMs, late: !met && leftMs < 0, met };
}

/**
 * The earliest time, in whole minutes, at which it can be done, where that is past its deadline; null: it can be reached.
 * As long as nobody has begun, what it takes is the time between the latest beginning and the deadline.
 * @param {Row} row @param {'done' | 'started'} counts @param {number} now
 */
export function notBefore(row, counts, now) {
  if (counts !== 'done' || !row.dueAt || row.state === 'not-possible') {
    return null;
  }
  const due = Date.parse(row.dueAt);
  const done = earliestDone(row, due, now);
  const minute = Math.ceil(done / MINUTE_MS) * MINUTE_MS;
  return minute > due ? minute : null;
}

function earliestDone(row, due, now) {
  if (row.expectedDoneAt) {
    return Math.max(now, Date.parse(row.expectedDoneAt));
  }
  if (!row.startBy || isBegun(row)) {
    return 0;
  }
  const mayEnter = row.airChangeUntil ? Date.parse(row.airChangeUntil) : 0;
  return Math.max(now, mayEnter) + (due - Date.parse(row.startBy));
}

/**
 * The tasks of a team in the order in which they come, and those that a search leaves. Pure.
 *
 * @typedef {import('../core/rows.js').Row} Row
 */

/** The rows of one kind. @param {import('../core/rows.js').Rows | null} rows @param {string} kind */
export function ofKind(rows, kind) {
  return rows === null ? [] : [...rows.byKey.values()].filter((row) => row.kind === kind);
}

/**
 * By rank, the smallest score first; what is not ranked comes last: what is under way, then what has its time, then what cannot be done.
 * @param {Row[]} tasks @returns {{row: Row, place: number | null}[]} `place`: 1 for the first of those that are ranked
 */
export function inOrder(tasks) {
  const sorted = [...tasks].sort(compare);
  let place = 0;
  return sorted.map((row) => ({ row, place: isRanked(row) ? (place += 1) : null }));
}

const isRanked = (row) => typeof row.score === 'number';
const GROUPS = ['pending', 'offered', 'accepted', 'in-progress', 'paused', 'scheduled', 'not-possible'];

function compare(a, b) {
  if (isRanked(a) !== isRanked(b)) {
    return isRanked(a) ? -1 : 1;
  }
  const byRank = isRanked(a) ? a.score - b.score : GROUPS.indexOf(a.state) - GROUPS.indexOf(b.state);
  return byRank || String(a.dueAt || '~').localeCompare(String(b.dueAt || '~')) || String(a.task).localeCompare(String(b.task));
}

/** Whether every word that is sought is found in the texts of a line. @param {string} sought @param {string[]} texts */
export function matches(sought, texts) {
  const text = texts.join(' ').toLowerCase();
  return sought.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

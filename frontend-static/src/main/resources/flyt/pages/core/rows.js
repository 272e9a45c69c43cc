/**
 * The rows of one stream, folded from its frames. Pure: no socket, no clock, no page.
 *
 * @typedef {{key: string, kind: string, [field: string]: any}} Row
 * @typedef {{type: 'snapshot', stream: string, seq: number, rows: Row[]}} Snapshot
 * @typedef {{type: 'rows', stream: string, prev: number, seq: number, put: Row[], drop: string[]}} Update
 * @typedef {{stream: string, seq: number, byKey: ReadonlyMap<string, Row>}} Rows
 */

/**
 * The rows of a snapshot.
 * A row that reads the same as in `known` stays the same object, so that its line on the screen is left alone.
 * @param {Snapshot} snapshot
 * @param {Rows | null} known what was shown before, after a lost link
 * @returns {Rows}
 */
export function fromSnapshot(snapshot, known = null) {
  const byKey = new Map();
  for (const row of snapshot.rows) {
    byKey.set(row.key, keep(known && known.byKey.get(row.key), row));
  }
  return { stream: snapshot.stream, seq: snapshot.seq, byKey };
}

/**
 * The rows after an update, or null when the update does not follow: then a new snapshot is needed.
 * @param {Rows} rows
 * @param {Update} update
 * @returns {Rows | null}
 */
export function withUpdate(rows, update) {
  if (update.stream !== rows.stream || update.prev !== rows.seq) {
    return null;
  }
  const byKey = new Map(rows.byKey);
  for (const key of update.drop) {
    byKey.delete(key);
  }
  for (const row of update.put) {
    byKey.set(row.key, keep(byKey.get(row.key), row));
  }
  return { stream: rows.stream, seq: update.seq, byKey };
}

/**
 * All rows of one kind, in no promised order.
 * @param {Rows} rows
 * @param {string} kind
 * @returns {Row[]}
 */
export function ofKind(rows, kind) {
  return [...rows.byKey.values()].filter((row) => row.kind === kind);
}

/** @param {Row | null | undefined} known @param {Row} row */
function keep(known, row) {
  return known && JSON.stringify(known) === JSON.stringify(row) ? known : row;
}

/**
 * The rows with everything taken out but the bed numbers: what a screen of level 1 or 2 keeps after half an
 * hour without its link. Their number is -1, so that whatever comes next is followed by a fresh snapshot.
 *
 * @param {import('../core/rows.js').Rows} rows
 * @returns {import('../core/rows.js').Rows}
 */
export function bareRows(rows) {
  const byKey = new Map();
  for (const row of rows.byKey.values()) {
    if (row.kind === 'head') {
      byKey.set(row.key, { ...row, coordinator: null });
    } else if (row.kind === 'bed') {
      byKey.set(row.key, bareBed(row));
    }
  }
  return { stream: rows.stream, seq: -1, byKey };
}

function bareBed({ key, kind, bed, order, cluster, room, label, suffix, extra }) {
  return { key, kind, bed, order, cluster, room, label, suffix, extra, class: extra ? 'extra' : 'open', use: 'ready', occupants: [] };
}

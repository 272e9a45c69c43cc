import { nameOf } from './bed-sign.js';

/**
 * The beds that somebody looks for by ward or by number; none for nothing. In board order.
 *
 * @param {string} text
 * @param {import('../core/rows.js').Rows | null} rows
 * @returns {{text: string, beds: Set<string>}}
 */
export function searched(text, rows) {
  const wanted = text.trim().toLowerCase();
  const found = [];
  if (wanted !== '' && rows !== null) {
    for (const row of rows.byKey.values()) {
      const ward = row.kind === 'bed' && rows.byKey.get(`ward/${row.ward}`);
      const names = ward ? [ward.name, ward.ward, nameOf(row), row.bed] : [];
      if (names.some((name) => name.toLowerCase().startsWith(wanted))) {
        found.push([ward.order, row.order, row.bed]);
      }
    }
  }
  found.sort(([ward, order], [other, next]) => ward - other || order - next);
  return { text: wanted, beds: new Set(found.map(([, , bed]) => bed)) };
}

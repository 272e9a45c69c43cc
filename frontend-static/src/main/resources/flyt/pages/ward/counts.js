/**
 * The counts of a board's header, from the very rows it shows. Pure.
 *
 * @typedef {import('../core/rows.js').Row} Row
 * @typedef {{key: string, value: number, more?: number, of?: number, fedBy: string}} Count `fedBy` is a column or panel
 */

/**
 * @param {Row[]} beds the bed rows shown
 * @param {Row[]} incoming the incoming rows shown
 * @param {{columns: string[], panels: string[], today: string}} screen
 * @returns {Count[]} only those the level can know
 */
export function countsOf(beds, incoming, { columns, panels, today }) {
  const open = beds.filter((row) => row.class !== 'closed');
  const using = (use) => open.filter((row) => row.use === use).length;
  const ready = open.filter((row) => row.use === 'ready');
  const counts = [
    { key: 'occupied', value: using('occupied'), of: open.filter((row) => row.class !== 'extra').length, fedBy: 'patient' },
    { key: 'held', value: using('held'), fedBy: 'patient' },
    {
      key: 'free',
      value: ready.filter((row) => row.class !== 'reserved').length,
      more: ready.filter((row) => row.class === 'reserved').length,
      fedBy: 'bed',
    },
    { key: 'waiting-cleaning', value: using('waiting-cleaning'), fedBy: 'bed' },
    { key: 'being-cleaned', value: using('being-cleaned'), fedBy: 'bed' },
  ];
  if (panels.includes('incoming')) {
    counts.push({ key: 'incoming', value: incoming.length, fedBy: 'incoming' });
  }
  if (columns.includes('discharge')) {
    counts.push({ key: 'out-today', value: beds.filter((row) => leaves(row, today)).length, fedBy: 'discharge' });
  }
  return counts;
}

function leaves(row, today) {
  return row.occupants.some((occupant) => occupant.discharge && occupant.discharge.on === today);
}

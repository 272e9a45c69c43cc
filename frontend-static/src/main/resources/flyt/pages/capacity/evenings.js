import { html, svg } from 'lit';
import { eveningOf, expected, whole } from '../forecast/course.js';

const WIDTH = 40;
const HEIGHT = 14;
/** What the ends of the mark stand for, per cent of open beds; what lies beyond is drawn at the end. */
const LOWEST = 60;
const HIGHEST = 115;

/** @type {WeakMap<import('../core/rows.js').Rows, Map<string, import('../forecast/course.js').Point | null>>} */
const known = new WeakMap();

/**
 * What each ward will probably have at six in the evening, by its id; null where nothing is forecast. The same answer for the same rows.
 * @param {import('../core/rows.js').Rows} rows those of view `forecast` @param {import('../core/hospital-time.js').HospitalTime} time
 */
export function evenings(rows, time) {
  const told = known.get(rows) || new Map([...rows.byKey.values()].map((row) => [row.ward, eveningOf(expected(row, 24), time) || null]));
  known.set(rows, told);
  return told;
}

/**
 * The cell of a ward's line: where nine of ten and five of ten outcomes lie, the most likely one, all beds taken as a line, and the number.
 * @param {import('../forecast/course.js').Point | null} point
 */
export function eveningCell(point, words) {
  const label = words('capacity.head-evening');
  if (point === null) {
    return html`<div role="gridcell" class="cell number evening zero" data-cell="evening" data-label=${label}>–</div>`;
  }
  const { percent, low, high } = whole(point);
  return html`<div role="gridcell" class="cell number evening ${percent > 100 ? 'over' : ''}" data-cell="evening" data-label=${label}>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">${svg`<path class="all" d="M${x(100)} 0V${HEIGHT}" />
      ${range('most', point.low90, point.high90)}${range('half', point.low50, point.high50)}<circle cx=${x(point.mean)} cy=${HEIGHT / 2} r="3" />`}</svg>${percent} %<span
      class="visually-hidden">, ${words('capacity.evening-range', { low, high })}</span></div>`;
}

function range(name, low, high) {
  return svg`<rect class=${name} x=${x(low) - 3} y=${HEIGHT / 2 - 3} width=${x(high) - x(low) + 6} height="6" rx="3" />`;
}

/** @param {number} percent */
function x(percent) {
  return 4 + ((WIDTH - 8) * (Math.min(HIGHEST, Math.max(LOWEST, percent)) - LOWEST)) / (HIGHEST - LOWEST);
}

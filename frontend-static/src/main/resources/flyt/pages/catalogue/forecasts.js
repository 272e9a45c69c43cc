import { html } from 'lit';
import '../forecast/forecast-chart.js';
import { catalogueNow } from './specimens.js';

/** The forecast chart in each of its states, of a hospital that is made up. */

const HOUR_MS = 3_600_000;
const OPEN = 412;
const at = (hours) => new Date(catalogueNow + hours * HOUR_MS).toISOString();
const patients = (hour) => 381 - Math.round(22 * Math.sin((Math.PI * hour) / 18));
const count = (hour) => ({ patients: patients(hour), open: OPEN, ready: OPEN - patients(hour) });

function spreads(wide) {
  const hours = Array.from({ length: 48 }, (_, i) => i + 1);
  const off = (deviations) => hours.map((hour) => Math.max(0, patients(hour) + deviations * wide * Math.sqrt(hour)));
  return { mean: off(0), low50: off(-0.67), high50: off(0.67), low90: off(-1.64), high90: off(1.64) };
}

/** A row of the house, made so many hours ago. */
function made(hoursAgo, learnedHours, wide) {
  const course = spreads(wide);
  return {
    key: 'forecast', kind: 'forecast', ward: null, name: 'Fjordvik sykehus', order: 0, synthetic: true, timeZone: 'Europe/Oslo',
    madeAt: at(-hoursAgo), learnedHours, now: count(0), past: [-6, -5, -4, -3, -2, -1].map((hour) => ({ at: at(hour - hoursAgo), ...count(hour) })),
    expected: { patients: course, leaving: course, coming: course, ready: course },
  };
}

const nothing = { ...made(0, null, 1), madeAt: null, now: null, past: [], expected: null };
const known = made(0.1, 90 * 24, 2);

/** @type {Record<string, object>} */
const STATES = {
  loading: { rows: null },
  failed: { rows: null, failed: true },
  empty: { rows: [nothing] },
  closed: { rows: [{ ...known, now: { patients: 3, open: 0, ready: 0 } }] },
  known: { rows: [known] },
  learning: { rows: [made(0.1, 24, 6)] },
  old: { rows: [made(2, 90 * 24, 2)] },
  past: {
    rows: [made(20, 90 * 24, 2)],
    curve: Array.from({ length: 40 }, (_, i) => ({ at: at(i / 2 - 20), patients: patients(i / 2) + (i % 5) * 2, staffed: OPEN })),
  },
};

/** Each state in a panel of its own. */
export function forecasts({ words, time, now }) {
  return html`<ul class="charts">${Object.entries(STATES).map(([name, { rows, failed = false, curve = null }]) => html`<li data-state=${name}>
    <flyt-forecast-chart .rows=${rows} .failed=${failed} .curve=${curve} .words=${words} .time=${time} .now=${now}></flyt-forecast-chart></li>`)}</ul>`;
}

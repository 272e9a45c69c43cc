import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { expected, share, whole } from './course.js';

const AHEAD = [4, 12, 24, 48];

/**
 * What is expected of each ward and of all of them: a line each, whose name chooses what the chart draws.
 * @param {import('./course.js').ForecastRow[]} rows in their order, the house first
 * @param {string | null} chosen @param {(ward: string | null) => void} choose
 */
export function wardTable(rows, chosen, choose, words) {
  return html`<h2 id="wards-title">${words('forecast.by-ward')} <small>${words('forecast.unit')}</small></h2>
    <div class="wide"><table class="course-table" aria-labelledby="wards-title">
      <thead><tr><th scope="col">${words('house.ward')}</th><th scope="col">${words('forecast.now-head')}</th>
        ${AHEAD.map((hours) => html`<th scope="col">${words('forecast.in-hours', { hours })}</th>`)}
        <th scope="col">${words('forecast.leaving-12')}</th><th scope="col">${words('forecast.coming-12')}</th><th scope="col">${words('forecast.ready-12')}</th></tr></thead>
      <tbody>${repeat(rows, (row) => row.key, (row) => line(row, chosen, choose, words))}</tbody>
    </table></div>
    <p class="note">${words('forecast.range-note')}</p>`;
}

function line(row, chosen, choose, words) {
  const points = expected(row, 48);
  const open = row.now !== null && row.now.open > 0;
  const percent = (value) => (open ? `${Math.round(value)} %` : '–');
  return html`<tr class=${row.ward === null ? 'house' : ''} data-ward=${row.ward || '-'}>
    <th scope="row"><button type="button" class="plain" aria-pressed=${String(row.ward === chosen)} @click=${() => choose(row.ward)}>${row.ward === null ? words('forecast.whole-house') : row.name}</button></th>
    <td>${row.now === null ? '–' : html`<b>${percent(share(row.now.patients, row.now.open))}</b> <small>${row.now.patients}/${row.now.open}</small>`}</td>
    ${AHEAD.map((hours) => cell(points[hours - 1], percent, open))}
    ${['leaving', 'coming', 'ready'].map((what) => html`<td>${people(row, what)}</td>`)}
  </tr>`;
}

function cell(point, percent, open) {
  if (point === undefined || !open) {
    return html`<td>–</td>`;
  }
  const { low, high } = whole(point);
  return html`<td class=${point.mean > 100 ? 'over' : ''}><b>${percent(point.mean)}</b> <small>${low}–${high}</small></td>`;
}

function people(row, what) {
  if (row.expected === null) {
    return '–';
  }
  const course = row.expected[what];
  return html`<b>${Math.round(course.mean[11])}</b> <small>${Math.round(course.low90[11])}–${Math.round(course.high90[11])}</small>`;
}

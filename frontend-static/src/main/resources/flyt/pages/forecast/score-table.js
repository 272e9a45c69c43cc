import { html } from 'lit';
import { rate } from '../figures/numbers.js';

/**
 * How right the forecasts were, in plain words first, then by hours ahead.
 *
 * @typedef {object} Score
 * @property {string | null} ward null: the whole hospital
 * @property {'patients' | 'ready'} figure @property {number} hours @property {number} forecasts
 * @property {number} error @property {number} errorOfNow @property {number | null} errorOfLastWeek
 * @property {number} inHalf @property {number} inNineTenths
 *
 * @param {Score[] | null} scores null: they are on their way @param {string | null} ward whose
 */
export function scoreTable(scores, ward, name, words) {
  const own = scores === null ? [] : scores.filter((score) => score.ward === ward);
  return html`<h2 id="score-title">${words('forecast.score')} <small>${words('forecast.score-days')}</small></h2>
    ${scores === null
      ? html`<p class="note">${words('forecast.score-loading')}</p>`
      : own.length === 0
        ? html`<p class="note">${words('forecast.score-none')}</p>`
        : html`<p class="plainly">${plainly(own, name, words)}</p>${table(own, words)}`}`;
}

/** That of a day ahead, in a sentence. */
function plainly(scores, name, words) {
  const score = scores.find((one) => one.figure === 'patients' && one.hours === 24) || scores[0];
  const naive = score.errorOfLastWeek === null ? score.errorOfNow : Math.min(score.errorOfNow, score.errorOfLastWeek);
  return words(score.error <= naive ? 'forecast.score-better' : 'forecast.score-worse', {
    name,
    hours: score.hours,
    held: Math.round(10 * score.inNineTenths),
    error: rate(score.error, words),
    naive: rate(naive, words),
  });
}

function table(scores, words) {
  const percent = (share) => `${Math.round(100 * share)} %`;
  return html`<div class="wide"><table class="score-table" aria-labelledby="score-title">
    <thead><tr>${['what', 'ahead', 'in-50', 'in-90', 'error', 'error-now', 'error-week', 'count'].map((head) => html`<th scope="col">${words(`forecast.score-${head}`)}</th>`)}</tr></thead>
    <tbody>${scores.map((score, i) => html`<tr>
      <th scope="row">${i > 0 && scores[i - 1].figure === score.figure ? html`<span class="visually-hidden">${words(`forecast.figure-${score.figure}`)}</span>` : words(`forecast.figure-${score.figure}`)}</th>
      <td>${words('forecast.in-hours', { hours: score.hours })}</td>
      <td>${percent(score.inHalf)}</td><td><b>${percent(score.inNineTenths)}</b></td>
      <td><b>${rate(score.error, words)}</b></td><td>${rate(score.errorOfNow, words)}</td>
      <td>${score.errorOfLastWeek === null ? '–' : rate(score.errorOfLastWeek, words)}</td><td>${score.forecasts}</td></tr>`)}</tbody>
  </table></div><p class="note">${words('forecast.score-note')}</p>`;
}

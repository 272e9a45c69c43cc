import { html, nothing } from 'lit';

/**
 * The corridor patients of 07:00, by ward where there were any, and whether the count was made late.
 *
 * @param {import('./alert-cards.js').AlertCards} cards @param {import('../core/rows.js').Row} row
 */
export function censusCard({ words, time }, row) {
  return html`<article class="census" data-key=${row.key}><h3>${words('alerts.census')} <span>${time.date(row.day)}</span></h3>
    <p><b>${row.corridor}</b> ${words('alerts.census-of', { of: row.patients })} · ${words('alerts.census-without', { n: row.withoutBed })}</p>
    <ul>${row.wards.filter((ward) => ward.corridor > 0).map((ward) => html`<li>${ward.name}: <b>${ward.corridor}</b></li>`)}</ul>
    ${row.madeAt === null
      ? nothing
      : html`<p class="late">${words('alerts.census-late', { at: time.clock(row.madeAt) })}${row.heardUntil === null ? nothing : html`. ${words('alerts.census-heard', { at: time.clock(row.heardUntil) })}`}</p>`}
  </article>`;
}

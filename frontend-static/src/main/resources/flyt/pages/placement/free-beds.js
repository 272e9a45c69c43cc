import { html } from 'lit';

/** What is counted of each ward, in the order of the columns: field of its row, and key of its words. */
const COLUMNS = [['ready', 'house.free'], ['waitingCleaning', 'house.dirty'], ['beingCleaned', 'house.cleaning'], ['outToday', 'house.outgoing'], ['incoming', 'house.incoming']];

/**
 * Where there is room, ward by ward, for as long as nobody is lifted.
 * @param {import('../core/rows.js').Rows} house rows of view `house`
 */
export function freeBeds(house, words) {
  const wards = [...house.byKey.values()].filter((row) => row.kind === 'ward' && row.inOccupancy).sort((one, other) => one.order - other.order);
  return html`<section class="free-beds"><table>
    <caption>${words('placement.free-beds')} <span>${words('placement.choose-first')}</span></caption>
    <thead><tr><th scope="col">${words('house.ward')}</th>${COLUMNS.map(([, head]) => html`<th scope="col">${words(head)}</th>`)}</tr></thead>
    <tbody>${wards.map((ward) => html`<tr><th scope="row">${ward.name}</th>${COLUMNS.map(([field]) => html`<td class=${ward[field] === 0 ? 'zero' : field}>${ward[field]}</td>`)}</tr>`)}</tbody>
  </table></section>`;
}

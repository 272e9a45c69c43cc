import { html } from 'lit';
import { shareText } from '../core/occupancy.js';

/** The shares of each department, which is a specialty with its wards. @param {any} house the row of the house */
export function departments(house, words) {
  return html`<section class="panel departments"><h2>${words('capacity.departments')}</h2>
    <table><thead><tr><th scope="col">${words('capacity.department')}</th><th scope="col">${words('house.occupancy')}</th>
      <th scope="col">${words('capacity.committed')}</th></tr></thead>
      <tbody>${house.departments.map(({ name, live, committed, staffed }) => html`<tr><th scope="row">${name}</th>
        <td class=${live > staffed ? 'over' : ''}>${shareText(live, staffed)} <small>${live}/${staffed}</small></td>
        <td class=${committed > staffed ? 'over' : ''}>${shareText(committed, staffed)}</td></tr>`)}</tbody></table></section>`;
}

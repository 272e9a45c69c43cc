import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../core/light-element.js';
import { shareText } from '../core/occupancy.js';
import { ofKind } from '../core/rows.js';
import { countsOf } from './counts.js';

/**
 * The shares of each department, which is a specialty with its wards; and, part by part, how its beds and patients are:
 * `<flyt-departments .house .rows .words>`.
 */
export class Departments extends LightElement {
  static properties = { house: { attribute: false }, rows: { attribute: false }, words: { attribute: false }, opened: { state: true } };

  constructor() {
    super();
    this.opened = false;
  }

  render() {
    const { house, words } = this;
    return html`<section class="panel departments"><h2>${words('capacity.departments')}</h2>
      <table><thead><tr><th scope="col">${words('capacity.department')}</th><th scope="col">${words('house.occupancy')}</th>
        <th scope="col">${words('capacity.committed')}</th></tr></thead>
        <tbody>${house.departments.map((one) => line(one))}</tbody></table>
      <details @toggle=${(event) => (this.opened = event.target.open)}><summary>${words('counts.title')}</summary>
        ${this.opened ? this.#parts() : ''}</details></section>`;
  }

  /** The hospital, its departments, its wards and their clusters. */
  #parts() {
    const { house, words } = this;
    const wards = ofKind(this.rows, 'ward').filter((ward) => ward.inOccupancy).sort((a, b) => a.order - b.order);
    return html`<dl class="parts">${part(house, 'house', words)}</dl>
      <h3>${words('capacity.departments')}</h3><dl class="parts">${repeat(house.departments, ({ id }) => id, (one) => part(one, 'department', words))}</dl>
      <h3>${words('counts.wards')}</h3><dl class="parts">${repeat(wards, ({ key }) => key, (ward) => html`${part(ward, 'ward', words)}
        ${ward.clusters.map((cluster) => part(cluster, 'cluster', words))}`)}</dl>`;
  }
}

function line({ name, live, committed, staffed }) {
  return html`<tr><th scope="row">${name}</th>
    <td class=${live > staffed ? 'over' : ''}>${shareText(live, staffed)} <small>${live}/${staffed}</small></td>
    <td class=${committed > staffed ? 'over' : ''}>${shareText(committed, staffed)}</td></tr>`;
}

/** Live and committed, then the rest in words. */
function part(one, kind, words) {
  const { name, live, committed, staffed } = one;
  return html`<dt class=${kind}>${name} <span>${words('counts.now-and-then', { now: shareText(live, staffed), then: shareText(committed, staffed) })}</span></dt>
    <dd class=${kind}>${countsOf(one, words).join(' · ')}</dd>`;
}

customElements.define('flyt-departments', Departments);

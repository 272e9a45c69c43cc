import { html, nothing } from 'lit';
import { LivePage } from '../core/live-page.js';
import { Placing } from './placing.js';

/** Who waits for a bed, and the beds for whoever is lifted: `<flyt-placement-page>` at `/placement/{hospital}`. */
export class PlacementPage extends LivePage {
  name = 'placement';
  #placing = new Placing(this, () => this.link.rows);

  streams() {
    return ['requests', 'house'];
  }

  headOf() {
    const house = this.link.beside('house');
    return house === null ? null : house.byKey.get('house') || null;
  }

  content({ head, rows, stale }) {
    return html`${this.#placing.news()}${rows && head
      ? html`<div class="halves">${this.#placing.list(stale ? this.words('placement.barred') : '')}${this.#placing.choice()}</div>`
      : nothing}`;
  }
}

customElements.define('flyt-placement-page', PlacementPage);

import { html, nothing } from 'lit';
import { LivePage } from '../core/live-page.js';
import { looksBack } from '../core/look-back.js';
import { freeBeds } from './free-beds.js';
import { Placing } from './placing.js';

/** Who waits for a bed; the beds for whoever is lifted, or where there is room; and what is proposed for all: `<flyt-placement-page>` at `/placement/{hospital}`. */
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

  /** Why nobody can be placed now, or ''. */
  #barred(stale) {
    return stale ? this.words('placement.barred') : this.may.deeds.includes('reserve-bed') ? '' : this.words('placement.only-looking');
  }

  content({ head, rows, stale }) {
    const choice = this.#placing.choice();
    return html`${this.#placing.news()}${rows && head
      ? html`<div class="places">${this.#placing.list(this.#barred(stale))}
          <div class="beds-beside">${choice === nothing ? freeBeds(this.link.beside('house'), this.words) : choice}</div>
          ${looksBack() ? nothing : this.#placing.plan(this.#barred(stale))}</div>`
      : nothing}`;
  }
}

customElements.define('flyt-placement-page', PlacementPage);

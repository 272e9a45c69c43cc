import { html, nothing } from 'lit';
import { wardAddress } from '../core/address.js';
import { LightElement } from '../core/light-element.js';
import { glyph } from '../glyphs/glyph.js';
import { bedWords, cellOf, nameOf } from './bed-sign.js';

/**
 * One bed in words: `<flyt-bed-card .bed .ward .words .time .hospital .query @close>`, a dialog that Escape closes. It follows its bed.
 */
export class BedCard extends LightElement {
  static properties = {
    bed: { attribute: false },
    ward: { attribute: false },
    words: { attribute: false },
    time: { attribute: false },
    hospital: { attribute: false },
    query: { attribute: false },
  };

  firstUpdated() {
    this.querySelector('button').focus();
  }

  render() {
    const { bed, ward, words, time } = this;
    const { glyph: sign, tone } = cellOf(bed, ward.inOccupancy);
    const until = bed.closed && bed.closed.until;
    return html`<section class="panel card" role="dialog" aria-label="${ward.name} ${nameOf(bed)}" @keydown=${this.#key}>
      <h2>${glyph(sign, tone)}${ward.name} ${nameOf(bed)}</h2>
      <p>${bedWords(bed, words, time)}</p>
      ${until ? html`<p>${words('class.closed-until', { at: `${time.shortDate(until)} ${time.clock(until)}` })}</p>` : nothing}
      <p class="ways"><a href=${wardAddress(this.hospital, ward.ward, this.query)}>${words('capacity.open-board')}</a>
        <button type="button" @click=${this.#close}>${words('capacity.close')}</button></p>
    </section>`;
  }

  #key(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.#close();
    }
  }

  #close() {
    this.dispatchEvent(new Event('close'));
  }
}

customElements.define('flyt-bed-card', BedCard);

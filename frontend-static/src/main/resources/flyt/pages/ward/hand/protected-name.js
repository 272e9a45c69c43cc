import { html } from 'lit';
import { get } from '../../core/api.js';
import { LightElement } from '../../core/light-element.js';
import { icon } from '../../glyphs/glyph.js';
import { patientName } from './patient-name.js';
import { refusalWords } from './wishes.js';

/**
 * Who a protected patient is, for whoever asks: `<protected-name .words .time .hospital .visit>`. Each look is remembered. The name
 * stands here until the element goes, and nowhere else.
 */
export class ProtectedName extends LightElement {
  static properties = { words: { attribute: false }, time: { attribute: false }, hospital: {}, visit: {}, patient: { state: true }, trouble: { state: true } };

  #asked = new AbortController();

  constructor() {
    super();
    this.patient = null;
    this.trouble = '';
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#asked.abort();
    this.patient = null;
  }

  render() {
    const { words, time, patient } = this;
    return patient === null
      ? html`<button type="button" class="reveal" @click=${this.#ask}>${icon('eye')}<span><b>${words('hand.reveal')}</b>
            <small>${words('hand.reveal-lead')}</small></span></button>
          <p class="trouble" role="alert">${this.trouble}</p>`
      : html`<p class="revealed" role="status">${icon('eye')}${patientName({ name: patient }, words, time)}</p>`;
  }

  async #ask() {
    const { hospital, visit } = this;
    const address = `/api/v1/hospitals/${encodeURIComponent(hospital)}/stays/${encodeURIComponent(visit)}/patient`;
    const answer = await get(address, { signal: this.#asked.signal }).catch(() => null);
    if (answer === null || visit !== this.visit) {
      return;
    }
    this.trouble = answer.ok ? '' : refusalWords(answer, this.words);
    this.patient = answer.ok ? answer.body : null;
  }
}

customElements.define('protected-name', ProtectedName);

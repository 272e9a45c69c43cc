import { html } from 'lit';
import { LightElement } from '../core/light-element.js';

/**
 * The speed of a driven hospital's clock, for anyone at a demo to change:
 * `<flyt-clock-rate hospital="FJO" .rate=${60} .words=${words}>`.
 */
export class ClockRate extends LightElement {
  static properties = { hospital: {}, rate: { attribute: false }, words: { attribute: false }, refused: { state: true } };

  #asked = new AbortController();

  connectedCallback() {
    super.connectedCallback();
    this.#asked = new AbortController();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#asked.abort();
  }

  render() {
    const { words } = this;
    return html`<div class="choice" role="group" aria-label=${words('clock.rate')}>
      <span class="choice-name">${words('clock.rate')}</span>
      ${RATES.map(
        (rate) => html`<button type="button" aria-pressed=${String(rate === this.rate)} @click=${() => this.#set(rate)}>
          ${words('clock.rate-times', { rate })}
        </button>`,
      )}
      <span class="refusal" role="status">${this.refused ? words('clock.refused') : ''}</span>
    </div>`;
  }

  async #set(rate) {
    try {
      const answer = await fetch(`/api/v1/hospitals/${encodeURIComponent(this.hospital)}/clock`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ rate }),
        signal: this.#asked.signal,
      });
      this.refused = !answer.ok;
      if (answer.ok) {
        this.rate = rate;
      }
    } catch (fault) {
      this.refused = fault.name !== 'AbortError';
    }
  }
}

const RATES = [1, 10, 60, 300];

customElements.define('flyt-clock-rate', ClockRate);

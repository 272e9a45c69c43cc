import { html } from 'lit';
import { LightElement } from '../core/light-element.js';
import { ofKind } from '../core/rows.js';
import { icon } from '../glyphs/glyph.js';

const MOST = 200;

/** Whether somebody in a bed of a ward's board has initials. @param {import('../core/rows.js').Rows | null} rows */
export function namesAnybody(rows) {
  return rows !== null && ofKind(rows, 'bed').some(({ occupants }) => (occupants || []).some(({ initials }) => initials));
}

/**
 * Who it was, on a board of the past: `<past-names .words .reason @reason>`. A reason is asked for first; from then on the band says
 * that it is remembered.
 */
export class PastNames extends LightElement {
  static properties = { words: { attribute: false }, reason: { attribute: false }, asking: { state: true } };

  constructor() {
    super();
    this.reason = '';
    this.asking = false;
  }

  render() {
    const { words, reason } = this;
    if (reason !== '') {
      return html`<p class="remembered" role="status">${icon('eye')}<span>${words('past.remembered', { reason })}</span></p>`;
    }
    return this.asking
      ? html`<form @submit=${this.#send} @keydown=${(event) => event.key === 'Escape' && this.#ask(false)}>
          <label for="past-reason">${words('past.reason')}</label>
          <input id="past-reason" name="reason" maxlength=${MOST} autocomplete="off" required />
          <button type="submit">${words('past.show')}</button>
          <button type="button" @click=${() => this.#ask(false)}>${words('ask.no')}</button></form>`
      : html`<button type="button" class="who-was-it" @click=${() => this.#ask(true)}>${icon('eye')}<span>${words('past.who')}</span></button>`;
  }

  #ask(asking) {
    this.asking = asking;
    void this.updateComplete.then(() => this.querySelector(asking ? 'input' : '.who-was-it').focus());
  }

  #send(event) {
    event.preventDefault();
    const reason = event.target.elements.reason.value.trim();
    if (reason !== '') {
      this.asking = false;
      this.dispatchEvent(new CustomEvent('reason', { detail: reason }));
    }
  }
}

customElements.define('past-names', PastNames);

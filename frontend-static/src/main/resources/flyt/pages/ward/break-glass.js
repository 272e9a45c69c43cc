import { html } from 'lit';
import { post } from '../core/api.js';
import { LightElement } from '../core/light-element.js';
import { problemWords } from '../core/problem-words.js';
import { icon } from '../glyphs/glyph.js';

/**
 * The way into a ward that is not one's own, in an emergency: `<break-glass .words .hospital .ward @opened>`. It asks for the
 * reason, says that it is remembered and reviewed, and opens the ward for an hour.
 */
export class BreakGlass extends LightElement {
  static properties = {
    words: { attribute: false },
    hospital: { attribute: false },
    ward: { attribute: false },
    asking: { state: true },
    busy: { state: true },
    trouble: { state: true },
  };

  constructor() {
    super();
    this.asking = false;
    this.busy = false;
    this.trouble = '';
  }

  render() {
    const { words } = this;
    if (!this.asking) {
      return html`<button type="button" @click=${this.#ask}>${icon('lock-open')}${words('emergency.open')}</button>`;
    }
    return html`<form @submit=${this.#open}>
      <label>${words('emergency.reason')}<textarea name="reason" required maxlength="400" rows="3"></textarea></label>
      <p>${words('emergency.lead')}</p>
      <p class="trouble" role="alert">${this.trouble}</p>
      <button type="submit" class="main" ?disabled=${this.busy}>${words('emergency.yes')}</button>
    </form>`;
  }

  #ask() {
    this.asking = true;
    void this.updateComplete.then(() => this.querySelector('textarea').focus());
  }

  async #open(event) {
    event.preventDefault();
    this.busy = true;
    const reason = new FormData(event.target).get('reason').trim();
    const answer = await post(`/api/v1/hospitals/${encodeURIComponent(this.hospital)}/break-glass`, { ward: this.ward, reason });
    this.busy = false;
    this.trouble = answer.ok ? '' : problemWords(answer, this.words);
    if (answer.ok) {
      this.dispatchEvent(new CustomEvent('opened'));
    }
  }
}

customElements.define('break-glass', BreakGlass);

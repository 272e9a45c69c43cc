import { html } from 'lit';
import { LightElement } from './light-element.js';
import { icon } from '../glyphs/glyph.js';

/** A secret that the server shows once: `<once-shown .words .heading .secret @close>`. It can be copied, and is gone when it is put away. */
export class OnceShown extends LightElement {
  static properties = { words: { attribute: false }, heading: { attribute: false }, secret: { attribute: false }, copied: { state: true } };

  constructor() {
    super();
    this.copied = false;
  }

  firstUpdated() {
    this.querySelector('section').focus();
  }

  render() {
    const { words, heading, secret } = this;
    return html`<section class="card once" tabindex="-1" aria-label=${heading}>
      <h2>${icon('key')}${heading}</h2>
      <p><code>${secret}</code></p>
      <p>${words('once.lead')}</p>
      <div class="doing">
        <button type="button" class="main" @click=${this.#copy}>${icon('copy')}${words('once.copy')}</button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('close'))}>${words('once.away')}</button>
      </div>
      <p role="status">${this.copied ? words('once.copied') : ''}</p>
    </section>`;
  }

  /* Where the way is not encrypted browsers copy nothing by themselves; then the text is marked for the keys. */
  async #copy() {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(this.secret);
      this.copied = true;
    } else {
      getSelection().selectAllChildren(this.querySelector('code'));
    }
  }
}

customElements.define('once-shown', OnceShown);

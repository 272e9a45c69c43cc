import { html, nothing } from 'lit';
import { get, post } from '../core/api.js';
import { boundAddress, startScreen } from '../core/bound-screen.js';
import { LightElement } from '../core/light-element.js';
import { unlessGivenUp } from '../core/signed-in-page.js';
import { icon } from '../glyphs/glyph.js';
import { logo } from '../glyphs/logo.js';
import { squareCode } from '../glyphs/square-code.js';

const LOOK_MS = 2000;
const AGAIN_SECONDS = 5;

/**
 * What an unpaired wall screen shows: a code, for whoever sets up screens to type or scan on a device of their own:
 * `<flyt-pair-screen .words @stop>`. A code that has ended is followed by a new one; when somebody has bound the screen it goes to
 * its board. `stop`: this is no screen after all.
 */
export class PairScreen extends LightElement {
  static properties = { words: { attribute: false }, pairing: { state: true }, left: { state: true }, trouble: { state: true } };

  #endsAt = 0;
  #timer = 0;
  #ticker = 0;
  #asked = new AbortController();

  constructor() {
    super();
    /** @type {{code: string, secret: string, seconds: number, qr: string[] | null} | null} */
    this.pairing = null;
    /** Seconds until the code ends. */
    this.left = 0;
    this.trouble = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#asked = new AbortController();
    this.#ticker = setInterval(() => this.#count(), 1000);
    this.#begin().catch(unlessGivenUp);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    clearInterval(this.#ticker);
    this.#asked.abort();
  }

  render() {
    const { words, pairing } = this;
    const characters = pairing === null ? Array(6).fill('') : [...pairing.code];
    return html`<section class="pair" aria-label=${words('pair.title')}>
      <p class="brand">${logo()}<b>Flyt</b></p>
      <h2>${words('pair.title')}</h2>
      <p class="code" role="img" aria-label=${pairing === null ? words('pair.no-code') : words('pair.code', { code: characters.join(' ') })}>
        ${[characters.slice(0, 3), characters.slice(3)].map(
          (half) => html`<span>${half.map((character) => html`<b aria-hidden="true">${character}</b>`)}</span>`,
        )}</p>
      <ol>${[1, 2, 3].map((step) => html`<li>${words(`pair.step-${step}`)}</li>`)}</ol>
      <p class="trouble" role="alert">${this.trouble === '' ? '' : words(this.trouble)}</p>
      <div class="foot">
        <div class="ends">
          ${pairing === null
            ? nothing
            : html`<b>${words('pair.new-code', { minutes: Math.floor(this.left / 60), seconds: this.left % 60 })}</b>
                <p>${words('pair.until-then')}</p>
                <progress max=${pairing.seconds} .value=${this.left} aria-hidden="true"></progress>`}
          <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('stop'))}>${icon('arrow-left')}${words('pair.stop')}</button>
        </div>
        ${pairing === null || pairing.qr === null ? nothing : squareCode(pairing.qr, words('pair.scan'))}
      </div>
    </section>`;
  }

  #count() {
    this.left = Math.max(0, Math.ceil((this.#endsAt - performance.now()) / 1000));
  }

  #good(seconds) {
    this.#endsAt = performance.now() + seconds * 1000;
    this.#count();
  }

  async #begin() {
    const answer = await post('/api/v1/access/pairings', {}, { signal: this.#asked.signal });
    if (!answer.ok) {
      this.pairing = null;
      this.trouble = answer.code === 'too-many' ? 'pair.too-many' : 'pair.unreachable';
      this.#later(() => this.#begin(), (answer.retryAfter || AGAIN_SECONDS) * 1000);
      return;
    }
    this.trouble = '';
    this.#good(answer.body.seconds);
    this.pairing = answer.body;
    this.#later(() => this.#look());
  }

  /** Asks whether somebody has bound this screen; a code that has ended is replaced. */
  async #look() {
    const { code, secret } = this.pairing;
    const { signal } = this.#asked;
    const answer = await get(`/api/v1/access/pairings/${encodeURIComponent(code)}`, { signal, headers: { authorization: `Pairing ${secret}` } });
    if (answer.ok && answer.status === 200) {
      const bound = await startScreen(signal);
      location.assign(bound === null ? '/sign-in?screen' : boundAddress(bound));
    } else if (!answer.ok && answer.status === 410) {
      await this.#begin();
    } else {
      if (answer.ok) {
        this.#good(answer.body.seconds);
      }
      this.trouble = answer.ok ? '' : 'pair.unreachable';
      this.#later(() => this.#look());
    }
  }

  #later(what, after = LOOK_MS) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => what().catch(unlessGivenUp), after);
  }
}

customElements.define('flyt-pair-screen', PairScreen);

import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { wishOf } from '../core/address.js';
import { LightElement } from '../core/light-element.js';
import { themeFor, wear } from '../core/theme.js';
import { loadWords } from '../core/words.js';
import { icon } from '../glyphs/glyph.js';
import { destination } from './destination.js';
import './pair-screen.js';
import './sign-in-form.js';

/**
 * The door: `<flyt-sign-in-page>`. On the left what a wall screen shows until somebody binds it to a ward, on the right where
 * staff sign in. A narrow page is somebody's phone and shows the right side only.
 *
 * @typedef {{local: boolean, oidc: {name: string} | null,
 *   demoAccounts: {login: string, name: string, role: string, where: string}[]}} Ways
 */
export class SignInPage extends LightElement {
  static properties = { ways: { state: true }, reachable: { state: true } };

  #wish = wishOf(location);
  #words = null;
  #timer = 0;
  #asked = new AbortController();
  #wide = matchMedia('(min-width: 1000px)').matches;

  constructor() {
    super();
    /** @type {Ways | null} */
    this.ways = null;
    this.reachable = true;
  }

  connectedCallback() {
    super.connectedCallback();
    document.documentElement.lang = this.#wish.language;
    wear(themeFor(this.#wish.theme, null));
    void this.#start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#asked.abort();
  }

  async #start() {
    this.#words = await loadWords(this.#wish.language);
    document.title = `${this.#words('sign-in.title')} · Flyt`;
    this.requestUpdate();
    await this.#ask();
  }

  /** Asks until it is answered, so that a page opened before the server is up fills by itself. */
  async #ask() {
    const { signal } = this.#asked;
    const ways = await get('/api/v1/access/ways', { signal });
    this.reachable = ways.ok;
    if (ways.ok) {
      this.ways = ways.body;
    } else {
      this.#timer = setTimeout(() => void this.#ask(), 3000);
    }
  }

  render() {
    const words = this.#words;
    if (words === null) {
      return nothing;
    }
    return html`<div class="door ${this.#wide ? '' : 'narrow'}">
      ${this.#wide ? html`<flyt-pair-screen .words=${words} .to=${destination(location)}></flyt-pair-screen>` : nothing}
      <main>
        <div class="staff">
          <h1>${words('sign-in.title')}</h1>
          <p class="lead">${words('sign-in.lead')}</p>
          <p class="trouble" role="alert">${this.reachable ? '' : words('sign-in.unreachable')}</p>
          ${this.ways === null
            ? nothing
            : html`<flyt-sign-in-form .words=${words} .ways=${this.ways} .to=${destination(location)}></flyt-sign-in-form>`}
          <p class="logged">${icon('lock')}${words('sign-in.logged')}</p>
        </div>
      </main>
    </div>`;
  }
}

customElements.define('flyt-sign-in-page', SignInPage);

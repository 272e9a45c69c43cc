import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { boundAddress, startScreen } from '../core/bound-screen.js';
import { withQuery } from '../core/address.js';
import { LightElement } from '../core/light-element.js';
import { whoLooks } from '../core/me.js';
import { languageOf, unlessGivenUp } from '../core/signed-in-page.js';
import { wearOfDevice } from '../core/theme.js';
import { LANGUAGES, loadWords } from '../core/words.js';
import { icon } from '../glyphs/glyph.js';
import { logo } from '../glyphs/logo.js';
import '../me/invented-strip.js';
import { destination } from './destination.js';
import './pair-screen.js';
import './sign-in-form.js';

const AGAIN_MS = 3000;
const SCREEN = 'flyt.is-screen';

/**
 * The door: `<flyt-sign-in-page>`. Staff sign in on one side; on the other a wall screen shows its code until somebody binds it to
 * a ward, once it has been told that it is one. A screen that is bound already goes to its board.
 *
 * @typedef {{local: boolean, oidc: {name: string} | null,
 *   idleSeconds: {shared: number, own: number},
 *   demoAccounts: {login: string, name: string, role: string, where: string}[]}} Ways
 */
export class SignInPage extends LightElement {
  static properties = { words: { state: true }, ways: { state: true }, reachable: { state: true }, pairing: { state: true }, me: { state: true } };

  #timer = 0;
  #asked = new AbortController();
  #query = new URLSearchParams(location.search);
  #setup = this.#query.get('setup');

  constructor() {
    super();
    this.words = null;
    /** @type {Ways | null} */
    this.ways = null;
    this.reachable = true;
    this.me = null;
    if (this.#query.has('screen')) {
      localStorage.setItem(SCREEN, 'yes');
    }
    this.pairing = localStorage.getItem(SCREEN) === 'yes';
  }

  connectedCallback() {
    super.connectedCallback();
    wearOfDevice();
    if (this.#setup !== null) {
      // good once, so it need not stay in the browser's history
      history.replaceState(null, '', withQuery(location, { setup: null }));
    }
    this.#start().catch(unlessGivenUp);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#asked.abort();
  }

  async #start() {
    if (this.#query.has('lang')) {
      localStorage.setItem('flyt.language', this.#query.get('lang'));
    }
    const language = languageOf(location, null);
    document.documentElement.lang = language;
    const words = await loadWords(language);
    document.title = `${words('sign-in.title')} · Flyt`;
    this.words = words;
    await this.#ask();
  }

  /** Asks until it is answered, so that a page opened before the server is up fills by itself. */
  async #ask() {
    const { signal } = this.#asked;
    const [me, ways] = await Promise.all([whoLooks(), get('/api/v1/access/ways', { signal })]);
    this.reachable = me !== null && ways.ok;
    if (!this.reachable) {
      this.#timer = setTimeout(() => this.#ask().catch(unlessGivenUp), AGAIN_MS);
      return;
    }
    if (me.kind === 'screen' && !this.#query.has('to')) {
      const bound = await startScreen(signal);
      if (bound !== null) {
        location.assign(boundAddress(bound));
        return;
      }
    }
    this.me = me;
    this.ways = ways.body;
  }

  render() {
    const { words } = this;
    if (words === null) {
      return nothing;
    }
    // whoever signs in at a screen that is bound needs no code
    const pairing = this.pairing && this.me !== null && this.me.kind !== 'screen';
    return html`<invented-strip .words=${words}></invented-strip>
      <div class="door ${pairing ? 'pairing' : ''}">
        ${pairing ? html`<flyt-pair-screen .words=${words} @stop=${() => this.#pair(false)}></flyt-pair-screen>` : this.#front(words)}
        <main><div class="staff">${this.#staff(words)}</div></main>
      </div>`;
  }

  /** The left side of a browser that is no screen. */
  #front(words) {
    return html`<section class="front" aria-label="Flyt">
      <p class="brand">${logo()}<b>Flyt</b></p>
      <h2>${words('sign-in.claim')}</h2>
      <button type="button" @click=${() => this.#pair(true)}>${icon('device-tv')}<span><b>${words('sign-in.is-screen')}</b>
        <span>${words('sign-in.is-screen-lead')}</span></span>${icon('arrow-right')}</button>
    </section>`;
  }

  #staff(words) {
    return html`<h1>${words('sign-in.title')}</h1>
      <p class="lead">${words('sign-in.lead')}</p>
      <p class="trouble" role="alert">${this.reachable ? this.#trouble(words) : words('sign-in.unreachable')}</p>
      ${this.#already(words)}
      ${this.ways === null
        ? nothing
        : html`<flyt-sign-in-form .words=${words} .ways=${this.ways} .to=${destination(location)} .setup=${this.#setup}
            .mustChange=${this.me.kind === 'person' && this.me.mustChange}></flyt-sign-in-form>`}
      <p class="logged">${icon('lock')}${words('sign-in.logged')}</p>
      <p class="languages">${LANGUAGES.map((language) => html`<a href=${withQuery(location, { lang: language })} lang=${language}
        aria-current=${language === document.documentElement.lang ? 'true' : nothing}>${words(`language.${language}`)}</a>`)}</p>`;
  }

  /** Why the hospital's own way, or a page, has sent somebody here. */
  #trouble(words) {
    const code = this.#query.get('trouble');
    if (code === null || this.ways === null) {
      return '';
    }
    const name = this.ways.oidc === null ? words('sign-in.provider') : this.ways.oidc.name;
    return words(words.has(`trouble.${code}`) ? `trouble.${code}` : 'trouble.failed', { name });
  }

  #already(words) {
    return this.me !== null && this.me.kind === 'person' && !this.me.mustChange
      ? html`<p class="already"><span>${words('sign-in.already', { name: this.me.name })}</span>
          <a href=${destination(location)}>${words('sign-in.go-on')}</a></p>`
      : nothing;
  }

  #pair(pairing) {
    localStorage.setItem(SCREEN, pairing ? 'yes' : 'no');
    this.pairing = pairing;
  }
}

customElements.define('flyt-sign-in-page', SignInPage);

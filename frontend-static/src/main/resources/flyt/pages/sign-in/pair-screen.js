import { html, nothing } from 'lit';
import { get, post } from '../core/api.js';
import { LightElement } from '../core/light-element.js';
import { icon } from '../glyphs/glyph.js';
import { logo } from '../glyphs/logo.js';

const LOOK_MS = 2000;

/**
 * What an unpaired wall screen shows: a code, for whoever sets up screens to write on a device of their own:
 * `<flyt-pair-screen .words .to>`. The code lives ten minutes and is followed by a new one; when somebody has bound the screen
 * it goes where it was told to.
 */
export class PairScreen extends LightElement {
  static properties = { words: { attribute: false }, to: { attribute: false }, code: { state: true }, left: { state: true }, trouble: { state: true } };

  #secret = '';
  #until = 0;
  #whole = 1;
  #timer = 0;
  #ticker = 0;
  #asked = new AbortController();

  constructor() {
    super();
    this.code = '';
    /** Seconds until the code ends. */
    this.left = 0;
    this.trouble = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#asked = new AbortController();
    this.#ticker = setInterval(() => (this.left = Math.max(0, Math.ceil((this.#until - Date.now()) / 1000))), 1000);
    void this.#begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    clearInterval(this.#ticker);
    this.#asked.abort();
  }

  render() {
    const { words } = this;
    const characters = this.code === '' ? Array(6).fill('') : [...this.code];
    return html`<section class="pair" aria-label=${words('pair.title')}>
      <p class="brand">${logo()}<b>Flyt</b></p>
      <h2>${words('pair.title')}</h2>
      <p class="code" role="img" aria-label=${this.code === '' ? words('pair.no-code') : words('pair.code', { code: characters.join(' ') })}>
        ${[characters.slice(0, 3), characters.slice(3)].map(
          (half) => html`<span>${half.map((character) => html`<b aria-hidden="true">${character}</b>`)}</span>`,
        )}</p>
      <ol>${[1, 2, 3].map((step) => html`<li>${words(`pair.step-${step}`)}</li>`)}</ol>
      <p class="trouble" role="alert">${this.trouble === '' ? '' : words(this.trouble)}</p>
      ${this.code === ''
        ? nothing
        : html`<div class="ends"><b>${words('pair.new-code', { minutes: Math.floor(this.left / 60), seconds: this.left % 60 })}</b>
            <p>${icon('eye-off')}${words('pair.until-then')}</p>
            <progress max=${this.#whole} .value=${this.left} aria-hidden="true"></progress></div>`}
    </section>`;
  }

  async #begin() {
    const answer = await post('/api/v1/access/pairings', {}, { signal: this.#asked.signal });
    if (!answer.ok) {
      this.code = '';
      this.trouble = answer.code === 'too-many' ? 'pair.too-many' : 'pair.unreachable';
      this.#again(() => this.#begin(), (answer.retryAfter || 5) * 1000);
      return;
    }
    this.trouble = '';
    this.#secret = answer.body.secret;
    this.#until = Date.now() + answer.body.seconds * 1000;
    this.#whole = answer.body.seconds;
    this.left = this.#whole;
    this.code = answer.body.code;
    this.#again(() => this.#look());
  }

  /** Asks whether somebody has bound this screen; a code that has ended is replaced. */
  async #look() {
    const answer = await get(`/api/v1/access/pairings/${encodeURIComponent(this.code)}`, {
      signal: this.#asked.signal,
      headers: { authorization: `Pairing ${this.#secret}` },
    });
    if (answer.ok && answer.status === 200) {
      location.assign(boardAddress(answer.body) || this.to);
    } else if (!answer.ok && answer.status === 410) {
      await this.#begin();
    } else {
      this.trouble = answer.ok ? '' : 'pair.unreachable';
      this.#again(() => this.#look());
    }
  }

  #again(what, after = LOOK_MS) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      what().catch((fault) => {
        if (fault.name !== 'AbortError') {
          throw fault;
        }
      });
    }, after);
  }
}

/** The address of what a screen was bound to. @param {{hospital: string, view: string, scope: string, clusters: string[], level: number}} screen */
export function boardAddress(screen) {
  const hospital = encodeURIComponent(screen.hospital);
  if (screen.view === 'house') {
    return `/house/${hospital}`;
  }
  const tun = screen.clusters.length === 0 ? '' : `&tun=${screen.clusters.map(encodeURIComponent).join(',')}`;
  return `/ward/${hospital}/${encodeURIComponent(screen.scope)}?level=${screen.level}${tun}`;
}

customElements.define('flyt-pair-screen', PairScreen);

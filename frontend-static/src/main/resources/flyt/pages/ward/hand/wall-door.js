import { html, nothing } from 'lit';
import { post } from '../../core/api.js';
import { untouchedMs } from '../../core/attended.js';
import { LightElement } from '../../core/light-element.js';
import { problemWords } from '../../core/problem-words.js';
import { unlessGivenUp } from '../../core/signed-in-page.js';
import { icon } from '../../glyphs/glyph.js';

const CODE_DIGITS = 8;
const SHUT_MS = 30_000;

/**
 * The one thing to touch on a wall: `<wall-door .words .away @signed-in>`, a tile that opens a field for a card's number or a code,
 * with big keys. A reader of cards types the number and Enter. Left alone it shuts itself, with nothing in it.
 */
export class WallDoor extends LightElement {
  static properties = { words: { attribute: false }, away: { attribute: false }, opened: { state: true }, key: { state: true }, trouble: { state: true }, busy: { state: true } };

  #asked = new AbortController();
  #ticker = 0;

  constructor() {
    super();
    /** Whether there is no contact with the server. */
    this.away = false;
    this.opened = false;
    this.key = '';
    this.trouble = '';
    this.busy = false;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
    this.#asked.abort();
  }

  render() {
    const { words } = this;
    return html`<button type="button" class="tile" aria-haspopup="dialog" ?disabled=${this.away} @click=${this.#open}>
        ${icon(this.away ? 'wifi-off' : 'id-badge-2')}
        ${this.away ? html`<span>${words('hand.wall-away')}</span>` : html`<b>${words('hand.wall-in')}</b><span>${words('hand.wall-how')}</span>`}</button>
      <dialog class="hand wall-sheet door-sheet" aria-labelledby="door-title" @close=${this.#closed}>${this.opened ? this.#door(words) : nothing}</dialog>`;
  }

  #door(words) {
    const digit = (n) => html`<button type="button" class="key" ?disabled=${this.busy} @click=${() => this.#press(n)}>${n}</button>`;
    return html`<form class="sheet" novalidate @submit=${this.#submit}>
      <div class="heading"><h2 id="door-title">${words('hand.wall-in')}</h2>
        <button type="button" class="away" @click=${() => this.#shut()}>${icon('x')}<span>${words('ask.no')}</span></button></div>
      <div class="door-parts">
        <div class="ask">
          <label for="wall-key">${words('hand.wall-lead')}</label>
          <input id="wall-key" name="key" inputmode="none" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="64" autofocus
            .value=${this.key} @input=${(event) => (this.key = event.target.value)} />
          <p class="trouble" role="alert">${this.trouble}</p>
        </div>
        <div class="numbers" role="group" aria-label=${words('hand.wall-keys')}>${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit)}
          <button type="button" class="key" aria-label=${words('hand.wall-erase')} ?disabled=${this.busy} @click=${() => this.#type(this.key.slice(0, -1))}>${icon('backspace')}</button>
          ${digit(0)}
          <button type="submit" class="key enter" aria-label=${words('hand.wall-enter')} ?disabled=${this.busy}>${icon('check')}</button></div>
      </div></form>`;
  }

  #press(digit) {
    this.#type(this.key + digit);
    if (/^\d+$/.test(this.key) && this.key.length === CODE_DIGITS) {
      void this.#signIn();
    }
  }

  #type(key) {
    this.key = key;
    this.trouble = '';
    this.#toField();
  }

  #toField() {
    void this.updateComplete.then(() => this.opened && this.querySelector('#wall-key').focus());
  }

  #submit(event) {
    event.preventDefault();
    if (this.key.trim() !== '' && !this.busy) {
      void this.#signIn();
    }
  }

  async #signIn() {
    const key = this.key.trim();
    this.busy = true;
    this.trouble = '';
    const answer = await post('/api/v1/access/wall-sign-in', { key }, { signal: this.#asked.signal }).catch(unlessGivenUp);
    if (answer === undefined) {
      return;
    }
    this.busy = false;
    this.key = '';
    if (!answer.ok) {
      this.trouble = this.#why(answer, key);
      this.#toField();
    } else if (answer.body.may.views.some((view) => view.startsWith('ward.'))) {
      this.dispatchEvent(new CustomEvent('signed-in'));
    } else {
      await post('/api/v1/access/sign-out', {}, { signal: this.#asked.signal }).catch(unlessGivenUp);
      this.trouble = this.words('hand.wall-not-yours');
    }
  }

  #why(problem, key) {
    if (problem.code === 'unreachable') {
      return this.words('hand.wall-away');
    }
    const isCode = /^\d+$/.test(key) && key.length === CODE_DIGITS;
    return problem.code === 'wrong-credentials' ? this.words(isCode ? 'hand.code-unknown' : 'hand.card-unknown') : problemWords(problem, this.words);
  }

  #open() {
    this.opened = true;
    this.trouble = '';
    this.key = '';
    void this.updateComplete.then(() => {
      this.querySelector('dialog').showModal();
      this.#toField();
    });
    this.#ticker = setInterval(() => untouchedMs() >= SHUT_MS && this.#shut(), 1000);
  }

  #shut() {
    this.querySelector('dialog').close();
  }

  #closed() {
    clearInterval(this.#ticker);
    this.opened = false;
    this.key = '';
    this.trouble = '';
  }
}

customElements.define('wall-door', WallDoor);

import { html, nothing } from 'lit';
import { LightElement } from '../core/light-element.js';
import { unlessGivenUp } from '../core/signed-in-page.js';
import { icon } from '../glyphs/glyph.js';
import { isOfPatient } from './inpatients.js';
import { LISTED, searched } from './search.js';

/**
 * The field for a ward, a bed or a patient: `<flyt-search-box .rows .requests .words .inside @sought @go>`. What is found is listed under it;
 * arrows choose, Enter goes to what is chosen, Escape empties it. Dispatches `sought` {beds} while somebody types and `go` {hit}.
 *
 * `inside`: asks who lies in a bed, answers hits, or null where that could not be told; null for who may not. It is the last of what is
 * listed, and done only when it is chosen, since it is remembered.
 *
 *     <form role="search"><input role="combobox" id="sought"><ul role="listbox"><li role="option">Lunge 27 senger</li>…</ul></form>
 */
export class SearchBox extends LightElement {
  static properties = {
    rows: { attribute: false }, requests: { attribute: false }, words: { attribute: false }, inside: { attribute: false },
    found: { state: true }, at: { state: true }, said: { state: true },
  };

  constructor() {
    super();
    this.rows = null;
    this.requests = null;
    /** @type {((text: string) => Promise<import('./search.js').Hit[] | null>) | null} */
    this.inside = null;
    /** What came of asking who lies in a bed. */
    this.said = '';
    this.found = NOTHING;
    /** The hit that Enter goes to. */
    this.at = 0;
  }

  render() {
    const { words, found, at } = this;
    const open = found.text !== '';
    const name = words(this.inside === null ? 'capacity.search' : 'capacity.search-patient');
    return html`<form class="search" role="search" @submit=${this.#submit} @focusout=${this.#leave}>${icon('search')}
      <label class="visually-hidden" for="sought">${name}</label>
      <input id="sought" type="search" role="combobox" aria-autocomplete="list" aria-controls="sought-hits" aria-expanded=${String(open && found.hits.length > 0)}
        aria-activedescendant=${open && found.hits.length > 0 ? `hit-${at}` : nothing} placeholder=${name} autocomplete="off" spellcheck="false"
        @input=${this.#seek} @focus=${this.#seek} @keydown=${this.#key} />
      <kbd aria-hidden="true">/</kbd>
      <ul id="sought-hits" role="listbox" aria-label=${words('capacity.hits')} ?hidden=${!open || found.hits.length === 0}>${found.hits.map((hit, i) => html`<li
        role="option" id="hit-${i}" aria-selected=${String(i === at)} @pointerdown=${(event) => this.#press(event, hit)}>${sign(hit)}<b>${hit.text}</b> <span>${hit.more}</span></li>`)}</ul>
      <p class=${open && found.hits.length === 0 ? 'none' : 'visually-hidden'} role="status">${!open ? '' : this.said || words(found.count === 0 ? 'capacity.found-none' : 'capacity.found', { count: found.count })}</p>
    </form>`;
  }

  #seek(event) {
    const text = event.target.value;
    const found = searched(text, this.rows, this.requests, this.words);
    const asks = this.inside !== null && isOfPatient(text);
    this.found = asks ? { ...found, hits: [...found.hits.slice(0, LISTED - 1), { kind: 'ask', text: text.trim(), more: this.words('capacity.ask-inside'), bed: null, request: null }] } : found;
    this.at = 0;
    this.said = '';
    this.dispatchEvent(new CustomEvent('sought', { detail: { beds: this.found.beds } }));
  }

  #submit(event) {
    event.preventDefault();
    const hit = this.found.hits[this.at];
    if (hit !== undefined) {
      this.#choose(hit);
    }
  }

  /** A hit is pressed before the field loses the focus, which would close the list. */
  #press(event, hit) {
    event.preventDefault();
    this.#choose(hit);
  }

  #choose(hit) {
    if (hit.kind === 'ask') {
      this.#ask(hit.text).catch(unlessGivenUp);
    } else {
      this.found = NOTHING;
      this.dispatchEvent(new CustomEvent('go', { detail: { hit } }));
    }
  }

  /** Whoever has typed on meanwhile gets no answer to what stood there before. */
  async #ask(text) {
    const asked = { ...NOTHING, text };
    this.found = asked;
    this.said = this.words('capacity.asking');
    const hits = await this.inside(text);
    if (this.found === asked) {
      this.found = { text, beds: new Set((hits || []).map(({ bed }) => bed)), hits: (hits || []).slice(0, LISTED), count: (hits || []).length };
      this.said = hits === null ? this.words('capacity.not-told') : hits.length === 0 ? this.words('capacity.nobody-inside', { who: text }) : '';
      this.dispatchEvent(new CustomEvent('sought', { detail: { beds: this.found.beds } }));
    }
  }

  #key(event) {
    const { length } = this.found.hits;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && length > 0) {
      event.preventDefault();
      this.at = (this.at + (event.key === 'ArrowDown' ? 1 : length - 1)) % length;
    } else if (event.key === 'Escape' && event.target.value !== '') {
      event.stopPropagation();
      event.target.value = '';
      this.#seek(event);
    }
  }

  /** What is marked on the map stays while somebody looks there. */
  #leave() {
    this.found = NOTHING;
  }
}

const NOTHING = { text: '', beds: new Set(), hits: [], count: 0 };

function sign({ kind }) {
  return kind === 'ask' ? icon('search') : kind === 'patient' ? icon('user') : kind === 'bed' ? icon('bed') : icon('building-hospital');
}

customElements.define('flyt-search-box', SearchBox);

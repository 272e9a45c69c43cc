import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { LightElement } from '../core/light-element.js';
import { icon } from '../glyphs/glyph.js';
import { destinationsOf } from '../ward/hand/destinations.js';
import { pictogram } from './pictograms.js';
import { reportOf, reports, spotsAt, spotsOf } from './reports.js';
import { kindName, placeName, placeNotes } from './sayings.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '0'];

/**
 * Tells of a spill or a fault, or orders a porter: `<flyt-report-view .words .hospital .near .here @report>`. What first, then where: the
 * places of one's own jobs at once, any other by its number; of a porter also where to, which is all that is asked where one works. `report` carries the command and its place.
 *
 * @typedef {import('./jobs.js').Spot} Spot
 */
export class ReportView extends LightElement {
  static properties = {
    words: { attribute: false }, hospital: {}, near: { attribute: false }, here: { attribute: false },
    what: { state: true }, from: { state: true }, typed: { state: true }, spots: { state: true }, destinations: { state: true },
  };

  #asked = new AbortController();

  constructor() {
    super();
    /** Places of one's own jobs. @type {Spot[]} */
    this.near = [];
    /** Where one is at work now. @type {Spot | null} */
    this.here = null;
    /** @type {import('./reports.js').Report | null} */
    this.what = null;
    /** @type {Spot | null} */
    this.from = null;
    this.typed = '';
    /** Every bed of the hospital, as far as it could be asked. @type {Spot[]} */
    this.spots = [];
    /** @type {import('../ward/hand/destinations.js').Destination[]} */
    this.destinations = [];
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#ask();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#asked.abort();
  }

  render() {
    const { words, what, from } = this;
    return html`<div class="job-top">${what === null
        ? html`<a class="back" href="#">${icon('chevron-left')}${words('tab.tasks')}</a>`
        : html`<button type="button" class="back" @click=${this.#back}>${icon('chevron-left')}${words('report.back')}</button>`}</div>
      <h1 class="scan-title">${what === null ? words('report.title') : `${kindName({ type: what.kind }, words)} · ${from === null ? words('report.where') : [placeName(from), words('report.where-to')].join(' · ')}`}</h1>
      ${what === null ? this.#whats() : from === null ? this.#wheres() : this.#wheresTo()}`;
  }

  #whats() {
    const { words } = this;
    return html`<ul class="found report">${reports.map((what) => html`<li><button type="button" data-report=${what.kind} @click=${() => this.#choose(what)}>
      ${pictogram(what.picture)}<b>${kindName({ type: what.kind }, words)}</b></button></li>`)}</ul>`;
  }

  #wheres() {
    const { words } = this;
    const found = this.typed === '' ? this.near : spotsAt(this.typed, this.spots.length > 0 ? this.spots : this.near).slice(0, 3);
    return html`<ul class="found">${found.map((spot) => html`<li><button type="button" @click=${() => this.#at(spot)}>
        <b>${placeName(spot)}</b><span>${placeNotes(spot, words).slice(0, 1)}</span></button></li>`)}</ul>
      ${this.typed.length >= 3 && found.length === 0 ? html`<p class="scan-trouble" role="alert"><span>${words('report.nowhere', { place: this.typed })}</span></p>` : nothing}
      <div class="dock pad"><output aria-label=${words('scan.typed')}>${this.typed || html`<span>${words('scan.type')}</span>`}</output>
        <div class="keys" role="group" aria-label=${words('scan.keys')}>
          ${KEYS.map((key) => html`<button type="button" @click=${() => this.#type(this.typed + key)}>${key}</button>`)}
          <button type="button" aria-label=${words('scan.erase')} @click=${() => this.#type(this.typed.slice(0, -1))}>${icon('backspace')}</button>
        </div></div>`;
  }

  #wheresTo() {
    const { words } = this;
    return html`<ul class="found">${this.destinations.map(({ name, to }) => html`<li><button type="button" @click=${() => this.#tell(to)}><b>${name}</b></button></li>`)}
      <li><button type="button" @click=${() => this.#tell(null)}><b>${words('report.nowhere-else')}</b></button></li></ul>`;
  }

  /** Whoever is moved from where one works is most often here; one step back asks where. */
  #choose(what) {
    this.what = what;
    this.from = what.goesOn ? this.here : null;
  }

  #type(text) {
    this.typed = text.slice(0, 8);
  }

  #back() {
    if (this.from !== null) {
      this.from = null;
    } else {
      this.what = null;
    }
    this.typed = '';
  }

  #at(spot) {
    this.from = spot;
    if (!this.what.goesOn) {
      this.#tell(null);
    }
  }

  #tell(to) {
    const { words, what, from } = this;
    const place = `${placeName(from)} · ${kindName({ type: what.kind }, words)}`;
    this.dispatchEvent(new CustomEvent('report', { detail: { wish: reportOf(what, from, to), place } }));
  }

  /** Without a network the places of one's own jobs are all there is. */
  async #ask() {
    const answer = await get(`/api/v1/hospitals/${encodeURIComponent(this.hospital)}`, { signal: this.#asked.signal }).catch(() => null);
    if (answer !== null && answer.ok) {
      this.spots = spotsOf(answer.body);
      this.destinations = (await destinationsOf(this.hospital, '', this.#asked.signal)) || [];
    }
  }
}

customElements.define('flyt-report-view', ReportView);

import { html, nothing } from 'lit';
import { wishOf } from '../core/address.js';
import { eachFrame } from '../core/each-frame.js';
import { HospitalTime } from '../core/hospital-time.js';
import { LightElement } from '../core/light-element.js';
import { Link } from '../core/link.js';
import { refusedWords } from '../core/refused.js';
import { isStale, linkState } from '../core/staleness.js';
import { silentFeeds, statusChip, testStrip } from '../core/status.js';
import { themeFor, wear } from '../core/theme.js';
import { whoWatches } from '../core/viewer.js';
import { loadWords } from '../core/words.js';
import { glyph, icon } from '../glyphs/glyph.js';
import { logo } from '../glyphs/logo.js';
import '../me/who-am-i.js';
import './bed-card.js';
import './bed-map.js';
import './discharge-chart.js';
import { headFigures } from './head-figures.js';
import { departments } from './departments.js';
import { keysOff, keySheet } from './keys.js';
import { searched } from './search.js';

/** Every bed of a hospital on one page, for who places patients: `<flyt-capacity-page>`. Beds and counts; no patient. */
export class CapacityPage extends LightElement {
  static properties = { sought: { state: true }, opened: { state: true }, help: { state: true } };

  #wish = wishOf(location);
  #query = { lang: this.#wish.language, ...(this.#wish.theme ? { theme: this.#wish.theme } : {}) };
  #words = null;
  #time = null;
  #link = null;
  #ticker = 0;
  #frame = eachFrame(() => this.requestUpdate());
  #left = new AbortController();
  #who = () => void whoWatches(this.#left.signal);

  constructor() {
    super();
    this.sought = searched('', null);
    /** The bed whose card is open. @type {string | null} */
    this.opened = null;
    this.help = false;
  }

  connectedCallback() {
    super.connectedCallback();
    document.documentElement.lang = this.#wish.language;
    wear(themeFor(this.#wish.theme, null));
    document.addEventListener('keydown', (event) => this.#key(event), { signal: this.#left.signal });
    void this.#start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
    this.#frame.stop();
    this.#left.abort();
    if (this.#link !== null) {
      this.#link.removeEventListener('change', this.#frame.ask);
      this.#link.removeEventListener('who', this.#who);
      this.#link.close();
      this.#link = null;
    }
  }

  async #start() {
    this.#words = await loadWords(this.#wish.language);
    const viewer = await whoWatches(this.#left.signal);
    if (viewer !== null && this.isConnected) {
      this.#link = new Link({ hospital: this.#wish.hospital, view: 'capacity', scope: '-' });
      this.#link.addEventListener('change', this.#frame.ask);
      this.#link.addEventListener('who', this.#who);
      this.#ticker = setInterval(() => this.requestUpdate(), 1000);
      this.requestUpdate();
    }
  }

  render() {
    const words = this.#words;
    if (words === null || this.#link === null) {
      return nothing;
    }
    const { rows, beat, awayBeat, refused } = this.#link;
    if (refused) {
      return html`<main class="desk"><h1>${refusedWords(refused, words('refused.hospital', { hospital: this.#wish.hospital }), words)}</h1>
        <p><a href="/">${words('refused.start')}</a></p></main>`;
    }
    const house = rows && rows.byKey.get('house');
    const now = this.#link.now();
    if (house && this.#time === null) {
      this.#time = new HospitalTime(house.timeZone, this.#wish.language);
    }
    if (house && now !== null) {
      wear(themeFor(this.#wish.theme, this.#time.minuteOfDay(now)));
      document.title = `${words('capacity.title')} · ${house.name}`;
    }
    const link = linkState(this.#link.silentMs(), 3);
    const silent = beat === null ? [] : silentFeeds(beat.feeds, null);
    return html`<div class="desk capacity ${isStale(link) ? 'stale' : ''}">
      <header class="top">
        <a class="home" href="/" aria-label=${words('place.start')}>${logo()}</a>
        <h1>${words('capacity.title')} <span>${house ? house.name : ''}</span></h1>
        ${this.#search(words)}
        <div class="slot" role="status">${isStale(link)
          ? html`<span class="status warn"><b>${words(link === 'distrust' ? 'link.distrust' : 'link.not-updated', { at: this.#clock(beat.time) })}</b></span>`
          : statusChip({ link, silent, beat, awayBeat, words, time: this.#time })}</div>
        <div class="clock"><b>${now === null ? '–' : this.#clock(now)}</b>
          <span>${now === null || this.#time === null ? '' : this.#time.shortDate(now)}</span></div>
      </header>
      <main>${house ? this.#overview(house, rows, now, silent, words) : nothing}</main>
      <footer class="bottom"><who-am-i .words=${words}></who-am-i><span>${testStrip(house && house.synthetic, beat && beat.rate, words)}</span>
        <button type="button" class="plain" @click=${() => (this.help = !this.help)}>${words('keys.title')}</button></footer>
    </div>`;
  }

  #search(words) {
    return html`<form class="search" role="search" @submit=${this.#goToFound}>${icon('search')}
      <label class="visually-hidden" for="sought">${words('capacity.search')}</label>
      <input id="sought" type="search" placeholder=${words('capacity.search')} autocomplete="off" @input=${this.#seek} />
      <kbd aria-hidden="true">/</kbd><span class="visually-hidden" role="status">${this.sought.text === '' ? '' : words('capacity.found', { count: this.sought.beds.size })}</span></form>`;
  }

  #overview(house, rows, now, silent, words) {
    const carried = new Set([].concat(...silent.map((feed) => feed.carries)));
    const old = (figure) => (FED_BY[figure].some((name) => carried.has(name)) ? glyph('clock', 'warn', words('feed.old-value')) : nothing);
    const bed = this.opened === null ? null : rows.byKey.get(`bed/${this.opened}`);
    return html`${headFigures(house, words, old)}
      <div class="areas">
        <section class="panel board" aria-label=${words('capacity.map')}><flyt-bed-map .rows=${rows} .words=${words} .time=${this.#time}
          .hospital=${this.#wish.hospital} .query=${this.#query} .found=${this.sought.beds} @opened=${(event) => (this.opened = event.detail.bed)}></flyt-bed-map></section>
        <div class="side">
          ${bed ? html`<flyt-bed-card .bed=${bed} .ward=${rows.byKey.get(`ward/${bed.ward}`)} .words=${words} .time=${this.#time}
            .hospital=${this.#wish.hospital} .query=${this.#query} @close=${this.#closeBed}></flyt-bed-card>` : nothing}
          ${this.help ? keySheet(words, () => this.requestUpdate(), () => (this.help = false)) : nothing}
          <flyt-discharge-chart .discharges=${house.discharges} .words=${words}
            .hour=${now === null ? null : Math.floor(this.#time.minuteOfDay(now) / 60)}></flyt-discharge-chart>
          ${departments(house, words)}
        </div>
      </div>`;
  }

  #clock(instant) {
    return this.#time === null ? '–' : this.#time.clock(instant);
  }

  #seek(event) {
    this.sought = searched(event.target.value, this.#link.rows);
  }

  #goToFound(event) {
    event.preventDefault();
    const [first] = this.sought.beds;
    if (first !== undefined) {
      this.querySelector('flyt-bed-map').focusBed(first);
    }
  }

  #closeBed() {
    const bed = this.opened;
    this.opened = null;
    this.querySelector('flyt-bed-map').focusBed(bed);
  }

  #key(event) {
    const typing = event.target instanceof Element && event.target.matches('input, select, textarea');
    if (event.key === 'Escape') {
      this.help = false;
      return;
    }
    if (typing || keysOff() || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === '/') {
      event.preventDefault();
      this.querySelector('#sought').focus();
    } else if (event.key === '?') {
      this.help = !this.help;
    }
  }
}

/** Which of a feed's words each figure is made of. */
const FED_BY = {
  occupancy: ['patient'],
  free: ['bed'],
  dirty: ['bed', 'task'],
  incoming: ['incoming'],
  outgoing: ['discharge'],
  outliers: ['patient'],
};

customElements.define('flyt-capacity-page', CapacityPage);

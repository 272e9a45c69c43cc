import { html, nothing } from 'lit';
import { wishOf } from '../core/address.js';
import { get } from '../core/api.js';
import { eachFrame } from '../core/each-frame.js';
import { HospitalTime } from '../core/hospital-time.js';
import { LightElement } from '../core/light-element.js';
import { Link } from '../core/link.js';
import { ofKind } from '../core/rows.js';
import { refusedWords } from '../core/refused.js';
import { isStale, linkState } from '../core/staleness.js';
import { silentFeeds, statusChip, testStrip } from '../core/status.js';
import { themeFor, wear } from '../core/theme.js';
import { whoWatches } from '../core/viewer.js';
import { loadWords } from '../core/words.js';
import { logo } from '../glyphs/logo.js';
import '../me/who-am-i.js';
import './forecast-chart.js';
import { scoreTable } from './score-table.js';
import { wardTable } from './ward-table.js';
import './what-if.js';

/** What the next two days will probably look like, and how right that was before: `<flyt-forecast-page>`. Counts, no patient. */
export class ForecastPage extends LightElement {
  static properties = { ward: { state: true }, scores: { state: true } };

  #wish = wishOf(location);
  #words = null;
  #time = null;
  #link = null;
  #ticker = 0;
  #again = 0;
  #frame = eachFrame(() => this.requestUpdate());
  #left = new AbortController();
  #who = () => void whoWatches(this.#left.signal);

  constructor() {
    super();
    /** Whose course is drawn; null: the hospital's. @type {string | null} */
    this.ward = null;
    /** How right it was; null: not known yet. @type {import('./score-table.js').Score[] | null} */
    this.scores = null;
  }

  connectedCallback() {
    super.connectedCallback();
    document.documentElement.lang = this.#wish.language;
    wear(themeFor(this.#wish.theme, null));
    void this.#start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
    clearTimeout(this.#again);
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
      this.#link = new Link({ hospital: this.#wish.hospital, view: 'forecast', scope: '-' });
      this.#link.addEventListener('change', this.#frame.ask);
      this.#link.addEventListener('who', this.#who);
      this.#ticker = setInterval(() => this.requestUpdate(), 1000);
      this.requestUpdate();
      await this.#askScores();
    }
  }

  /** Asks until it is answered. */
  async #askScores() {
    const address = `/api/v1/hospitals/${encodeURIComponent(this.#wish.hospital)}/forecast/score`;
    const answer = await get(address);
    if (!this.isConnected) {
      return;
    }
    if (answer.ok) {
      this.scores = answer.body.scores;
    } else if (answer.status !== 403) {
      this.#again = setTimeout(() => void this.#askScores(), 5000);
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
    const house = rows && rows.byKey.get('forecast');
    const now = this.#link.now();
    if (house && this.#time === null) {
      this.#time = new HospitalTime(house.timeZone, this.#wish.language);
    }
    if (house && now !== null) {
      wear(themeFor(this.#wish.theme, this.#time.minuteOfDay(now)));
      document.title = `${words('forecast.title')} · ${house.name}`;
    }
    const link = linkState(this.#link.silentMs(), 3);
    const silent = beat === null ? [] : silentFeeds(beat.feeds, null);
    return html`<div class="desk forecast ${isStale(link) ? 'stale' : ''}">
      <header class="top">${logo()}<h1>${words('forecast.title')} <span>${house ? house.name : ''}</span></h1>
        <div class="slot" role="status">${isStale(link)
          ? html`<span class="status warn"><b>${words(link === 'distrust' ? 'link.distrust' : 'link.not-updated', { at: this.#clock(beat.time) })}</b></span>`
          : statusChip({ link, silent, beat, awayBeat, words, time: this.#time })}</div>
        <div class="clock"><b>${now === null || this.#time === null ? '–' : this.#time.clock(now)}</b>
          <span>${now === null || this.#time === null ? '' : this.#time.shortDate(now)}</span></div>
      </header>
      <main>${this.#course(rows, now, words)}</main>
      <footer class="bottom"><who-am-i .words=${words}></who-am-i><span>${testStrip(house && house.synthetic, beat && beat.rate, words)}</span>
        <a href="/">${words('refused.start')}</a></footer>
    </div>`;
  }

  #course(rows, now, words) {
    const all = rows === null ? null : ofKind(rows, 'forecast').sort((a, b) => a.order - b.order);
    const shown = all === null ? null : all.find((row) => row.ward === this.ward);
    return html`<section class="panel" aria-label=${words('forecast.title')}>
        ${this.ward === null || !shown ? nothing : html`<p class="of-ward"><b>${shown.name}</b> <button type="button" class="plain" @click=${() => (this.ward = null)}>${words('forecast.whole-house')}</button></p>`}
        <flyt-forecast-chart .rows=${all} .words=${words} .time=${this.#time} .now=${now} .ward=${this.ward} .hours=${48} hospital=${this.#wish.hospital}></flyt-forecast-chart>
      </section>
      ${all === null || this.#time === null ? nothing : html`<section class="panel">${wardTable(all, this.ward, (ward) => (this.ward = ward), words)}</section>
        <section class="panel"><flyt-what-if .rows=${all} .words=${words} .time=${this.#time} .now=${now} hospital=${this.#wish.hospital}></flyt-what-if></section>
        <section class="panel">${scoreTable(this.scores, this.ward, shown && this.ward !== null ? shown.name : words('forecast.whole-house'), words)}</section>`}`;
  }

  #clock(instant) {
    return this.#time === null ? '–' : this.#time.clock(instant);
  }
}

customElements.define('flyt-forecast-page', ForecastPage);

import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { LivePage } from '../core/live-page.js';
import { looksBack, momentOf } from '../core/look-back.js';
import { ofKind } from '../core/rows.js';
import { unlessGivenUp } from '../core/signed-in-page.js';
import './forecast-chart.js';
import { scoreTable } from './score-table.js';
import { wardTable } from './ward-table.js';
import './what-if.js';

/** What the next two days will probably look like, and how right that was before: `<flyt-forecast-page>`. Counts, no patient. */
export class ForecastPage extends LivePage {
  static properties = { ward: { state: true }, scores: { state: true } };

  name = 'forecast';
  #again = 0;
  /** The day of the past of which scores were asked for. */
  #asked = '';

  constructor() {
    super();
    /** Whose course is drawn; null: the hospital's. @type {string | null} */
    this.ward = null;
    /** How right it was; null: not known yet. @type {import('./score-table.js').Score[] | null} */
    this.scores = null;
  }

  streams() {
    if (!looksBack()) {
      this.#askScores('').catch(unlessGivenUp);
    }
    return ['forecast'];
  }

  headOf(rows) {
    return rows.byKey.get('forecast') || null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#again);
  }

  /** As it was known on the day that a look back has come to; another moment of that day would hardly change it. */
  #askThen({ at }) {
    const day = this.time.day(at);
    if (day !== this.#asked) {
      this.#asked = day;
      clearTimeout(this.#again);
      this.#askScores(`?at=${at}`).catch(unlessGivenUp);
    }
  }

  /** Asks until it is answered. @param {string} then of which past moment; empty: of now */
  async #askScores(then) {
    const answer = await get(`/api/v1/hospitals/${encodeURIComponent(this.hospital)}/forecast/score${then}`, { signal: this.left.signal });
    if (answer.ok) {
      this.scores = answer.body.scores;
    } else if (answer.status !== 403) {
      this.#again = setTimeout(() => this.#askScores(then).catch(unlessGivenUp), 5000);
    }
  }

  content({ rows, now }) {
    const { words } = this;
    const moment = momentOf(location);
    if (moment !== null && this.time !== null) {
      this.#askThen(moment);
    }
    const all = rows === null ? null : ofKind(rows, 'forecast').sort((a, b) => a.order - b.order);
    const shown = all === null ? null : all.find((row) => row.ward === this.ward);
    return html`<section class="panel" aria-label=${words('forecast.title')}>
        ${this.ward === null || !shown ? nothing : html`<p class="of-ward"><b>${shown.name}</b> <button type="button" class="plain" @click=${() => (this.ward = null)}>${words('forecast.whole-house')}</button></p>`}
        <flyt-forecast-chart .rows=${all} .words=${words} .time=${this.time} .now=${now} .ward=${this.ward} .hours=${48} hospital=${this.hospital}></flyt-forecast-chart>
      </section>
      ${all === null || this.time === null ? nothing : html`<section class="panel">${wardTable(all, this.ward, (ward) => (this.ward = ward), words)}</section>
        ${looksBack() ? nothing : html`<section class="panel"><flyt-what-if .rows=${all} .words=${words} .time=${this.time} .now=${now} hospital=${this.hospital}></flyt-what-if></section>`}
        <section class="panel">${scoreTable(this.scores, this.ward, shown && this.ward !== null ? shown.name : words('forecast.whole-house'), words)}</section>`}`;
  }
}

customElements.define('flyt-forecast-page', ForecastPage);

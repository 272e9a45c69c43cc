import { html, nothing } from 'lit';
import '../alerts/alert-cards.js';
import { LivePage } from '../core/live-page.js';
import '../forecast/forecast-chart.js';
import { glyph } from '../glyphs/glyph.js';
import { waitingOf } from '../placement/bed-words.js';
import { Placing } from '../placement/placing.js';
import { AskedBeside } from './asked-beside.js';
import './bed-card.js';
import './bed-map.js';
import './departments.js';
import './discharge-chart.js';
import { evenings } from './evenings.js';
import { headFigures } from './head-figures.js';
import { inpatients, maySeekInpatients } from './inpatients.js';
import { keysOff, keySheet } from './keys.js';
import './occupancy-days.js';
import './search-box.js';

/**
 * Every bed of a hospital on one page, for who places patients: `<flyt-capacity-page>`. Beds and counts; beside them who waits for a bed, the
 * forecast and what needs somebody, for those who may see that.
 */
export class CapacityPage extends LivePage {
  static properties = { sought: { state: true }, opened: { state: true }, help: { state: true } };

  name = 'capacity';
  #placing = new Placing(this, () => this.link.beside('requests'));
  #asked = new AskedBeside(this);

  constructor() {
    super();
    /** The beds that were searched for. @type {Set<string>} */
    this.sought = new Set();
    /** The bed whose card is open. @type {string | null} */
    this.opened = null;
    this.help = false;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', (event) => this.#key(event), { signal: this.left.signal });
  }

  updated() {
    const head = this.link === null || this.link.rows === null ? null : this.headOf(this.link.rows);
    if (head !== null) {
      this.#asked.look(head.timeZone);
    }
  }

  streams(views) {
    return ['capacity', ...['requests', 'forecast', 'alerts'].filter((view) => views.includes(view))];
  }

  headOf(rows) {
    return rows.byKey.get('house') || null;
  }

  tools({ rows }) {
    return html`<flyt-search-box .rows=${rows} .requests=${this.link.beside('requests')} .words=${this.words}
      .inside=${maySeekInpatients(this.me, this.hospital) ? this.#inside : null} @sought=${({ detail }) => (this.sought = detail.beds)} @go=${({ detail }) => this.#goTo(detail.hit)}></flyt-search-box>`;
  }

  #inside = (text) => {
    const wards = [...this.link.rows.byKey.values()].filter((row) => row.kind === 'ward').sort((one, other) => one.order - other.order);
    return inpatients(this.hospital, text, wards, this.left.signal);
  };

  foot() {
    return html`<button type="button" class="plain" @click=${() => (this.help = !this.help)}>${this.words('keys.title')}</button>`;
  }

  content({ head, rows, now, stale, silent }) {
    if (head === null) {
      return nothing;
    }
    const { words, time, hospital, query } = this;
    const carried = new Set([].concat(...silent.map((feed) => feed.carries)));
    const old = (figure) => (FED_BY[figure].some((name) => carried.has(name)) ? glyph('clock', 'warn', words('feed.old-value')) : nothing);
    const bed = this.opened === null ? null : rows.byKey.get(`bed/${this.opened}`);
    return html`${headFigures(head, words, old, this.#besideHead(now))}
      <div class="areas">
        <div class="wide">
          <section class="panel board" aria-label=${words('capacity.map')}><flyt-bed-map .rows=${rows} .words=${words} .time=${time}
            .hospital=${hospital} .query=${query} .found=${this.sought} .suiting=${this.#placing.suiting} .evenings=${this.#evenings()}
            @opened=${(event) => (this.opened = event.detail.bed)} @chosen=${(event) => this.#placing.take(event.detail.bed)}></flyt-bed-map></section>
          ${this.#beside('alerts', (all) => html`<flyt-alert-cards .rows=${all} .words=${words} .time=${time} .now=${now} hospital=${hospital} .may=${this.may.deeds}></flyt-alert-cards>`)}
        </div>
        <div class="side">
          ${bed ? html`<flyt-bed-card .bed=${bed} .ward=${rows.byKey.get(`ward/${bed.ward}`)} .words=${words} .time=${time}
            .hospital=${hospital} .query=${query} @close=${this.#closeBed}></flyt-bed-card>` : nothing}
          ${this.help ? keySheet(words, () => this.requestUpdate(), () => (this.help = false)) : nothing}
          ${this.#beside('forecast', (all) => html`<section class="panel side-panel"><flyt-forecast-chart .rows=${all} .words=${words} .time=${time} .now=${now} .ward=${null} .hours=${24} hospital=${hospital}></flyt-forecast-chart></section>`)}
          <flyt-discharge-chart .discharges=${head.discharges} .words=${words}
            .hour=${now === null ? null : Math.floor(time.minuteOfDay(now) / 60)}></flyt-discharge-chart>
          ${this.#beside('requests', () => html`${this.#placing.list(this.#barred(stale))}${this.#placing.news()}${this.#placing.choice()}`)}
          <flyt-departments .house=${head} .rows=${rows} .words=${words}></flyt-departments>
          ${this.may.views.includes('figures') ? html`<flyt-occupancy-days .house=${head} .words=${words} .time=${time} .now=${now} hospital=${hospital}></flyt-occupancy-days>` : nothing}
        </div>
      </div>`;
  }

  /** What the head shows that no row of the house has. */
  #besideHead(now) {
    const requests = this.link.beside('requests');
    const evenings = this.#evenings();
    return {
      now,
      time: this.time,
      waiting: requests === null ? null : waitingOf(requests.byKey.values()),
      evening: evenings === null ? undefined : evenings.get(null) || null,
      asked: this.#asked,
    };
  }

  /** What is made of the rows of a view beside the beds, once they are there. */
  #beside(view, make) {
    const rows = this.link.beside(view);
    return rows === null ? nothing : make([...rows.byKey.values()]);
  }

  /** The column stands empty until the forecast has come, so that nothing moves then. */
  #evenings() {
    const rows = this.link.beside('forecast');
    return rows !== null ? evenings(rows, this.time) : this.may.views.includes('forecast') ? AWAITED : null;
  }

  /** Why nobody can be placed now, or ''. */
  #barred(stale) {
    return stale ? this.words('placement.barred') : this.may.deeds.includes('reserve-bed') ? '' : this.words('placement.only-looking');
  }

  /** To the bed, or to the line of whoever has none yet. @param {import('./search.js').Hit} hit */
  #goTo({ bed, request }) {
    if (bed !== null) {
      this.querySelector('flyt-bed-map').focusBed(bed);
    } else if (request !== null) {
      const line = this.querySelector(`[data-request="${CSS.escape(request)}"]`);
      const grip = line === null ? null : line.querySelector('[data-lift]');
      if (grip !== null) {
        line.scrollIntoView({ block: 'nearest' });
        grip.focus();
      }
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
      this.#placing.letGo();
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
    } else if (event.key.toLowerCase() === 'm') {
      this.#move();
    }
  }

  /** Lifts whoever the keyboard stands at, or who has waited longest, and brings it to the bed that suits them best. */
  #move() {
    const handle = this.querySelector('.waits:focus-within [data-lift]:enabled') || this.querySelector('[data-lift]:enabled');
    if (handle !== null) {
      this.#placing.lift(handle.dataset.lift, ({ bed }) => this.querySelector('flyt-bed-map').focusBed(bed));
    }
  }
}

const AWAITED = new Map();

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

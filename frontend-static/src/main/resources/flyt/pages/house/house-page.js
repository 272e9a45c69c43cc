import { html, nothing } from 'lit';
import { wishOf } from '../core/address.js';
import { eachFrame } from '../core/each-frame.js';
import { HospitalTime } from '../core/hospital-time.js';
import { LightElement } from '../core/light-element.js';
import { Link } from '../core/link.js';
import { shareText } from '../core/occupancy.js';
import { looksBack } from '../core/look-back.js';
import { ofKind } from '../core/rows.js';
import { isStale, linkState } from '../core/staleness.js';
import { refusedWords } from '../core/refused.js';
import { silentFeeds, statusChip, testStrip } from '../core/status.js';
import { themeFor, wear } from '../core/theme.js';
import { whoWatches } from '../core/viewer.js';
import { loadWords } from '../core/words.js';
import '../me/who-am-i.js';
import '../past/time-travel.js';
import { glyph } from '../glyphs/glyph.js';
import { logo } from '../glyphs/logo.js';
import '../start/clock-rate.js';
import { houseTable } from './house-table.js';

/** The whole hospital on one page: `<flyt-house-page>`. Counts only; no patient, at any level. */
export class HousePage extends LightElement {
  #wish = wishOf(location);
  #words = null;
  #time = null;
  #link = null;
  #ticker = 0;
  #frame = eachFrame(() => this.requestUpdate());
  #left = new AbortController();
  #who = () => void whoWatches(this.#left.signal);

  connectedCallback() {
    super.connectedCallback();
    document.documentElement.lang = this.#wish.language;
    wear(themeFor(this.#wish.theme, null));
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
      this.#link = new Link({ hospital: this.#wish.hospital, view: 'house', scope: '-' });
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
      document.title = `${words('house.title')} · ${house.name}`;
    }
    const link = linkState(this.#link.silentMs(), 3);
    const silent = beat === null ? [] : silentFeeds(beat.feeds, null);
    return html`<div class="desk ${isStale(link) ? 'stale' : ''}">
      <header class="top">
        ${logo()}
        <h1>${words('house.title')} <span>${house ? house.name : ''}</span></h1>
        <div class="slot" role="status">${isStale(link)
          ? html`<span class="status warn"><b>${words(link === 'distrust' ? 'link.distrust' : 'link.not-updated', { at: this.#clock(beat.time) })}</b></span>`
          : statusChip({ link, silent, beat, awayBeat, words, time: this.#time })}</div>
        <div class="clock"><b>${now === null || this.#time === null ? '–' : this.#time.clock(now)}</b>
          <span>${now === null || this.#time === null ? '' : this.#time.shortDate(now)}</span></div>
      </header>
      <main>${house ? this.#overview(house, rows, silent, words) : nothing}</main>
      <footer class="bottom"><who-am-i .words=${words}></who-am-i><span>${testStrip(house && house.synthetic, beat && beat.rate, words)}</span>
        ${house && house.synthetic && beat && !looksBack()
          ? html`<flyt-clock-rate hospital=${this.#wish.hospital} .rate=${beat.rate} .words=${words}></flyt-clock-rate>`
          : nothing}
        <a href="/">${words('refused.start')}</a></footer>
    </div>`;
  }

  #clock(instant) {
    return this.#time === null ? '–' : this.#time.clock(instant);
  }

  #overview(house, rows, silent, words) {
    const carried = new Set([].concat(...silent.map((feed) => feed.carries)));
    const old = (column) =>
      (FED_BY[column] || []).some((name) => carried.has(name)) ? glyph('clock', 'warn', words('feed.old-value')) : nothing;
    const wards = ofKind(rows, 'ward').sort((a, b) => a.order - b.order);
    const query = { lang: this.#wish.language, ...(this.#wish.theme ? { theme: this.#wish.theme } : {}) };
    return html`${tiles(house, words)}${houseTable(house, wards, words, this.#wish.hospital, query, old)}`;
  }
}

/** Which of a feed's words stand in which column. */
const FED_BY = {
  occupancy: ['patient'],
  patients: ['patient'],
  free: ['bed'],
  dirty: ['bed', 'task'],
  cleaning: ['bed', 'task'],
  incoming: ['incoming'],
  outgoing: ['discharge'],
  outliers: ['patient'],
};

function tiles(house, words) {
  const tile = (title, figure, ...notes) => html`<li><span class="title">${title}</span><b>${figure}</b>
    ${notes.map((note) => html`<span class="note">${note}</span>`)}</li>`;
  return html`<ul class="tiles">
    ${tile(
      words('house.occupancy'),
      shareText(house.live, house.staffed),
      words('house.of-open', { patients: house.live, staffed: house.staffed }),
      words('house.closed-of', house),
    )}
    ${tile(words('house.free-title'), house.ready, words('house.reserved', { count: house.reserved }), words('house.held', { count: house.held }))}
    ${tile(
      words('house.dirty'),
      house.waitingCleaning,
      words('house.cleaning-more', { cleaning: house.beingCleaned, paused: house.paused, air: house.airChange }),
    )}
    ${tile(words('house.incoming-title'), house.incoming, words('house.emergency-present', { count: house.emergencyPresent }))}
    ${tile(words('house.without-bed'), house.withoutBed, words('house.extra-places', { count: house.extraPlaces }))}
    ${tile(words('house.outgoing'), house.outToday, words('house.left-today', { count: house.leftToday }))}
  </ul>`;
}

customElements.define('flyt-house-page', HousePage);

import { html, nothing } from 'lit';
import { wishOf } from '../core/address.js';
import { eachFrame } from '../core/each-frame.js';
import { HospitalTime } from '../core/hospital-time.js';
import { LightElement } from '../core/light-element.js';
import { Link } from '../core/link.js';
import { refusedWords } from '../core/refused.js';
import { isStale, linkState } from '../core/staleness.js';
import { statusChip, testStrip } from '../core/status.js';
import { themeFor, wear } from '../core/theme.js';
import { whoWatches } from '../core/viewer.js';
import { loadWords } from '../core/words.js';
import '../me/who-am-i.js';
import { logo } from '../glyphs/logo.js';
import './alert-cards.js';

/** What must not go unnoticed in a hospital, on a page of its own: `<flyt-alerts-page>`. No patient. */
export class AlertsPage extends LightElement {
  #wish = wishOf(location);
  #words = null;
  #time = null;
  #may = [];
  #link = null;
  #ticker = 0;
  #frame = eachFrame(() => this.requestUpdate());
  #left = new AbortController();
  #who = () => void this.#look();

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
    if ((await this.#look()) && this.isConnected) {
      this.#link = new Link({ hospital: this.#wish.hospital, view: 'alerts', scope: '-' });
      this.#link.addEventListener('change', this.#frame.ask);
      this.#link.addEventListener('who', this.#who);
      this.#ticker = setInterval(() => this.requestUpdate(), 1000);
      this.requestUpdate();
    }
  }

  /** Whether anybody looks who may stay here, and what they may do. */
  async #look() {
    const viewer = await whoWatches(this.#left.signal);
    if (viewer !== null) {
      this.#may = viewer.me.may.deeds;
      this.requestUpdate();
    }
    return viewer !== null;
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
    const level = rows && rows.byKey.get('level');
    const now = this.#link.now();
    if (level && this.#time === null) {
      this.#time = new HospitalTime(level.timeZone, this.#wish.language);
      document.title = `${words('alerts.title')} · ${level.hospitalName}`;
    }
    if (level && now !== null) {
      wear(themeFor(this.#wish.theme, this.#time.minuteOfDay(now)));
    }
    const link = linkState(this.#link.silentMs(), 3);
    return html`<div class="desk ${isStale(link) ? 'stale' : ''}">
      <header class="top">
        ${logo()}
        <h1>${words('alerts.title')} <span>${level ? level.hospitalName : ''}</span></h1>
        <div class="slot" role="status">${isStale(link)
          ? html`<span class="status warn"><b>${words(link === 'distrust' ? 'link.distrust' : 'link.not-updated', { at: this.#clock(beat.time) })}</b></span>`
          : statusChip({ link, silent: [], beat, awayBeat, words, time: this.#time })}</div>
        <div class="clock"><b>${now === null ? '–' : this.#clock(now)}</b></div>
      </header>
      <main><flyt-alert-cards .rows=${rows ? [...rows.byKey.values()] : []} .words=${words} .time=${this.#time} .now=${now}
        hospital=${this.#wish.hospital} .may=${this.#may}></flyt-alert-cards></main>
      <footer class="bottom"><who-am-i .words=${words}></who-am-i><span>${testStrip(level && level.synthetic, beat && beat.rate, words)}</span>
        <a href="/">${words('refused.start')}</a></footer>
    </div>`;
  }

  #clock(instant) {
    return this.#time === null ? '–' : this.#time.clock(instant);
  }
}

customElements.define('flyt-alerts-page', AlertsPage);

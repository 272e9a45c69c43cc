import { html, nothing } from 'lit';
import { wardAddress, wishOf, withQuery } from '../core/address.js';
import { LightElement } from '../core/light-element.js';
import { themeFor, wear } from '../core/theme.js';
import { homeOf } from '../core/me.js';
import { mayOpen, whoWatches } from '../core/viewer.js';
import { loadWords } from '../core/words.js';
import { icon } from '../glyphs/glyph.js';
import { logo } from '../glyphs/logo.js';
import { namesTogether, screensOf } from '../ward/clusters.js';
import '../me/invented-strip.js';
import '../me/who-am-i.js';
import './clock-rate.js';

/**
 * The way in: `<flyt-start-page>` lists hospitals and wards, with a link to every screen. No link shows
 * more beds than one screen can.
 *
 * @typedef {{id: string, name: string, kind: string, clusters: {id: string, name: string, beds: number}[]}} Ward
 * @typedef {{id: string, name: string, synthetic: boolean, clock: 'system' | 'driven', wards: Ward[]}} Hospital
 */
export class StartPage extends LightElement {
  static properties = { hospitals: { state: true }, rates: { state: true }, reachable: { state: true }, level: { state: true } };

  #wish = wishOf(location);
  #words = null;
  /** @type {import('../core/viewer.js').Viewer | null} */
  #viewer = null;
  #timer = 0;
  #asked = new AbortController();

  constructor() {
    super();
    /** @type {Hospital[] | null} */
    this.hospitals = null;
    /** @type {Record<string, number>} the clock rate of each driven hospital */
    this.rates = {};
    /** @type {Record<string, string>} what time it is there */
    this.times = {};
    this.reachable = true;
    /** How much the linked boards show; null: as much as whoever looks may see. */
    this.level = null;
  }

  connectedCallback() {
    super.connectedCallback();
    document.documentElement.lang = this.#wish.language;
    wear(themeFor(this.#wish.theme, null));
    void this.#start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#asked.abort();
  }

  async #start() {
    this.#words = await loadWords(this.#wish.language);
    this.requestUpdate();
    this.#viewer = await whoWatches(this.#asked.signal);
    if (this.#viewer === null) {
      return;
    }
    // the hospital's own way in brings people here, whoever they are
    const home = location.search === '?signed-in' && this.#viewer.me !== null ? homeOf(this.#viewer.me) : '/';
    if (home !== '/') {
      location.replace(home);
    } else {
      await this.#ask();
    }
  }

  /** Asks until it is answered, so that a page opened before the server is up fills by itself. */
  async #ask() {
    try {
      this.hospitals = (await this.#get('/api/v1/hospitals')).hospitals;
      this.reachable = true;
      const driven = this.hospitals.filter((hospital) => hospital.clock === 'driven');
      const clocks = await Promise.all(
        driven.map((hospital) => this.#get(`/api/v1/hospitals/${encodeURIComponent(hospital.id)}/clock`)),
      );
      this.times = Object.fromEntries(driven.map((hospital, i) => [hospital.id, clocks[i].time]));
      this.rates = Object.fromEntries(driven.map((hospital, i) => [hospital.id, clocks[i].rate]));
    } catch (fault) {
      if (fault.name === 'AbortError') {
        return;
      }
      this.reachable = false;
      this.#timer = setTimeout(() => void this.#ask(), 3000);
    }
  }

  async #get(address) {
    const answer = await fetch(address, { signal: this.#asked.signal });
    if (!answer.ok) {
      throw new Error(`${address}: ${answer.status}`);
    }
    return answer.json();
  }

  render() {
    const words = this.#words;
    if (words === null) {
      return nothing;
    }
    return html`<invented-strip .words=${words}></invented-strip><div class="desk start">
      <header class="top">${logo()}<h1>${words('start.title')} <span>${words('start.lead')}</span></h1>
        <nav class="switches">${this.#switches(words)}</nav><who-am-i .words=${words}></who-am-i></header>
      <main>
        <p class="unreachable" role="status">${this.reachable ? '' : words('start.unreachable')}</p>
        ${this.#hospitals(words)}
      </main>
      <footer class="bottom"><a href="/catalogue${location.search}">${words('start.catalogue')}</a></footer>
    </div>`;
  }

  #switches(words) {
    const to = (name, value, text, current) =>
      html`<a href=${withQuery(location, { [name]: value })} aria-current=${current ? 'true' : nothing}>${text}</a>`;
    const { theme, language } = this.#wish;
    return html`<div class="choice" role="group" aria-label=${words('start.theme')}>
        ${to('theme', null, words('start.theme-clock'), theme === null)}
        ${to('theme', 'light', html`${icon('sun')}${words('start.theme-light')}`, theme === 'light')}
        ${to('theme', 'dark', html`${icon('moon')}${words('start.theme-dark')}`, theme === 'dark')}
      </div>
      <div class="choice" role="group" aria-label=${words('start.language')}>
        ${to('lang', 'nb', html`<span lang="nb">Norsk</span>`, language === 'nb')}
        ${to('lang', 'en', html`<span lang="en">English</span>`, language === 'en')}
      </div>`;
  }

  #hospitals(words) {
    if (this.hospitals === null) {
      return html`<p class="lead">${words('start.loading')}</p>`;
    }
    if (this.hospitals.length === 0) {
      return html`<p class="lead">${words('start.none')}</p>`;
    }
    return this.hospitals.map((hospital) => this.#hospital(hospital, words));
  }

  #hospital(hospital, words) {
    const most = this.#viewer.level;
    const level = this.level || most;
    const rate = this.rates[hospital.id];
    const wards = hospital.wards.filter((ward) => mayOpen(this.#viewer, hospital.id, ward.id));
    return html`<section class="hospital" aria-label=${hospital.name}>
      <div class="hospital-head">
        <h2>${icon('building-hospital')}${hospital.name}</h2>
        ${hospital.synthetic ? html`<p class="synthetic">${words('test.strip')}</p>` : nothing}
        ${this.#viewer.me.may.views.includes('capacity') ? html`<a class="overview" href=${`/capacity/${encodeURIComponent(hospital.id)}${location.search}`}>${words('start.overview')}</a>` : this.#viewer.me.may.views.includes('house') ? html`<a class="overview" href=${`/house/${encodeURIComponent(hospital.id)}${location.search}`}>${words('start.overview')}</a>` : nothing}
        ${this.#viewer.me.may.views.includes('forecast') ? html`<a class="overview" href=${`/forecast/${encodeURIComponent(hospital.id)}${location.search}`}>${words('forecast.link')}</a>` : nothing}
        ${this.#training(hospital, words)}
        ${this.#viewer.me.may.views.includes('figures') ? html`<a class="overview" href=${`/figures/${encodeURIComponent(hospital.id)}${location.search}`}>${words('figures.link')}</a>` : nothing}
        ${this.#viewer.me.may.views.includes('crew') ? html`<a class="overview" href=${`/work/${encodeURIComponent(hospital.id)}${location.search}`}>${words('work.title')}</a>` : nothing}
      </div>
      <div class="hospital-settings">
        ${wards.length === 0 ? nothing : html`<div class="choice" role="group" aria-label=${words('start.level')}>
          <span class="choice-name">${words('start.level')}</span>
          ${[1, 2, 3].filter((choice) => choice <= most).map(
            (choice) => html`<button type="button" aria-pressed=${String(choice === level)} @click=${() => (this.level = choice)}>
              ${words(`level.${choice}`)}
            </button>`,
          )}
        </div>`}
        ${rate === undefined
          ? nothing
          : html`<flyt-clock-rate hospital=${hospital.id} .rate=${rate} .words=${words}></flyt-clock-rate>`}
      </div>
      <ul class="ward-list">${wards.map((ward) => this.#ward(hospital, ward, level, words))}</ul>
    </section>`;
  }

  /** An invented hospital's day before, played for training. */
  #training(hospital, words) {
    const now = this.times[hospital.id];
    const { views } = this.#viewer.me.may;
    if (!hospital.synthetic || now === undefined || !views.includes('past') || !views.includes('house')) {
      return nothing;
    }
    const at = new Date(Date.parse(now) - 24 * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z');
    return html`<a class="overview training" href=${`/house/${encodeURIComponent(hospital.id)}?${new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(location.search)), at, rate: '60' })}`}>${words('start.training')}</a>`;
  }

  #ward(hospital, ward, level, words) {
    const { theme, language } = this.#wish;
    const query = { level: String(level), ...(theme ? { theme } : {}), ...(language === 'nb' ? {} : { lang: language }) };
    const screens = screensOf(ward.clusters);
    return html`<li><span class="ward-name">${ward.name}</span>
      <span class="screens">${screens.map((clusters) => {
        const tun = screens.length > 1 ? { tun: clusters.map((cluster) => cluster.id).join(',') } : {};
        const name = namesTogether(clusters, words('and')) || ward.name;
        return html`<a href=${wardAddress(hospital.id, ward.id, { ...tun, ...query })} aria-label=${`${ward.name}, ${name}`}>${name}</a>`;
      })}</span></li>`;
  }
}

customElements.define('flyt-start-page', StartPage);

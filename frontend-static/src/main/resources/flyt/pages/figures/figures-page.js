import { html, nothing } from 'lit';
import { wishOf, withQuery } from '../core/address.js';
import { get } from '../core/api.js';
import { HospitalTime } from '../core/hospital-time.js';
import { SignedInPage, unlessGivenUp } from '../core/signed-in-page.js';
import { icon } from '../glyphs/glyph.js';
import { logo } from '../glyphs/logo.js';
import { loadChart, waitChart } from './charts.js';
import { comparison } from './comparison.js';
import { addDays, beforeOf, PERIODS, periodOf } from './period.js';
import { liveTile, tiles } from './tiles.js';

const TEAMS = ['cleaning', 'porters', 'technical'];
const DIVISIONS = ['weekday', 'zone', 'kind'];
const BEFORE = ['previous', 'own', 'none'];
const LIVE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * How long the work of a team takes and how much of it there is: `<flyt-figures-page>`. Nothing is by person. What is chosen stands
 * in the address, so that a link shows the same.
 */
export class FiguresPage extends SignedInPage {
  static properties = {
    chosen: { state: true }, hospital: { state: true }, sheets: { state: true }, live: { state: true }, at: { state: true }, busy: { state: true }, now: { state: true },
  };

  #id = wishOf(location).hospital;
  #address = `/api/v1/hospitals/${encodeURIComponent(this.#id)}`;
  #time = null;
  #turn = 0;
  #ticker = 0;
  /** By how much the hospital's clock is ahead of this device's, and how fast it goes. */
  #clock = { time: 0, rate: 1, heard: 0 };

  constructor() {
    super();
    const query = new URLSearchParams(location.search);
    const one = (name, all, otherwise) => (all.includes(query.get(name)) ? query.get(name) : otherwise);
    this.chosen = {
      team: one('team', TEAMS, 'cleaning'),
      period: one('period', Object.keys(PERIODS), 'week'),
      from: query.get('from') || '',
      to: query.get('to') || '',
      before: one('before', BEFORE, 'previous'),
      beforeFrom: query.get('before-from') || '',
      beforeTo: query.get('before-to') || '',
      zone: query.get('zone') || '',
      by: one('by', DIVISIONS, 'weekday'),
    };
    /** The hospital's definition. @type {any} */
    this.hospital = null;
    /** What the server said of what is chosen; null: it is on its way. @type {any} */
    this.sheets = null;
    /** What it said of the last hour. @type {{sheet: any, at: string} | null} */
    this.live = null;
    /** The hours under the pointer. @type {{wait: number | null, load: number | null}} */
    this.at = { wait: null, load: null };
    this.busy = false;
    this.now = 0;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
  }

  async begin() {
    const signal = this.asked.signal;
    const [hospital] = await Promise.all([get(this.#address, { signal }), this.#readClock()]);
    if (!this.told(hospital) || !this.isConnected) {
      return;
    }
    this.hospital = hospital.body;
    this.#time = new HospitalTime(this.hospital.timeZone, this.language);
    this.now = this.#hospitalNow();
    this.#ticker = setInterval(() => void this.#readLive().catch(unlessGivenUp), LIVE_MS);
    await Promise.all([this.#read(), this.#readLive()]);
  }

  async #readClock() {
    const clock = await get(`${this.#address}/clock`, { signal: this.asked.signal });
    if (clock.ok) {
      this.#clock = { time: Date.parse(clock.body.time), rate: clock.body.rate, heard: Date.now() };
    }
  }

  #hospitalNow() {
    return this.#clock.time + (Date.now() - this.#clock.heard) * this.#clock.rate;
  }

  #periods() {
    const { chosen } = this;
    const zone = this.hospital.timeZone;
    const period = periodOf(chosen.period, { from: chosen.from, to: chosen.to }, this.#hospitalNow(), this.#time, zone);
    const before = period && beforeOf(chosen.before, { from: chosen.beforeFrom, to: chosen.beforeTo }, period, chosen.period, zone);
    return { period, before, faulty: period === null || (chosen.before !== 'none' && before === null) };
  }

  #question(period, by, more = {}) {
    const { team, zone } = this.chosen;
    return `${this.#address}/figures/tasks?${new URLSearchParams({ team, ...period, by, ...(zone === '' ? {} : { zone }), ...more })}`;
  }

  /** Asks for all that is chosen; an answer to an older choice is dropped. */
  async #read() {
    const turn = ++this.#turn;
    const { period, before, faulty } = this.#periods();
    if (faulty) {
      this.trouble = this.words('figures.faulty-period');
      return;
    }
    this.busy = true;
    const ask = (of, by) => (of === null ? Promise.resolve(null) : get(this.#question(of, by), { signal: this.asked.signal }));
    const by = this.chosen.by;
    const answers = await Promise.all([ask(period, 'hour'), ask(before, 'hour'), ask(period, by), ask(before, by)]);
    if (turn === this.#turn) {
      this.busy = false;
      const failed = answers.find((answer) => answer !== null && !answer.ok);
      if (this.told(failed || answers[0])) {
        const [hours, hoursBefore, groups, groupsBefore] = answers.map((answer) => answer && answer.body);
        this.sheets = { hours, hoursBefore, groups, groupsBefore, by, period, before };
      }
    }
  }

  async #readLive() {
    const turn = this.#turn;
    await this.#readClock();
    const to = Math.floor(this.#hospitalNow() / 1000) * 1000;
    this.now = to;
    const period = { from: new Date(to - HOUR_MS).toISOString(), to: new Date(to).toISOString() };
    const answer = await get(this.#question(period, 'none', { counted: 'done' }), { signal: this.asked.signal });
    if (answer.ok && turn <= this.#turn) {
      this.live = { sheet: answer.body, at: this.#time.clock(to) };
    }
  }

  /** Chooses something, and says so in the address. */
  #choose(changes) {
    const { chosen } = this;
    const next = { ...chosen, ...changes };
    const today = this.#time.day(this.#hospitalNow());
    if (next.period === 'own' && next.from === '') {
      Object.assign(next, { from: addDays(today, -28), to: today });
    }
    if (next.before === 'own' && next.beforeFrom === '') {
      Object.assign(next, { beforeFrom: addDays(today, -56), beforeTo: addDays(today, -29) });
    }
    this.chosen = next;
    const own = (is, value) => (is ? value : null);
    history.replaceState(null, '', withQuery(location, {
      team: next.team, period: next.period, by: next.by, before: next.before, zone: next.zone || null,
      from: own(next.period === 'own', next.from), to: own(next.period === 'own', next.to),
      'before-from': own(next.before === 'own', next.beforeFrom), 'before-to': own(next.before === 'own', next.beforeTo),
    }));
    const reads = [this.#read()];
    if (next.team !== chosen.team || next.zone !== chosen.zone) {
      this.live = null;
      reads.push(this.#readLive());
    }
    Promise.all(reads).catch(unlessGivenUp);
  }

  render() {
    const { words, hospital } = this;
    if (words === null) {
      return nothing;
    }
    document.title = `${words('figures.title')} · ${hospital === null ? 'Flyt' : hospital.name}`;
    return html`<invented-strip .words=${words}></invented-strip>
      <div class="desk figures">
        <header class="top"><a class="home" href="/" aria-label=${words('place.start')}>${logo()}</a>
          <h1>${words('figures.title')} <span>${hospital === null ? '' : hospital.name}</span></h1>
          <div class="clock"><b>${this.#time === null ? '–' : this.#time.clock(this.now)}</b><span>${this.#time === null ? '' : this.#time.shortDate(this.now)}</span></div>
          <who-am-i .words=${words}></who-am-i>
        </header>
        <main>
          ${hospital === null ? nothing : this.#controls(words)}
          <p class="trouble" role="alert">${this.trouble}</p>
          ${hospital === null ? nothing : this.sheets === null ? this.#coming(words) : this.#sheets(words)}
        </main>
      </div>`;
  }

  #controls(words) {
    const { chosen } = this;
    const one = (name, value, text) =>
      html`<button type="button" aria-pressed=${String(chosen[name] === value)} @click=${() => this.#choose({ [name]: value })}>${text}</button>`;
    return html`<div class="controls">
      <div class="choice teams" role="group" aria-label=${words('figures.team')}>${TEAMS.map((team) => one('team', team, words(`figures.team-${team}`)))}</div>
      <div class="set"><div class="choice" role="group" aria-label=${words('figures.period')}>${Object.keys(PERIODS).map((name) => one('period', name, words(`figures.period-${name}`)))}</div>
      ${chosen.period === 'own' ? this.#days('from', 'to', words('figures.period'), words) : nothing}</div>
      <div class="set"><div class="choice" role="group" aria-label=${words('figures.before')}><span class="choice-name">${words('figures.before')}</span>${BEFORE.map((name) => one('before', name, words(`figures.before-${name}`)))}</div>
      ${chosen.before === 'own' ? this.#days('beforeFrom', 'beforeTo', words('figures.before'), words) : nothing}</div>
    </div>`;
  }

  #zones(words) {
    const { zones } = this.hospital;
    return zones.length === 0 ? nothing : html`<label class="zone"><span>${words('figures.zone')}</span>
      <select @change=${(event) => this.#choose({ zone: event.target.value })}>
        <option value="" .selected=${this.chosen.zone === ''}>${words('figures.all-zones')}</option>
        ${zones.map((zone) => html`<option value=${zone.id} .selected=${zone.id === this.chosen.zone}>${zone.name}</option>`)}</select></label>`;
  }

  #days(from, to, of, words) {
    const day = (name, label) => html`<label><span>${label}</span><input type="date" aria-label=${`${of}: ${label}`} .value=${this.chosen[name]} @change=${(event) => this.#choose({ [name]: event.target.value })} /></label>`;
    return html`<div class="days">${day(from, words('figures.from'))}${day(to, words('figures.to'))}</div>`;
  }

  /** The places of the figures while they are on their way. */
  #coming(words) {
    return this.trouble !== '' ? nothing : html`<p class="visually-hidden" role="status">${words('figures.loading')}</p>
      <div class="tiles coming"><div class="tile hero"></div><div class="tile"></div><div class="tile"></div><div class="tile"></div><div class="tile"></div></div>
      <div class="charts coming"><div class="panel"></div><div class="panel"></div></div>`;
  }

  #sheets(words) {
    const { hours, hoursBefore, groups, groupsBefore, by, period, before } = this.sheets;
    const live = liveTile(this.live === null ? null : this.live.sheet, this.live === null ? '' : this.live.at, words);
    const of = (stretch) => (Date.parse(stretch.to) - Date.parse(stretch.from)) / DAY_MS;
    const span = html`<div class="span"><p><b>${this.#span(period)}</b>${before === null ? nothing : html` <span>· ${words('figures.compared', { with: this.#span(before) })}</span>`}</p>
      <span class="visually-hidden" role="status">${this.busy ? words('figures.loading') : ''}</span>
      ${this.#zones(words)}
      <a class="csv" download href=${this.#question(period, by, { format: 'csv' })}>${icon('download')}${words('figures.csv')}</a></div>`;
    if (hours.whole.count === 0) {
      return html`${span}<section class="panel empty"><h2>${words('figures.too-little')}</h2>
        <p>${words('figures.empty', { team: words(`figures.team-${this.chosen.team}`).toLowerCase() })}</p><p>${words('figures.empty-what')}</p></section>`;
    }
    return html`${span}<div class=${this.busy ? 'busy' : ''}>
      ${tiles(hours, hoursBefore, of(period), before === null ? 1 : of(before), live, words)}
      <div class="charts">
        ${waitChart(hours, hoursBefore, this.at.wait, (hour) => (this.at = { ...this.at, wait: hour }), words)}
        ${loadChart(hours, this.at.load, (hour) => (this.at = { ...this.at, load: hour }), words)}
      </div>
      <div class="panel divided">
        <div class="head"><h2 id="divided-title">${words('figures.divided')} <small>${words('figures.minutes-of')}</small></h2>
          <div class="choice" role="group" aria-label=${words('figures.divided-by')}>${DIVISIONS.map(
            (one) => html`<button type="button" aria-pressed=${String(one === this.chosen.by)} @click=${() => this.#choose({ by: one })}>${words(`figures.by-${one}`)}</button>`,
          )}</div></div>
        <div class="wide" role="region" tabindex="0" aria-labelledby="divided-title">${comparison(groups, groupsBefore, by, (group) => this.#name(by, group), this.#order(groups, groupsBefore, by), words)}</div>
      </div>
      <p class="small">${icon('users')}${words('figures.small-numbers', { least: hours.leastPeople })}</p>
    </div>`;
  }

  /** `tor. 5. nov. 10:42 – tor. 12. nov. 10:42`. */
  #span({ from, to }) {
    const day = (instant) => this.#time.shortDate(instant);
    const midnight = (instant) => this.#time.clock(instant) === '00:00';
    if (midnight(from) && midnight(to)) {
      const last = new Date(Date.parse(to) - 1).toISOString();
      return day(from) === day(last) ? day(from) : `${day(from)} – ${day(last)}`;
    }
    return day(from) === day(to)
      ? `${day(from)} ${this.#time.clock(from)}–${this.#time.clock(to)}`
      : `${day(from)} ${this.#time.clock(from)} – ${day(to)} ${this.#time.clock(to)}`;
  }

  #order(sheet, before, by) {
    const there = [...sheet.groups, ...(before === null ? [] : before.groups)].map((group) => group.group);
    const all = by === 'weekday' ? ['1', '2', '3', '4', '5', '6', '7'] : by === 'zone' ? [...this.hospital.zones.map((zone) => zone.id), null] : [...new Set(there)];
    const order = all.filter((group) => by === 'weekday' || there.includes(group));
    const most = (group) => (sheet.groups.find((one) => one.group === group) || { count: 0 }).count;
    return by === 'kind' ? order.sort((one, other) => most(other) - most(one)) : order;
  }

  #name(by, group) {
    if (by === 'zone') {
      const zone = this.hospital.zones.find((one) => one.id === group);
      return zone === undefined ? this.words('figures.no-zone') : zone.name;
    }
    const key = `figures.${by}-${group}`;
    return this.words.has(key) ? this.words(key) : String(group);
  }
}

customElements.define('flyt-figures-page', FiguresPage);

import { html, nothing } from 'lit';
import { withQuery, wishOf } from '../core/address.js';
import { get } from '../core/api.js';
import { deskFoot, deskHead } from '../core/desk-frame.js';
import { deskWays } from '../core/desk-ways.js';
import { choice, field, said } from '../core/fields.js';
import { HospitalTime } from '../core/hospital-time.js';
import { SignedInPage } from '../core/signed-in-page.js';
import { testStrip } from '../core/status.js';
import { icon } from '../glyphs/glyph.js';
import { instantOf } from '../audit/hospital-moment.js';
import { entryLine, namesOf } from './log-line.js';
import './limits/limits-card.js';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 7;

/**
 * What fired and what people answered, and the rules by which it did: `<flyt-alert-log-page>`. What is looked for stands in the address.
 */
export class AlertLogPage extends SignedInPage {
  static properties = { hospital: { state: true }, entries: { state: true }, rules: { state: true }, chosen: { state: true } };

  #id = wishOf(location).hospital;
  #address = `/api/v1/hospitals/${encodeURIComponent(this.#id)}`;
  #time = null;
  #clock = { time: 0, heard: 0 };

  constructor() {
    super();
    const query = new URLSearchParams(location.search);
    this.chosen = { from: query.get('from') || '', to: query.get('to') || '', rule: query.get('rule') || '' };
    /** The hospital's definition. @type {any} */
    this.hospital = null;
    /** The newest first; null: they are on their way. @type {import('./log-line.js').Entry[] | null} */
    this.entries = null;
    /** The set in force, who adopted which when, and what there is to set limits on. @type {any} */
    this.rules = null;
  }

  async begin() {
    const { signal } = this.asked;
    const [hospital, clock] = await Promise.all([get(this.#address, { signal }), get(`${this.#address}/clock`, { signal })]);
    if (!this.told(hospital) || !this.told(clock)) {
      return;
    }
    this.hospital = hospital.body;
    this.#time = new HospitalTime(this.hospital.timeZone, this.language);
    this.#clock = { time: Date.parse(clock.body.time), heard: Date.now() };
    if (this.chosen.from === '') {
      this.chosen = { ...this.chosen, from: this.#day(-USUAL_DAYS), to: this.#day(0) };
    }
    await Promise.all([this.#readRules(), this.#readLog()]);
  }

  now() {
    return this.#clock.time + Date.now() - this.#clock.heard;
  }

  #day(away) {
    return this.#time.day(this.#clock.time + away * DAY_MS);
  }

  /** The last day is part of the period. */
  #question(more = {}) {
    const { timeZone } = this.hospital;
    const after = new Date(Date.parse(`${this.chosen.to}T00:00Z`) + DAY_MS).toISOString().slice(0, 10);
    const period = { from: instantOf(`${this.chosen.from}T00:00`, timeZone), to: instantOf(`${after}T00:00`, timeZone) };
    return `${this.#address}/alerts/log?${new URLSearchParams({ ...period, ...more })}`;
  }

  async #readLog() {
    this.#take(await get(this.#question(), { signal: this.asked.signal }), (body) => (this.entries = body.entries));
  }

  async #readRules() {
    this.#take(await get(`${this.#address}/thresholds`, { signal: this.asked.signal }), (body) => (this.rules = body));
  }

  /** What came of a deed stays said while the page reads again. @param {import('../core/api.js').Done | import('../core/api.js').Problem} answer */
  #take(answer, keep) {
    if (answer.ok) {
      keep(answer.body);
    } else {
      this.told(answer);
    }
  }

  /** What was adopted stands in the log, too. */
  async #adopted() {
    await Promise.all([this.#readRules(), this.#readLog()]);
  }

  #look(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.chosen = { from: said(form, 'from'), to: said(form, 'to'), rule: said(form, 'rule') };
    history.replaceState(null, '', withQuery(location, { ...this.chosen, rule: this.chosen.rule || null }));
    this.trouble = '';
    void this.#readLog();
  }

  render() {
    const { words } = this;
    return words === null
      ? nothing
      : html`<div class="alert-log of-house">${this.frame(words('alert-log.title'), this.hospital === null ? '' : this.hospital.name, () => this.#content(words))}</div>`;
  }

  /** As on the pages beside it. */
  head(title, lead) {
    const { words, me } = this;
    const now = this.#time === null ? null : this.now();
    const ways = deskWays({ hospital: this.#id, me, here: 'alert-log', now }, words);
    return deskHead({ page: title, hospital: lead, ways }, words);
  }

  above() {
    return nothing;
  }

  below() {
    return deskFoot(testStrip(this.me !== null && this.me.demo, null, this.words), nothing, this.words);
  }

  #content(words) {
    if (this.hospital === null || this.entries === null || this.rules === null) {
      return nothing;
    }
    const names = namesOf(this.hospital, this.rules, words);
    const { rule } = this.chosen;
    const shown = this.entries.filter((entry) => rule === '' || entry.what === rule);
    const rules = this.rules.rules.map((one) => [one.rule, names.rule(one.rule)]);
    return html`<p><a href="#rules-title">${words('rules.title')}</a></p>
      <section class="card" aria-labelledby="log-title"><h2 id="log-title">${words('alert-log.log')}</h2>
        <form class="choices" @submit=${(event) => this.#look(event)}>
          ${field('from', words('figures.from'), { type: 'date', value: this.chosen.from })}${field('to', words('figures.to'), { type: 'date', value: this.chosen.to })}
          ${choice('rule', words('alert-log.rule'), [['', words('alert-log.all')], ...rules], rule, () => {})}
          <button type="submit" class="main">${words('alert-log.show')}</button>
          <a class="file csv" download href=${this.#question({ format: 'csv' })}>${icon('download')}${words('figures.csv')}</a></form>
        <p role="status">${words(shown.length === 0 ? 'alert-log.none' : 'alert-log.count', { n: shown.length })}</p>
        <ol class="log">${shown.map((entry) => entryLine(entry, names, this.#time, words))}</ol></section>
      <flyt-limits-card .rules=${this.rules} .names=${names} .wards=${this.hospital.wards.filter((ward) => ward.inOccupancy)} .words=${words} .time=${this.#time}
        .may=${this.me.may.deeds} .page=${this} hospital=${this.#id} @adopted=${() => void this.#adopted()} @refused=${() => void this.#readRules()}></flyt-limits-card>`;
  }
}

customElements.define('flyt-alert-log-page', AlertLogPage);

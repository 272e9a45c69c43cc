import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { choice, field, said } from '../core/fields.js';
import { SignedInPage, unlessGivenUp } from '../core/signed-in-page.js';
import { icon } from '../glyphs/glyph.js';
import './glass-reviews.js';
import { instantOf } from './hospital-moment.js';
import { saveLog } from './log-export.js';
import { logTable } from './log-line.js';

const LOG = '/api/v1/access/log';
const PAGE = 50;

/**
 * Where an auditor finds out who saw what about whom: `<flyt-audit-page>`. Searching is itself remembered.
 */
export class AuditPage extends SignedInPage {
  static properties = {
    hospitals: { state: true }, hospital: { state: true }, lines: { state: true }, more: { state: true }, busy: { state: true }, passed: { state: true }, came: { state: true },
  };

  /** The query of what is shown, without its page. */
  #question = new URLSearchParams();
  #search = new AbortController();
  #ticker = 0;

  constructor() {
    super();
    this.hospitals = [];
    this.hospital = '';
    /** @type {import('./log-line.js').LogLine[] | null} */
    this.lines = null;
    this.more = false;
    /** Whether something is being fetched: a page or the file. */
    this.busy = false;
    /** Seconds since it began. */
    this.passed = 0;
    /** Lines of the file so far, or null. */
    this.came = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
    this.#search.abort();
  }

  async begin() {
    const hospitals = await get('/api/v1/hospitals', { signal: this.asked.signal });
    if (this.told(hospitals)) {
      this.hospitals = hospitals.body.hospitals;
      this.hospital = this.hospitals.length === 0 ? '' : this.hospitals[0].id;
    }
  }

  render() {
    const { words } = this;
    return words === null ? nothing : this.frame(words('place.audit'), words('audit.lead'), () => this.#content(words));
  }

  #content(words) {
    if (this.hospital === '') {
      return nothing;
    }
    return html`<form class="card" novalidate @submit=${this.#send}>
        <h2>${words('audit.search')}</h2>
        <div class="fields narrow">
          ${choice('hospital', words('screens.hospital'), this.hospitals.map((one) => [one.id, one.name]), this.hospital, (id) => (this.hospital = id))}
          ${field('patient', words('audit.patient'), { optional: true, hint: words('audit.patient-hint') })}
          ${field('person', words('audit.person'), { optional: true, hint: words('audit.person-hint') })}
          ${field('from', words('audit.since'), { type: 'datetime-local', optional: true })}
          ${field('to', words('audit.before'), { type: 'datetime-local', optional: true })}
        </div>
        <div class="doing"><button class="main" type="submit" name="search" ?disabled=${this.busy}>${icon('search')}${words('audit.find')}</button>
          <button type="submit" name="export" ?disabled=${this.busy}>${icon('download')}${words('audit.export')}</button></div>
        ${this.#progress(words)}
        <p class="logged">${icon('lock')}${words('audit.logged')}</p>
      </form>
      ${this.lines === null ? nothing : this.#found(words)}
      <flyt-glass-reviews .words=${words} .page=${this} .hospitals=${this.hospitals} .language=${this.language}></flyt-glass-reviews>`;
  }

  #progress(words) {
    if (!this.busy) {
      return nothing;
    }
    return html`<div class="progress"><progress aria-label=${words('audit.busy')}></progress>
      <span>${this.came === null ? words('audit.passed', { seconds: this.passed }) : words('audit.came', { count: this.came })}</span>
      <button type="button" @click=${() => this.#search.abort()}>${words('form.leave')}</button></div>`;
  }

  #found(words) {
    const count = this.lines.length;
    return html`<section class="card" aria-label=${words('audit.lines')}>
      <h2 role="status">${words(count === 0 ? 'audit.none' : this.more ? 'audit.count-more' : count === 1 ? 'audit.count-one' : 'audit.count', { count })}</h2>
      ${count === 0 ? nothing : logTable(this.lines, this.hospitals, words, this.language)}
      ${this.more ? html`<button type="button" ?disabled=${this.busy} @click=${() => this.#next()}>${words('audit.more')}</button>` : nothing}
    </section>`;
  }

  /** @param {SubmitEvent & {target: HTMLFormElement, submitter: HTMLButtonElement}} event */
  #send(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const zone = this.hospitals.find((one) => one.id === this.hospital).timeZone;
    const question = new URLSearchParams({ hospital: this.hospital });
    for (const name of ['patient', 'person', 'from', 'to']) {
      const text = said(form, name);
      if (text !== '') {
        question.set(name, name === 'from' || name === 'to' ? instantOf(text.slice(0, 16), zone) : text);
      }
    }
    if (event.submitter && event.submitter.name === 'export') {
      void this.#busyWith((signal) => {
        this.came = 0;
        return saveLog(`${LOG}?${question}`, (lines) => (this.came = lines), signal);
      }).then((answer) => answer && this.told(answer, answer.ok ? this.words('audit.saved', { count: answer.body.lines }) : ''));
    } else {
      this.#question = question;
      this.lines = null;
      void this.#next();
    }
  }

  /** The next lines of the question, which are older. */
  async #next() {
    const query = new URLSearchParams(this.#question);
    query.set('limit', String(PAGE));
    if (this.lines !== null && this.lines.length > 0) {
      query.set('after', String(this.lines[this.lines.length - 1].id));
    }
    const answer = await this.#busyWith((signal) => get(`${LOG}?${query}`, { signal }));
    if (answer && this.told(answer)) {
      this.lines = [...(this.lines || []), ...answer.body.lines];
      this.more = answer.body.more;
    }
  }

  /** Shows that something is being fetched, and for how long, until it has come or was given up. */
  async #busyWith(fetching) {
    this.#search = new AbortController();
    const began = Date.now();
    this.busy = true;
    this.passed = 0;
    this.came = null;
    this.#ticker = setInterval(() => (this.passed = Math.floor((Date.now() - began) / 1000)), 1000);
    try {
      return await fetching(this.#search.signal);
    } catch (fault) {
      return unlessGivenUp(fault);
    } finally {
      clearInterval(this.#ticker);
      this.busy = false;
    }
  }
}

customElements.define('flyt-audit-page', AuditPage);

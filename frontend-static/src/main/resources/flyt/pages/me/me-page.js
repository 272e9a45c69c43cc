import { html, nothing } from 'lit';
import { get, patch, post } from '../core/api.js';
import { choice } from '../core/fields.js';
import { HospitalTime } from '../core/hospital-time.js';
import { signInAddress } from '../core/me.js';
import { SignedInPage } from '../core/signed-in-page.js';
import { LANGUAGES } from '../core/words.js';
import { icon } from '../glyphs/glyph.js';
import { save } from '../audit/log-export.js';
import { logTable } from '../audit/log-line.js';
import '../core/ask-once.js';
import { grantWords } from '../setup/reach-words.js';
import './password-form.js';
import './wall-key.js';

const FEW = 20;

/** What is stored about whoever looks, and what they can do about it: `<flyt-me-page>`. */
export class MePage extends SignedInPage {
  static properties = { stored: { state: true }, hospitals: { state: true }, all: { state: true } };

  constructor() {
    super();
    /** Everything, as the server answers it: `account`, `grants`, `sessions`, `breakGlass`, `tasks`, `log`, `logMore`. */
    this.stored = null;
    this.hospitals = [];
    /** Whether all lines of the log are shown, not the newest alone. */
    this.all = false;
  }

  async begin() {
    const { signal } = this.asked;
    const [stored, hospitals] = await Promise.all([get('/api/v1/access/my-data', { signal }), get('/api/v1/hospitals', { signal })]);
    // not everybody may see which hospitals there are; then their ids stand for their names
    this.hospitals = hospitals.ok ? hospitals.body.hospitals : [];
    if (this.told(stored)) {
      this.stored = stored.body;
    }
  }

  render() {
    const { words } = this;
    return words === null ? nothing : this.frame(words('place.me'), words('me.lead'), () => this.#content(words));
  }

  #content(words) {
    const { stored } = this;
    return stored === null ? nothing : html`${this.#account(words, stored)} ${this.#sessions(words, stored)}
      ${stored.account.hasPassword
        ? html`<section class="card" aria-label=${words('me.change-password')}><h2>${icon('key')}${words('me.change-password')}</h2>
            <p class="lead">${words('me.password-lead')}</p>
            <flyt-password-form .words=${words} .page=${this}></flyt-password-form></section>`
        : nothing}
      <section class="card" aria-label=${words('me.wall-key')}><h2>${icon('device-tv')}${words('me.wall-key')}</h2>
        <p class="lead">${words('me.wall-key-lead')}</p>
        <flyt-wall-key .words=${words} .page=${this}></flyt-wall-key></section>
      ${this.#remembered(words, stored)}`;
  }

  #account(words, { account, grants }) {
    const fact = (name, value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
    return html`<section class="card" aria-label=${words('me.account')}>
      <h2>${icon('user-circle')}${words('me.account')}</h2>
      <dl class="facts">
        ${fact(words('sign-in.name'), account.name)} ${fact(words('accounts.given'), account.given)}
        ${fact(words('sign-in.login'), account.login || words('accounts.of-provider'))}
        ${fact(words('accounts.roles'), grants.map((grant) => html`<span class="line">${grantWords(grant, this.hospitals, words)}</span>`))}
        ${fact(words('me.made-at'), this.#at(account.madeAt))}
        ${account.wrongPasswordAt === null ? nothing : fact(words('me.wrong-passwords'), words('me.wrong-passwords-at', { count: account.wrongPasswords, at: this.#at(account.wrongPasswordAt) }))}
      </dl>
      <div class="fields">${choice('language', words('me.language'), LANGUAGES.map((language) => [language, words(`language.${language}`)]),
        account.language, (language) => this.#speak(language))}</div>
    </section>`;
  }

  #sessions(words, { sessions }) {
    return html`<section class="card" aria-label=${words('me.sessions')}>
      <h2>${icon('device-mobile')}${words('me.sessions')}</h2>
      <ul class="sessions">${sessions.map((session) => html`<li>
        ${icon(session.device === 'wall' ? 'device-tv' : 'device-mobile')}
        <span><b>${words(`me.device-${session.device}`)}</b> ${browserOf(session.agent)}
          <small>${words('me.session', { since: this.#at(session.madeAt), seen: this.#at(session.lastSeen), until: this.#at(session.until), address: session.address || '–' })}</small></span></li>`)}</ul>
      <div class="doing"><button type="button" @click=${() => this.#signOut(false)}>${icon('logout')}${words('me.sign-out-here')}</button>
        <ask-once .words=${words} .label=${words('me.sign-out-everywhere')} .question=${words('me.sign-out-everywhere-sure')} @yes=${() => this.#signOut(true)}></ask-once></div>
    </section>`;
  }

  #remembered(words, { log, logMore, breakGlass, tasks }) {
    const shown = this.all ? log : log.slice(0, FEW);
    return html`<section class="card" aria-label=${words('me.remembered')}>
      <h2>${icon('history')}${words('me.remembered')}</h2>
      <p class="lead">${words('me.remembered-lead')}</p>
      <h3>${words('me.log', { count: log.length })}</h3>
      ${log.length === 0 ? html`<p>${words('me.no-log')}</p>` : logTable(shown, this.hospitals, words, this.language, ['who'])}
      ${log.length > shown.length ? html`<button type="button" @click=${() => (this.all = true)}>${words('me.log-all', { count: log.length })}</button>` : nothing}
      ${logMore && this.all ? html`<p>${words('me.log-more')}</p>` : nothing}
      <h3>${words('me.glass', { count: breakGlass.length })}</h3>
      ${breakGlass.length === 0 ? html`<p>${words('me.no-glass')}</p>` : html`<ul class="glass">${breakGlass.map((relation) => html`<li>
        <p>${this.#at(relation.openedAt)} · ${relation.visit === null ? relation.ward : words('audit.stay', { stay: relation.visit })}
          · ${words(relation.reviewedAt === null ? 'me.glass-open' : 'me.glass-reviewed')}</p><blockquote>${relation.reason}</blockquote></li>`)}</ul>`}
      <h3>${words('me.tasks', { count: tasks.length })}</h3>
      <p>${words(tasks.length === 0 ? 'me.no-tasks' : 'me.tasks-lead')}</p>
      <button type="button" @click=${() => save(new Blob([JSON.stringify(this.stored, null, 2)], { type: 'application/json' }), 'flyt-me.json')}>
        ${icon('download')}${words('me.download')}</button>
    </section>`;
  }

  #at(instant) {
    const [hospital] = this.hospitals;
    const time = new HospitalTime(hospital && hospital.timeZone, this.language);
    return `${time.dateOfYear(instant)} ${time.clock(instant)}`;
  }

  async #speak(language) {
    const answer = await patch('/api/v1/access/me', { language });
    if (this.told(answer)) {
      localStorage.setItem('flyt.language', language);
      location.assign('/me');
    }
  }

  async #signOut(everywhere) {
    const answer = await post('/api/v1/access/sign-out', { everywhere });
    if (this.told(answer)) {
      location.assign(signInAddress(location));
    }
  }
}

/** What a browser calls itself, in short: `Chrome`, `Safari`. @param {string | null} agent */
function browserOf(agent) {
  const known = ['Edg', 'Firefox', 'Chrome', 'Safari'].find((name) => (agent || '').includes(name));
  return known === 'Edg' ? 'Edge' : known || '';
}

customElements.define('flyt-me-page', MePage);

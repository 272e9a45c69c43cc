import { html, nothing } from 'lit';
import { get, patch, post, remove } from '../core/api.js';
import { wishOf } from '../core/address.js';
import { LightElement } from '../core/light-element.js';
import { HospitalTime } from '../core/hospital-time.js';
import { themeFor, wear } from '../core/theme.js';
import { loadWords } from '../core/words.js';
import { icon } from '../glyphs/glyph.js';
import { logo } from '../glyphs/logo.js';
import { namesTogether, screensOf } from '../ward/clusters.js';

const LOOK_MS = 10_000;

/** Cap height that 16 arcminutes need, beside what the far tier of a wall has: 39 CSS px (guide, part 3). */
const FAR_TIER_PX = 39;
const CAP_HEIGHT = 0.656;
const ARCMINUTES_16 = Math.tan((16 / 60) * (Math.PI / 180));

/**
 * Where an administrator binds wall screens to wards and looks after those that hang: `<flyt-screens-page>`.
 *
 * @typedef {{id: string, name: string, place: string, hospital: string, view: 'ward' | 'house', scope: string,
 *   clusters: string[], level: number, naming: string, diagonalInches: number | null, distanceM: number | null,
 *   lastSeen: string | null, version: string | null, revokedAt: string | null}} PairedScreen
 */
export class ScreensPage extends LightElement {
  static properties = {
    screens: { state: true }, hospitals: { state: true }, trouble: { state: true }, done: { state: true }, choice: { state: true }, editing: { state: true },
  };

  #wish = wishOf(location);
  #words = null;
  #timer = 0;
  #asked = new AbortController();

  constructor() {
    super();
    /** @type {PairedScreen[] | null} */
    this.screens = null;
    this.hospitals = [];
    this.trouble = '';
    this.done = '';
    /** What the form says so far. */
    this.choice = { hospital: '', ward: '', tun: '', level: 1, diagonal: 55, distance: 3 };
    /** The screen being moved or renamed; empty: a new one. */
    this.editing = '';
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
    document.title = `${this.#words('screens.title')} · Flyt`;
    const { signal } = this.#asked;
    const hospitals = await get('/api/v1/hospitals', { signal });
    this.hospitals = hospitals.ok ? hospitals.body.hospitals : [];
    if (this.hospitals.length > 0) {
      this.choice = { ...this.choice, hospital: this.hospitals[0].id, ward: this.hospitals[0].wards[0].id };
    }
    await this.#look();
  }

  async #look() {
    clearTimeout(this.#timer);
    const answer = await get('/api/v1/access/screens', { signal: this.#asked.signal });
    if (answer.ok) {
      this.screens = answer.body.screens;
    } else if (answer.status === 401) {
      location.assign(`/sign-in?to=${encodeURIComponent(location.pathname)}`);
      return;
    } else {
      this.trouble = answer.status === 403 ? 'setup.not-allowed' : 'setup.unreachable';
    }
    this.#timer = setTimeout(() => void this.#look(), LOOK_MS);
  }

  render() {
    const words = this.#words;
    if (words === null) {
      return nothing;
    }
    return html`<div class="desk setup">
      <header class="top">${logo()}<h1>${words('screens.title')} <span>${words('screens.lead')}</span></h1>
        <nav class="switches"><a href="/">${words('refused.start')}</a></nav></header>
      <main>
        <p class="trouble" role="alert">${this.trouble === '' ? '' : words(this.trouble)}</p>
        <p class="done" role="status">${this.done}</p>
        ${this.hospitals.length === 0 ? nothing : this.#form(words)} ${this.screens === null ? nothing : this.#list(words)}
      </main>
    </div>`;
  }

  #form(words) {
    const { choice, hospitals } = this;
    const hospital = hospitals.find((one) => one.id === choice.hospital);
    const ward = hospital.wards.find((one) => one.id === choice.ward);
    const moving = this.#screen(this.editing);
    const set = (name) => (event) => (this.choice = { ...choice, [name]: event.target.value });
    return html`<form class="card" novalidate @submit=${this.#bind}>
      <h2>${moving ? words('screens.move', { name: moving.name }) : words('screens.add')}</h2>
      <div class="fields">
        ${moving ? nothing : field('code', words('screens.code'), { class: 'code-field', maxlength: 7 })}
        ${field('name', words('screens.name'), { value: moving ? moving.name : '', placeholder: words('screens.name-example') })}
        ${field('place', words('screens.place'), { value: moving ? moving.place : '', placeholder: words('screens.place-example') })}
        ${select('hospital', words('screens.hospital'), hospitals.map((one) => [one.id, one.name]), choice.hospital, (event) => {
          const next = hospitals.find((one) => one.id === event.target.value);
          this.choice = { ...choice, hospital: next.id, ward: next.wards[0].id, tun: '' };
        })}
        ${select('ward', words('screens.ward'), hospital.wards.map((one) => [one.id, one.name]), choice.ward, (event) => {
          this.choice = { ...choice, ward: event.target.value, tun: '' };
        })}
        ${select('tun', words('screens.beds'), screensOf(ward.clusters).map((clusters) => [
          clusters.map((cluster) => cluster.id).join(','), namesTogether(clusters, words('and')) || ward.name,
        ]), choice.tun, set('tun'))}
        ${field('diagonal', words('screens.diagonal'), { type: 'number', min: 10, max: 120, value: choice.diagonal, input: set('diagonal') })}
        ${field('distance', words('screens.distance'), { type: 'number', min: 0.5, max: 12, step: 0.5, value: choice.distance, input: set('distance') })}
      </div>
      <fieldset><legend>${words('screens.level')}</legend>
        ${[1, 2, 3].map(
          (level) => html`<label class="level"><input type="radio" name="level" value=${level} ?checked=${level === Number(choice.level)} @change=${set('level')} />
            <b>${words(`level.${level}`)}</b><span>${words(`screens.level-${level}`)}</span></label>`,
        )}
      </fieldset>
      <p class="warning" role="status">${readable(choice) ? '' : words('screens.too-far', { metres: Math.floor(reach(choice) * 10) / 10 })}</p>
      <button class="main" type="submit">${moving ? words('screens.save') : words('screens.bind')}</button>
      ${moving ? html`<button class="plain" type="button" @click=${() => (this.editing = '')}>${words('screens.leave')}</button>` : nothing}
    </form>`;
  }

  #list(words) {
    const hanging = this.screens.filter((screen) => screen.revokedAt === null);
    if (hanging.length === 0) {
      return html`<p class="lead">${words('screens.none')}</p>`;
    }
    return html`<table class="card">
      <caption>${words('screens.hanging', { count: hanging.length })}</caption>
      <thead><tr>${['name', 'place', 'shows', 'level', 'seen', 'version', 'doing'].map((head) => html`<th scope="col">${words(`screens.${head}`)}</th>`)}</tr></thead>
      <tbody>${hanging.map((screen) => this.#row(screen, words))}</tbody>
    </table>`;
  }

  #row(screen, words) {
    const hospital = this.hospitals.find((one) => one.id === screen.hospital);
    const ward = hospital && hospital.wards.find((one) => one.id === screen.scope);
    const time = hospital ? new HospitalTime(hospital.timeZone, this.#wish.language) : null;
    const seen = screen.lastSeen && time ? `${time.shortDate(screen.lastSeen)} ${time.clock(screen.lastSeen)}` : words('screens.never');
    return html`<tr>
      <th scope="row">${icon('device-tv')}${screen.name}</th><td>${screen.place}</td>
      <td>${ward ? `${ward.name} ${screen.clusters.join(', ')}` : words('house.title')}</td><td>${words(`level.${screen.level}`)}</td>
      <td>${seen}</td><td>${screen.version || ''}</td>
      <td class="doing"><button type="button" @click=${() => this.#edit(screen)}>${words('screens.change')}</button>
        <button type="button" class="crit" @click=${() => this.#revoke(screen)}>${words('screens.revoke')}</button></td>
    </tr>`;
  }

  #screen(id) {
    return id === '' || this.screens === null ? undefined : this.screens.find((screen) => screen.id === id);
  }

  #edit(screen) {
    this.editing = screen.id;
    this.choice = {
      hospital: screen.hospital, ward: screen.scope, tun: screen.clusters.join(','), level: screen.level,
      diagonal: screen.diagonalInches || 55, distance: screen.distanceM || 3,
    };
    this.updateComplete.then(() => this.querySelector('form')?.scrollIntoView());
  }

  async #revoke(screen) {
    if (confirm(this.#words('screens.revoke-sure', { name: screen.name }))) {
      await this.#tell(remove(`/api/v1/access/screens/${encodeURIComponent(screen.id)}`), this.#words('screens.revoked', { name: screen.name }));
    }
  }

  /** @param {SubmitEvent} event */
  async #bind(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const { choice, editing } = this;
    const said = {
      name: String(form.get('name')).trim(), place: String(form.get('place')).trim(), hospital: choice.hospital, view: 'ward', scope: choice.ward,
      clusters: choice.tun === '' ? [] : choice.tun.split(','), level: Number(choice.level), naming: 'initials',
      diagonalInches: Number(choice.diagonal), distanceM: Number(choice.distance),
    };
    const code = String(form.get('code') || '').replace(/\s/g, '').toUpperCase();
    const sent = editing === ''
      ? post('/api/v1/access/screens', { code, ...said })
      : patch(`/api/v1/access/screens/${encodeURIComponent(editing)}`, said);
    await this.#tell(sent, this.#words('screens.bound', { name: said.name }));
  }

  async #tell(sent, words) {
    const answer = await sent;
    this.done = answer.ok ? words : '';
    this.trouble = answer.ok ? '' : KNOWN_TROUBLE[answer.code] || 'setup.failed';
    if (answer.ok) {
      this.editing = '';
      this.querySelector('form')?.reset();
      await this.#look();
    }
  }
}

const KNOWN_TROUBLE = {
  unreachable: 'setup.unreachable',
  'not-your-role': 'setup.not-allowed',
  'not-yours': 'setup.not-allowed',
  'wrong-code': 'screens.wrong-code',
  'too-many': 'screens.too-many',
  'faulty-request': 'setup.faulty',
};

/** How far off the far tier of this panel can be read, in metres. @param {{diagonal: string | number}} choice */
export function reach({ diagonal }) {
  const pitchMm = (Number(diagonal) * 25.4 * (16 / Math.hypot(16, 9))) / 1920;
  return (FAR_TIER_PX * CAP_HEIGHT * pitchMm) / ARCMINUTES_16 / 1000;
}

function readable(choice) {
  return Number(choice.distance) <= reach(choice) + 0.05;
}

function field(name, label, { type = 'text', value = '', input = null, ...more } = {}) {
  return html`<div class="field"><label for=${name}>${label}</label>
    <input id=${name} name=${name} type=${type} class=${more.class || nothing} .value=${String(value)} placeholder=${more.placeholder || nothing}
      min=${more.min ?? nothing} max=${more.max ?? nothing} step=${more.step ?? nothing} maxlength=${more.maxlength ?? nothing}
      autocomplete="off" @input=${input} required /></div>`;
}

function select(name, label, options, chosen, change) {
  return html`<div class="field"><label for=${name}>${label}</label>
    <select id=${name} name=${name} @change=${change}>${options.map(
      ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
    )}</select></div>`;
}

customElements.define('flyt-screens-page', ScreensPage);

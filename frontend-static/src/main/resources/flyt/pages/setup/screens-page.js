import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { get, patch, post, remove } from '../core/api.js';
import { untouchedMs } from '../core/attended.js';
import { HospitalTime } from '../core/hospital-time.js';
import { SignedInPage, unlessGivenUp } from '../core/signed-in-page.js';
import { icon } from '../glyphs/glyph.js';
import '../core/ask-once.js';
import './screen-form.js';

const SCREENS = '/api/v1/access/screens';
const LOOK_MS = 5_000;
const ATTENDED_MS = 240_000;
/** A connected screen is noted every minute or so. */
const IN_TOUCH_MS = 180_000;

/**
 * Where an administrator binds wall screens to wards and looks after those that hang: `<flyt-screens-page>`. The list is fetched
 * again and again while somebody is at the page; not longer, since that would keep them signed in.
 *
 * @typedef {{id: string, name: string, place: string, hospital: string, view: 'ward' | 'house', scope: string,
 *   clusters: string[], level: number, naming: string, diagonalInches: number | null, distanceM: number | null,
 *   state: 'waiting' | 'paired' | 'stolen', lastSeen: string | null, version: string | null}} PairedScreen
 */
export class ScreensPage extends SignedInPage {
  static properties = { screens: { state: true }, hospitals: { state: true }, editing: { state: true } };

  #timer = 0;
  #code = new URLSearchParams(location.search).get('code') || '';

  constructor() {
    super();
    /** @type {PairedScreen[] | null} */
    this.screens = null;
    this.hospitals = [];
    /** `new`, the id of the screen that is being changed, or nothing. */
    this.editing = this.#code === '' ? '' : 'new';
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async begin() {
    const hospitals = await get('/api/v1/hospitals', { signal: this.asked.signal });
    if (this.told(hospitals)) {
      this.hospitals = hospitals.body.hospitals;
      await this.#look();
    }
  }

  async #look() {
    clearTimeout(this.#timer);
    const answer = await get(SCREENS, { signal: this.asked.signal });
    if (answer.ok) {
      this.screens = answer.body.screens;
    } else {
      this.told(answer);
    }
    this.#timer = setTimeout(() => this.#lookIfAttended().catch(unlessGivenUp), LOOK_MS);
  }

  async #lookIfAttended() {
    if (untouchedMs() < ATTENDED_MS && document.visibilityState === 'visible') {
      await this.#look();
    } else {
      this.#timer = setTimeout(() => this.#lookIfAttended().catch(unlessGivenUp), LOOK_MS);
    }
  }

  render() {
    const { words } = this;
    return words === null ? nothing : this.frame(words('place.screens'), words('screens.lead'), () => this.#content(words));
  }

  #content(words) {
    if (this.screens === null || this.hospitals.length === 0) {
      return this.screens === null ? nothing : html`<p class="lead">${words('start.none')}</p>`;
    }
    const changed = this.screens.find((screen) => screen.id === this.editing) || null;
    return html`${this.editing === 'new' || changed !== null
        ? repeat([this.editing], (id) => id, () => html`<flyt-screen-form .words=${words} .hospitals=${this.hospitals} .screen=${changed} .code=${this.#code}
            @said=${(event) => this.#bind(changed, event.detail)} @stop=${() => this.#stop()}></flyt-screen-form>`)
        : html`<button class="main add" type="button" @click=${() => (this.editing = 'new')}>${icon('plus')}${words('screens.add')}</button>`}
      ${this.screens.length === 0 ? html`<p class="lead">${words('screens.none')}</p>` : this.#list(words)}`;
  }

  #list(words) {
    const heads = ['name', 'place', 'shows', 'level', 'seen', 'version'];
    return html`<div class="card"><table>
      <caption>${words(this.screens.length === 1 ? 'screens.hanging-one' : 'screens.hanging', { count: this.screens.length })}</caption>
      <thead><tr>${heads.map((head) => html`<th scope="col">${words(`screens.${head}`)}</th>`)}<th scope="col"><span class="visually-hidden">${words('form.doing')}</span></th></tr></thead>
      <tbody>${repeat(this.screens, (screen) => screen.id, (screen) => this.#row(screen, words))}</tbody>
    </table></div>`;
  }

  #row(screen, words) {
    const hospital = this.hospitals.find((one) => one.id === screen.hospital);
    return html`<tr data-key=${screen.id}>
      <th scope="row">${icon('device-tv')}<span>${screen.name}</span></th>
      <td data-label=${words('screens.place')}>${screen.place}</td>
      <td data-label=${words('screens.shows')}>${shows(screen, hospital, words)}</td>
      <td data-label=${words('screens.level')}>${words(`level.${screen.level}`)}${screen.level === 1
        ? nothing
        : html`<small>${words(`screens.naming-${screen.naming}`)}</small>`}</td>
      <td data-label=${words('screens.seen')}>${this.#touch(screen, hospital, words)}</td>
      <td data-label=${words('screens.version')}>${screen.version || words('screens.never')}</td>
      <td class="doing"><button type="button" @click=${() => (this.editing = screen.id)}>${words('form.change')}</button>
        <ask-once .words=${words} .label=${words('screens.revoke')} .question=${words('screens.revoke-sure', { name: screen.name })}
          @yes=${() => this.#revoke(screen)}></ask-once></td>
    </tr>`;
  }

  #touch(screen, hospital, words) {
    if (screen.state !== 'paired') {
      return html`<span class="chip ${screen.state === 'stolen' ? 'crit' : 'info'}">${words(`screens.state-${screen.state}`)}</span>`;
    }
    if (screen.lastSeen !== null && Date.now() - Date.parse(screen.lastSeen) < IN_TOUCH_MS) {
      return html`<span class="chip ok">${words('screens.in-touch')}</span>`;
    }
    const time = new HospitalTime(hospital && hospital.timeZone, this.language);
    return html`<span class="chip warn">${screen.lastSeen === null
      ? words('screens.never')
      : words('screens.silent', { at: `${time.shortDate(screen.lastSeen)} ${time.clock(screen.lastSeen)}` })}</span>`;
  }

  async #bind(changed, settings) {
    const answer = await (changed === null ? post(SCREENS, settings) : patch(`${SCREENS}/${encodeURIComponent(changed.id)}`, settings));
    if (this.told(answer, this.words(changed === null ? 'screens.bound' : 'screens.saved', { name: settings.name }))) {
      this.#stop();
      await this.#look();
    }
  }

  async #revoke(screen) {
    const answer = await remove(`${SCREENS}/${encodeURIComponent(screen.id)}`);
    if (this.told(answer, this.words('screens.revoked', { name: screen.name }))) {
      await this.#look();
    }
  }

  #stop() {
    this.#code = '';
    this.editing = '';
  }
}

/** What a screen shows, in words: `Lunge, Tun A`. */
function shows(screen, hospital, words) {
  const ward = hospital && hospital.wards.find((one) => one.id === screen.scope);
  if (screen.view === 'house' || !ward) {
    return screen.view === 'house' ? words('house.title') : screen.scope;
  }
  const clusters = ward.clusters.filter((cluster) => screen.clusters.includes(cluster.id)).map((cluster) => cluster.name);
  return [ward.name, ...clusters].join(', ');
}

customElements.define('flyt-screens-page', ScreensPage);

import { html, nothing } from 'lit';
import { cards, choice, faultOf, field, said } from '../core/fields.js';
import { LightElement } from '../core/light-element.js';
import { namesTogether, screensOf } from '../ward/clusters.js';
import { isReadable, readableFrom } from './reading-distance.js';

const USUAL = { view: 'ward', level: 1, naming: 'initials', diagonal: 55, distance: 3 };

/**
 * What a screen is and shows: `<flyt-screen-form .words .hospitals .screen .code @said @stop>`. `screen` is the one to be changed;
 * null: a new one, by the code that it shows. `said` carries the settings as the server takes them.
 */
export class ScreenForm extends LightElement {
  static properties = {
    words: { attribute: false },
    hospitals: { attribute: false },
    screen: { attribute: false },
    code: { attribute: false },
    chosen: { state: true },
    trouble: { state: true },
  };

  constructor() {
    super();
    this.screen = null;
    this.code = '';
    this.trouble = '';
  }

  willUpdate(changed) {
    if (changed.has('screen') || changed.has('hospitals')) {
      this.chosen = this.screen === null ? { ...USUAL, ...firstOf(this.hospitals[0]) } : chosenOf(this.screen, this.hospitals);
    }
  }

  firstUpdated() {
    this.querySelector(this.screen === null && this.code === '' ? '#code' : '#name').focus();
    this.scrollIntoView({ block: 'nearest' });
  }

  render() {
    const { words, screen, chosen } = this;
    const set = (changes) => (this.chosen = { ...chosen, ...changes });
    return html`<form class="card" novalidate @submit=${this.#send}>
      <h2>${screen === null ? words('screens.add') : words('screens.move', { name: screen.name })}</h2>
      <div class="fields">
        ${screen === null
          ? field('code', words('screens.code'), { kind: 'code-field', length: 7, value: this.code, hint: words('screens.code-hint') })
          : nothing}
        ${field('name', words('screens.name'), { value: screen === null ? '' : screen.name, hint: words('screens.name-example'), length: 60 })}
        ${field('place', words('screens.place'), { value: screen === null ? '' : screen.place, hint: words('screens.place-example'), length: 120 })}
      </div>
      <div class="fields">${this.#what(words, chosen, set)}</div>
      ${cards('level', words('screens.level'), [1, 2, 3].map((level) => [String(level), words(`level.${level}`), words(`screens.level-${level}`)]),
        String(chosen.level), (level) => set({ level: Number(level), naming: level === '1' ? 'initials' : chosen.naming }))}
      ${chosen.level === 1
        ? nothing
        : cards('naming', words('screens.naming'), ['initials', 'name-on-sign-in'].map((naming) => [
            naming, words(`screens.naming-${naming}`), words(`screens.naming-${naming}-lead`),
          ]), chosen.naming, (naming) => set({ naming }))}
      <div class="fields">
        ${field('diagonal', words('screens.diagonal'), { type: 'number', min: 5, max: 150, value: chosen.diagonal, input: (event) => set({ diagonal: event.target.value }) })}
        ${field('distance', words('screens.distance'), { type: 'number', min: 0.5, max: 50, step: 0.5, value: chosen.distance, input: (event) => set({ distance: event.target.value }) })}
      </div>
      <p class="warning" role="status">${isReadable(Number(chosen.diagonal), Number(chosen.distance))
        ? ''
        : words('screens.too-far', { metres: Math.floor(readableFrom(Number(chosen.diagonal)) * 10) / 10 })}</p>
      <p class="trouble" role="alert">${this.trouble}</p>
      <div class="doing"><button class="main" type="submit">${words(screen === null ? 'screens.bind' : 'form.save')}</button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('stop'))}>${words('form.leave')}</button></div>
    </form>`;
  }

  /** Which hospital, and which beds of it. */
  #what(words, chosen, set) {
    const hospital = this.hospitals.find((one) => one.id === chosen.hospital);
    const ward = hospital.wards.find((one) => one.id === chosen.ward);
    const views = [['ward', words('screens.view-ward')], ['house', words('screens.view-house')]];
    return html`${choice('hospital', words('screens.hospital'), this.hospitals.map((one) => [one.id, one.name]), chosen.hospital, (id) =>
        set(firstOf(this.hospitals.find((one) => one.id === id))))}
      ${choice('view', words('screens.view'), views, chosen.view, (view) => set({ view }))}
      ${chosen.view === 'house'
        ? nothing
        : html`${choice('ward', words('screens.ward'), hospital.wards.map((one) => [one.id, one.name]), chosen.ward, (id) => set(wardOf(hospital, id)))}
            ${choice('tun', words('screens.beds'), bedsOf(ward, words), chosen.tun, (tun) => set({ tun }))}`}`;
  }

  /** @param {SubmitEvent & {target: HTMLFormElement}} event */
  #send(event) {
    event.preventDefault();
    this.trouble = faultOf(event.target, this.words);
    if (this.trouble !== '') {
      return;
    }
    const form = new FormData(event.target);
    const { chosen } = this;
    const isHouse = chosen.view === 'house';
    const settings = {
      name: said(form, 'name'),
      place: said(form, 'place'),
      hospital: chosen.hospital,
      view: chosen.view,
      scope: isHouse ? '-' : chosen.ward,
      clusters: isHouse || chosen.tun === '' ? [] : chosen.tun.split(','),
      level: chosen.level,
      naming: chosen.naming,
      diagonalInches: Number(chosen.diagonal) || null,
      distanceM: Number(chosen.distance) || null,
    };
    this.dispatchEvent(new CustomEvent('said', { detail: this.screen === null ? { code: said(form, 'code'), ...settings } : settings }));
  }
}

function firstOf(hospital) {
  return { hospital: hospital.id, ...wardOf(hospital, hospital.wards[0].id) };
}

function wardOf(hospital, id) {
  const parts = screensOf(hospital.wards.find((ward) => ward.id === id).clusters);
  return { ward: id, tun: parts.length < 2 ? '' : idsOf(parts[0]) };
}

function idsOf(clusters) {
  return clusters.map((cluster) => cluster.id).join(',');
}

function chosenOf(screen, hospitals) {
  const hospital = hospitals.find((one) => one.id === screen.hospital);
  return {
    ...firstOf(hospital),
    view: screen.view,
    ...(screen.view === 'house' ? {} : { ward: screen.scope }),
    tun: screen.clusters.join(','),
    level: screen.level,
    naming: screen.naming,
    diagonal: screen.diagonalInches || USUAL.diagonal,
    distance: screen.distanceM || USUAL.distance,
  };
}

/** What of a ward one screen may show: as many clusters together as can be read. */
function bedsOf(ward, words) {
  const parts = screensOf(ward.clusters);
  return parts.length < 2
    ? [['', words('screens.whole-ward')]]
    : parts.map((clusters) => [idsOf(clusters), namesTogether(clusters, words('and'))]);
}

customElements.define('flyt-screen-form', ScreenForm);

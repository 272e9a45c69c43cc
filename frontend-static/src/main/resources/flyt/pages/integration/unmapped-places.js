import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../core/light-element.js';
import { reasonWords } from './reason-words.js';
import { toldReport } from './told-report.js';

/** Of so many messages is shown what would become of them. */
const SHOWN = 5;

/**
 * The places that messages named and nobody knew, with who lies there until somebody maps them:
 *
 *     <unmapped-places .words .places .moment .looked @look @move @open></unmapped-places>
 *
 * `look` carries `{place, mapping}`, and `looked` is what that gave; the rule is then written into the sender's profile. `move`
 * carries the place whose messages are told again, `open` the id of a message.
 *
 * @typedef {{ward?: string, room?: string, bed?: string}} Place
 * @typedef {{source: string, sender: string, profile: string, said: string, messages: number, patients: number, since: string,
 *   oldest: string[], reads: Place | null, known: boolean}} Unmapped
 * @typedef {{outcome: string, reasons: string[], tells: object[]}} Result
 */
export class UnmappedPlaces extends LightElement {
  static properties = {
    words: { attribute: false },
    places: { attribute: false },
    moment: { attribute: false },
    looked: { attribute: false },
    mapped: { state: true },
    rule: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../core/words.js').Words} */
    this.words = null;
    /** @type {Unmapped[]} */
    this.places = [];
    /** @type {(instant: string) => string} */
    this.moment = (instant) => instant;
    /** @type {Result[] | null} */
    this.looked = null;
    /** The place that is being mapped. @type {Unmapped | null} */
    this.mapped = null;
    this.rule = '';
  }

  render() {
    const { words } = this;
    const heads = ['place', 'patients', 'messages', 'since', 'reads'];
    return html`<section class="card">
      <table class="unmapped">
        <caption>${words('unmapped.title')}</caption>
        <thead><tr>${heads.map((head) => html`<th scope="col">${words(`unmapped.${head}`)}</th>`)}
          <th scope="col"><span class="visually-hidden">${words('form.doing')}</span></th></tr></thead>
        <tbody>${repeat(this.places, (one) => `${one.sender} ${one.profile} ${one.said}`, (one) => this.#row(one))}</tbody>
      </table>
      ${this.mapped === null ? nothing : this.#form(this.mapped)}
    </section>`;
  }

  /** @param {Unmapped} one */
  #row(one) {
    const { words } = this;
    return html`<tr data-said=${one.said}>
      <th scope="row"><span><code>${one.said}</code><small>${one.source} ${one.sender}</small></span></th>
      <td data-label=${words('unmapped.patients')}>${one.patients}</td>
      <td data-label=${words('unmapped.messages')}>${one.messages}</td>
      <td data-label=${words('unmapped.since')}>${this.moment(one.since)}</td>
      <td data-label=${words('unmapped.reads')}><span class="chip ${one.known ? 'ok' : 'warn'}">${one.reads === null ? words('unmapped.nothing') : text(one.reads)}</span></td>
      <td class="doing">
        <button type="button" @click=${() => this.#send('open', one.oldest[0])}>${words('integration.open')}</button>
        ${one.known
          ? html`<button type="button" class="main" @click=${() => this.#send('move', one)}>${words('unmapped.move')}</button>`
          : one.reads === null ? nothing : html`<button type="button" @click=${() => this.#map(one)}>${words('unmapped.map')}</button>`}</td>
    </tr>`;
  }

  /** @param {Unmapped} one */
  #form(one) {
    const { words } = this;
    return html`<form @submit=${(event) => this.#look(event, one)} @input=${() => this.#forget()}>
      <h2>${words('unmapped.mapping', { said: one.said })}</h2>
      <p class="lead">${words('unmapped.help')}</p>
      <div class="fields narrow">
        ${['ward', 'room', 'bed'].map((name) => html`<div class="field"><label for="map-${name}">${words(`unmapped.${name}`)}</label>
          <input id="map-${name}" name=${name} maxlength="40" pattern="[A-Za-z0-9._\\-]*" autocomplete="off" /></div>`)}
      </div>
      <div class="doing">
        <button type="submit" class="main">${words('integration.look')}</button>
        <button type="button" @click=${() => this.#map(null)}>${words('form.leave')}</button>
      </div>
      ${this.looked === null || this.rule === '' ? nothing : this.#would(one, this.looked)}
    </form>`;
  }

  /** @param {Unmapped} one @param {Result[]} looked */
  #would(one, looked) {
    const { words } = this;
    const count = looked.filter((result) => result.outcome === 'would-be-told').length;
    return html`<div role="status"><h3>${words('integration.would')}</h3>
      <p>${words('unmapped.would', { count, of: looked.length })}</p>
      ${looked.slice(0, SHOWN).map((result) => html`${result.reasons.map((reason) => html`<p><span class="chip warn">${reasonWords(reason, words)}</span></p>`)}
        ${result.tells.map((report) => toldReport(report))}`)}
      <p>${words('unmapped.write', { profile: one.profile })}</p>
      <blockquote><code>${this.rule}</code></blockquote></div>`;
  }

  /** @param {Unmapped | null} place */
  #map(place) {
    this.mapped = place;
    this.#forget();
  }

  /** What was seen was of other words. */
  #forget() {
    this.rule = '';
  }

  /** @param {SubmitEvent & {target: HTMLFormElement}} event @param {Unmapped} place */
  #look(event, place) {
    event.preventDefault();
    const form = new FormData(event.target);
    const ours = Object.fromEntries([...form].map(([name, value]) => [name, String(value).trim()]).filter(([, value]) => value !== ''));
    this.rule = JSON.stringify({ match: place.said.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&'), ...ours });
    this.#send('look', { place, mapping: { said: place.said, ...ours } });
  }

  /** @param {string} name @param {unknown} detail */
  #send(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** @param {Place} place */
function text({ ward, room, bed }) {
  return [ward, room, bed].filter(Boolean).join(' ');
}

customElements.define('unmapped-places', UnmappedPlaces);

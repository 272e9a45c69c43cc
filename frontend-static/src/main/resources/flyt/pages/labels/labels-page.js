import { html, nothing } from 'lit';
import { withQuery, wishOf } from '../core/address.js';
import { get } from '../core/api.js';
import { SignedInPage } from '../core/signed-in-page.js';
import { icon } from '../glyphs/glyph.js';
import { squareCode } from '../glyphs/square-code.js';

const KINDS = ['bed', 'room', 'place', 'ward'];

/**
 * Labels for the doors and beds of a ward, to be printed on A4 and stuck there: `<flyt-labels-page>`. Each has the code that the scan view of
 * the phone reads, 50 mm wide, and under it what is typed by hand where there is no camera.
 *
 * @typedef {{what: 'bed' | 'room' | 'place' | 'ward', name: string, code: string, square: string[]}} Label
 */
export class LabelsPage extends SignedInPage {
  static properties = { ...SignedInPage.properties, ward: { state: true }, sheet: { state: true }, kinds: { state: true } };

  #hospital = wishOf(location).hospital;
  /** @type {{id: string, name: string}[]} */
  #wards = [];

  constructor() {
    super();
    this.ward = new URLSearchParams(location.search).get('ward');
    /** @type {{ward: string, name: string, labels: Label[]} | null} */
    this.sheet = null;
    /** What is printed. @type {string[]} */
    this.kinds = ['bed', 'place'];
  }

  async begin() {
    const answer = await get(`/api/v1/hospitals/${encodeURIComponent(this.#hospital)}`, { signal: this.asked.signal });
    if (this.told(answer)) {
      this.#wards = answer.body.wards.map(({ id, name }) => ({ id, name }));
      const asked = this.#wards.find(({ id }) => id === this.ward) || this.#wards[0];
      await this.#show(asked.id);
    }
  }

  async #show(ward) {
    this.ward = ward;
    this.sheet = null;
    history.replaceState(null, '', withQuery(location, { ward }));
    const answer = await get(`/api/v1/hospitals/${encodeURIComponent(this.#hospital)}/labels?ward=${encodeURIComponent(ward)}`, { signal: this.asked.signal });
    if (ward === this.ward && this.told(answer)) {
      this.sheet = answer.body;
    }
  }

  render() {
    const { words } = this;
    return words === null ? nothing : this.frame(words('labels.title'), '', () => this.#content());
  }

  #content() {
    const { words, sheet } = this;
    const labels = sheet === null ? [] : sheet.labels.filter(({ what }) => this.kinds.includes(what));
    return html`<form class="choosing" @submit=${(event) => event.preventDefault()}>
        <label>${words('labels.choose')}<select name="ward" .value=${this.ward} @change=${({ target }) => void this.#show(target.value)}>${this.#wards.map(
          ({ id, name }) => html`<option value=${id} ?selected=${id === this.ward}>${name}</option>`,
        )}</select></label>
        <fieldset><legend>${words('labels.what')}</legend>${KINDS.map(
          (kind) => html`<label><input type="checkbox" name="kind" value=${kind} .checked=${this.kinds.includes(kind)} @change=${this.#choose} />${words(`labels.${kind}`)}</label>`,
        )}</fieldset>
        <button type="button" class="main" ?disabled=${labels.length === 0} @click=${() => print()}>${icon('file-text')}${words('labels.print', { count: labels.length })}</button>
      </form>
      <p class="hint">${words('labels.hint')}</p>
      <ul class="sheet">${labels.map((label) => html`<li data-code=${label.code}>
        <span class="where">${words(`labels.of-${label.what}`, { ward: sheet.name })}</span>
        ${squareCode(label.square, words('labels.code', { name: label.name }))}
        <b>${label.name}</b></li>`)}</ul>`;
  }

  #choose({ target }) {
    this.kinds = KINDS.filter((kind) => (kind === target.value ? target.checked : this.kinds.includes(kind)));
  }
}

customElements.define('flyt-labels-page', LabelsPage);

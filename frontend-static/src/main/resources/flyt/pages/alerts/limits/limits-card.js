import { html, nothing } from 'lit';
import { LightElement } from '../../core/light-element.js';
import { icon } from '../../glyphs/glyph.js';
import { isSet } from './draft.js';
import { levelsText, rulesTable } from './set-text.js';
import './limits-form.js';

/**
 * The thresholds in force, who adopted which when, and the way to change them, in a form or by a file:
 * `<flyt-limits-card .rules .names .wards .words .time .may .page hospital>`. Tells its page `adopted`, and `refused` where somebody else was
 * first.
 */
export class LimitsCard extends LightElement {
  static properties = {
    rules: { attribute: false }, names: { attribute: false }, wards: { attribute: false }, words: { attribute: false }, time: { attribute: false },
    may: { attribute: false }, page: { attribute: false }, hospital: { type: String }, begun: { state: true }, trouble: { state: true },
  };

  constructor() {
    super();
    this.may = [];
    this.hospital = '';
    /** The set that somebody began to change; null: nobody does. @type {any} */
    this.begun = null;
    this.trouble = '';
  }

  render() {
    const { words, rules } = this;
    return html`<section class="card rules" aria-labelledby="rules-title"><h2 id="rules-title">${words('rules.title')}</h2>
      ${rules.thresholds === null ? html`<p>${words('alerts.not-adopted')}</p>` : this.#set(rules.thresholds)}
      <h3>${words('rules.history')}</h3>
      <ol class="log">${rules.adopted.map((one) => html`<li><span class="when">${this.time.shortDate(one.at)} ${this.time.clock(one.at)}</span>
        <b>${one.name}/${one.version} · ${one.by || words(one.person ? 'alert-log.somebody' : 'alert-log.system')}</b></li>`)}</ol></section>`;
  }

  #set(set) {
    const { words, rules, names } = this;
    const stop = () => this.#stop();
    return html`<p class="take"><b>${set.name}/${set.version}</b> ${words('rules.every', { n: set.every })}
        <a class="file json" download="thresholds.json" href="/api/v1/hospitals/${encodeURIComponent(this.hospital)}/thresholds">${icon('download')}JSON</a>
        ${this.begun === null && this.may.includes('adopt-thresholds') ? this.#offer(set) : nothing}</p>
      <p class="trouble" role="alert">${this.trouble}</p>
      ${this.begun === null
        ? html`${rulesTable(set, rules.figures, names, words)}${levelsText(set, rules.figures, names, words)}`
        : html`<flyt-limits-form .set=${this.begun} .rules=${rules} .names=${names} .wards=${this.wards} .words=${words} .page=${this.page} hospital=${this.hospital}
            @stop=${stop} @adopted=${() => { stop(); this.dispatchEvent(new Event('adopted')); }} @refused=${() => this.dispatchEvent(new Event('refused'))}></flyt-limits-form>`}`;
  }

  #offer(set) {
    const { words } = this;
    return html`<button type="button" class="change" @click=${() => (this.begun = set)}>${words('rules.change')}</button>
      <label class="file upload"><input class="visually-hidden" type="file" accept=".json,application/json" @change=${(event) => void this.#read(event.target)} />${words('limits.upload')}</label>`;
  }

  #stop() {
    this.begun = null;
    void this.updateComplete.then(() => this.querySelector('button.change')?.focus());
  }

  /** A set from a file, as it was downloaded or by itself. @param {HTMLInputElement} input */
  async #read(input) {
    const text = await input.files[0].text();
    input.value = '';
    const set = setIn(text);
    this.trouble = set === null ? this.words('limits.no-set') : '';
    this.begun = set;
  }
}

function setIn(text) {
  try {
    const json = JSON.parse(text);
    const set = json !== null && json.thresholds ? json.thresholds : json;
    return isSet(set) ? set : null;
  } catch {
    return null;
  }
}

customElements.define('flyt-limits-card', LimitsCard);

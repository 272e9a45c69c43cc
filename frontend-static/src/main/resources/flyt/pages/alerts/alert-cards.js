import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../core/light-element.js';
import { glyph, icon } from '../glyphs/glyph.js';
import { Sending } from '../work/sending.js';
import { actionCard } from './action-card.js';
import { censusCard } from './census-card.js';
import { levelCard } from './level-card.js';
import { samplingCard } from './sampling-card.js';
import { doText, inOrder, ownerText, ruleText, valueText } from './values.js';

/**
 * What must not go unnoticed, each with whose it is and what to do: `<flyt-alert-cards>`. Figures beyond their limits, the level of
 * preparedness with its action cards, the corridor patients of 07:00. Shows nothing before it has rows.
 *
 * `rows`: those of view `alerts`; `may`: the deeds of who looks; `asking`: what a form is open for, or null.
 */
export class AlertCards extends LightElement {
  static properties = {
    rows: { attribute: false },
    words: { attribute: false },
    time: { attribute: false },
    now: { attribute: false },
    hospital: { type: String },
    may: { attribute: false },
    asking: { state: true },
  };

  constructor() {
    super();
    this.rows = [];
    this.words = null;
    this.time = null;
    this.now = null;
    this.hospital = '';
    this.may = [];
    this.asking = null;
    this.sending = new Sending(this.#sender());
  }

  /** What the controller asks of its page, of which the time is a value here. */
  #sender() {
    const cards = this;
    return {
      addController: (controller) => this.addController(controller),
      requestUpdate: () => this.requestUpdate(),
      get hospital() {
        return cards.hospital;
      },
      get words() {
        return cards.words;
      },
      now: () => cards.now,
    };
  }

  render() {
    const level = this.rows.find((row) => row.kind === 'level');
    if (this.words === null || this.time === null || level === undefined) {
      return nothing;
    }
    const words = this.words;
    const alerts = inOrder(this.rows.filter((row) => row.kind === 'threshold'));
    const census = this.rows.find((row) => row.kind === 'census');
    const sampling = this.rows.find((row) => row.kind === 'sampling');
    return html`<section class="alerts" aria-label=${words('alerts.title')}>
      <p class="told" role="status">${this.sending.done}</p>
      <p class="trouble" role="alert">${this.sending.trouble}</p>
      ${levelCard(this, level)}
      <ul class="cards">${alerts.length === 0 && level.rules !== null
        ? html`<li class="alert none">${glyph('task-done', 'ok')}<b>${words('alerts.none')}</b></li>`
        : repeat(alerts, (row) => row.key, (row) => this.#alert(row))}</ul>
      <div class="cards">${sampling === undefined ? nothing : samplingCard(this, sampling)}
        ${repeat(this.rows.filter((row) => row.kind === 'card'), (row) => row.key, (row) => actionCard(this, row))}
        ${census === undefined ? nothing : censusCard(this, census)}</div>
    </section>`;
  }

  #alert(row) {
    const { words, time } = this;
    const sign = SIGNS[row.severity];
    const said = row.response;
    return html`<li class="alert ${row.severity}" data-key=${row.key}>
      ${glyph(sign.glyph, sign.tone, words(`alerts.severity.${row.severity}`))}
      <div><b class="what">${ruleText(row, words)}</b>
        <span class="since">${row.value === null ? nothing : words('alerts.value-limit', { value: valueText(row.value, row.unit, words), limit: valueText(row.limit, row.unit, words) })}
          ${words('alerts.since', { at: time.clock(row.passedSince) })}${row.phase === 'easing' ? html` · ${words('alerts.easing')}` : nothing}</span>
        <span class="owner">${icon('user')}${ownerText(row, words)} · ${doText(row, words)}</span>
        ${said === null
          ? this.#offer(row)
          : html`<span class="response">${said.by === null ? words('alerts.answered-nobody', { at: time.clock(said.at) }) : words('alerts.answered', { name: said.by, at: time.clock(said.at) })}${said.did === null ? nothing : html`: ${said.did}`}</span>`}
      </div></li>`;
  }

  #offer(row) {
    if (!this.may.includes('answer-threshold')) {
      return nothing;
    }
    return this.asking === row.key
      ? this.form(row.key, this.words('alerts.did'), (did) => this.#answer(row, did))
      : html`<button type="button" @click=${() => this.ask(row.key)}>${this.words('alerts.answer')}</button>`;
  }

  #answer(row, did) {
    const { rule, ward } = row;
    this.send({ type: 'AnswerThreshold', rule, ...(ward === null ? {} : { ward }), ...(did === '' ? {} : { did }) }, 'alerts.saved');
  }

  /** Opens the form of one card. @param {string | null} key */
  ask(key) {
    this.asking = key;
    void this.updateComplete.then(() => this.querySelector('form input')?.focus());
  }

  /** A line to write in; `needed`: not without words. @param {string} key @param {string} label @param {(words: string) => void} send */
  form(key, label, send, needed = false) {
    const sent = (event) => {
      event.preventDefault();
      send(String(new FormData(event.target).get('words')).trim());
    };
    return html`<form data-form=${key} @submit=${sent}>
      <label>${label} <input name="words" type="text" maxlength="200" autocomplete="off" ?required=${needed} /></label>
      <button type="submit" class="main" ?disabled=${this.sending.busy}>${this.words('alerts.send')}</button>
      <button type="button" @click=${() => this.ask(null)}>${this.words('alerts.cancel')}</button>
    </form>`;
  }

  /** Sends a wish and closes its form when it was taken. @param {object} wish @param {string} said the key of what to say then */
  send(wish, said, numbers = {}) {
    void this.sending.ask(wish, this.words(said, numbers), () => this.ask(null));
  }
}

const SIGNS = {
  critical: { glyph: 'act', tone: 'crit' },
  attention: { glyph: 'attention', tone: 'warn' },
  information: { glyph: 'info', tone: 'info' },
};

customElements.define('flyt-alert-cards', AlertCards);

import { html, nothing } from 'lit';
import { post } from '../core/api.js';
import { LightElement } from '../core/light-element.js';
import './forecast-chart.js';
import { expected, rowOf, whole } from './course.js';

const AHEAD = [4, 12, 24, 48];
const REFUSALS = ['nothing-changed', 'out-of-range', 'opened-and-closed', 'outbreak-in-a-closed-ward', 'more-than-lie-there', 'no-ward-left'];

/**
 * What would come if: `<flyt-what-if .rows=${rows} .words .time .now hospital="FJO">`. A form, and after it two charts side by side,
 * as it is and as imagined. Nothing is changed by it.
 *
 *     <form>…<button>Vis hva som ville skje</button></form> <div class="beside"><flyt-forecast-chart/><flyt-forecast-chart/></div>
 */
export class WhatIf extends LightElement {
  static properties = {
    rows: { attribute: false },
    words: { attribute: false },
    time: { attribute: false },
    now: { attribute: false },
    hospital: {},
    answer: { state: true },
    refused: { state: true },
    asking: { state: true },
    lines: { state: true },
  };

  constructor() {
    super();
    /** @type {import('./course.js').ForecastRow[]} */
    this.rows = [];
    this.words = null;
    this.time = null;
    this.now = null;
    this.hospital = '';
    /** @type {{asItIs: import('./course.js').ForecastRow[], imagined: import('./course.js').ForecastRow[]} | null} */
    this.answer = null;
    /** Why it could not be imagined, a key of words; empty: it could. */
    this.refused = '';
    this.asking = false;
    /** How many wards there is room for, by what is imagined of them. @type {Record<string, number>} */
    this.lines = {};
  }

  render() {
    const { words, answer } = this;
    if (words === null) {
      return nothing;
    }
    return html`<h2>${words('forecast.what-if')} <small>${words('forecast.what-if-lead')}</small></h2>
      <form @submit=${this.#ask}>
        ${this.#lines('close', () => this.#ward('close'))}
        ${this.#lines('open', () => [this.#number('open', 1, 100), this.#ward('openWard')])}
        ${this.#line('cleaners', this.#number('cleaners', 0, 50))}
        ${this.#lines('discharge', () => [this.#number('discharge', 1, 999), this.#ward('dischargeWard')])}
        ${this.#line('arrivals', this.#number('arrivals', -100, 300))}
        ${this.#lines('outbreak', () => this.#ward('outbreak'))}
        <div class="deeds"><button type="submit" class="primary" ?disabled=${this.asking}>${words('forecast.imagine')}</button>
          ${answer === null ? nothing : html`<button type="reset" class="plain" @click=${this.#forget}>${words('forecast.forget')}</button>`}</div>
        <p class="refusal" role="status">${this.refused === '' ? '' : words(this.refused)}</p>
      </form>
      ${answer === null ? nothing : this.#beside(answer)}`;
  }

  #line(name, fields) {
    return html`<fieldset><legend>${this.words(`forecast.${name}`)}</legend>${fields}</fieldset>`;
  }

  /** The same for as many wards as are asked for. @param {() => unknown} fields those of one ward */
  #lines(name, fields) {
    const count = this.lines[name] || 1;
    const more = () => (this.lines = { ...this.lines, [name]: count + 1 });
    const full = count >= this.rows.filter((row) => row.ward !== null).length;
    return this.#line(name, html`${Array.from({ length: count }, () => html`<div class="of-one">${fields()}</div>`)}
      <button type="button" class="plain" ?disabled=${full} aria-label=${this.words(`forecast.more-${name}`)} @click=${more}>${this.words('forecast.one-more')}</button>`);
  }

  #forget = () => {
    this.answer = null;
    this.lines = {};
  };

  #number(name, min, max) {
    return html`<input type="number" inputmode="numeric" name=${name} min=${min} max=${max} step="1" aria-label=${this.words(`forecast.field-${name}`)} />`;
  }

  #ward(name) {
    const wards = this.rows.filter((row) => row.ward !== null);
    return html`<select name=${name} aria-label=${this.words(`forecast.field-${name}`)}><option value="">${this.words('forecast.no-ward')}</option>
      ${wards.map((row) => html`<option value=${row.ward}>${row.name}</option>`)}</select>`;
  }

  #beside({ asItIs, imagined }) {
    const { words } = this;
    const chart = (rows) => html`<flyt-forecast-chart .rows=${rows} .words=${words} .time=${this.time} .now=${this.now} .hours=${48}></flyt-forecast-chart>`;
    const [then, now] = [rowOf(imagined, null), rowOf(asItIs, null)];
    return html`<div class="wide"><table class="difference"><caption class="visually-hidden">${words('forecast.what-if')}</caption>
        <thead><tr><td></td>${AHEAD.map((hours) => html`<th scope="col">${words('forecast.in-hours', { hours })}</th>`)}</tr></thead>
        <tbody>${[['forecast.as-it-is', now], ['forecast.imagined', then]].map(([name, row]) => html`<tr><th scope="row">${words(name)}</th>
          ${AHEAD.map((hours) => html`<td>${says(row, hours, words)}</td>`)}</tr>`)}</tbody></table></div>
      <div class="beside"><section aria-label=${words('forecast.as-it-is')}><h3>${words('forecast.as-it-is')}</h3>${chart(asItIs)}</section>
        <section aria-label=${words('forecast.imagined')}><h3>${words('forecast.imagined')}</h3>${chart(imagined)}</section></div>
      <p class="note">${words('forecast.assumed')}</p>`;
  }

  /** @param {SubmitEvent} event */
  #ask = async (event) => {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.asking = true;
    const answer = await post(`/api/v1/hospitals/${encodeURIComponent(this.hospital)}/forecast/what-if`, asked(form));
    this.asking = false;
    this.answer = answer.ok ? answer.body : null;
    this.refused = answer.ok ? '' : `forecast.refused-${REFUSALS.includes(answer.code) ? answer.code : 'other'}`;
  };
}

/** What a form asks for, as the server takes it; what is left empty is left out. @param {FormData} form */
export function asked(form) {
  const text = (name) => String(form.get(name) || '');
  const all = (name) => form.getAll(name).map(String);
  const wards = (name) => all(name).filter((ward) => ward !== '');
  const counts = (ward, count) => {
    const sums = {};
    all(ward).forEach((id, i) => {
      if (id !== '' && all(count)[i] !== '') {
        sums[id] = (sums[id] || 0) + Number(all(count)[i]);
      }
    });
    return sums;
  };
  return {
    close: wards('close'),
    open: counts('openWard', 'open'),
    cleaners: Number(text('cleaners')),
    discharge: counts('dischargeWard', 'discharge'),
    arrivalsPercent: Number(text('arrivals')),
    outbreak: wards('outbreak'),
  };
}

function says(row, hours, words) {
  const point = expected(row, hours)[hours - 1];
  return html`<b>${whole(point).percent} %</b> <small>${whole(point).low}–${whole(point).high}</small> · ${words('forecast.ready-count', { count: Math.round(row.expected.ready.mean[hours - 1]) })}`;
}

customElements.define('flyt-what-if', WhatIf);

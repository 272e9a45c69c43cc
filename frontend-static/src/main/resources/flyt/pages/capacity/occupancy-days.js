import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { LightElement } from '../core/light-element.js';
import { shareText } from '../core/occupancy.js';
import { problemWords } from '../core/problem-words.js';
import { unlessGivenUp } from '../core/signed-in-page.js';
import { icon } from '../glyphs/glyph.js';
import { answered } from './counts.js';

const DAY_MS = 86_400_000;

/**
 * Occupancy by each of its five definitions, in words and numbers: `<flyt-occupancy-days .house .words .time .now hospital>`. Those that are of
 * days are asked for when it is opened, and again when a day has ended.
 *
 * @typedef {{definition: string, above: number, below: number}} Share
 * @typedef {{days: number, counted: number, late: number, lines: {part: string, id: string, name: string, shares: Share[] | null}[],
 *   apart: {what: string, ward: string | null, name: string | null, nights: number | null}[]}} Sheet
 */
export class OccupancyDays extends LightElement {
  static properties = {
    house: { attribute: false }, words: { attribute: false }, time: { attribute: false }, now: { attribute: false }, hospital: {},
    sheets: { state: true }, trouble: { state: true }, opened: { state: true },
  };

  #day = '';
  #left = new AbortController();

  constructor() {
    super();
    this.opened = false;
    /** By period; null: not known yet. @type {Record<string, Sheet> | null} */
    this.sheets = null;
    this.trouble = '';
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
  }

  updated() {
    if (this.opened && this.now !== null && this.time !== null && this.time.day(this.now) !== this.#day) {
      this.#day = this.time.day(this.now);
      this.#ask().catch(unlessGivenUp);
    }
  }

  render() {
    return html`<details class="panel by-definition" @toggle=${this.#toggle}><summary><h2>${this.words('by-definition.title')}</h2></summary>
      ${this.opened ? this.#content() : nothing}</details>`;
  }

  /** What failed is asked for again when it is opened again. */
  #toggle(event) {
    this.opened = event.target.open;
    this.#day = this.trouble === '' ? this.#day : '';
  }

  async #ask() {
    const periods = Object.entries(periodsUntil(this.#day));
    const answers = await Promise.all(periods.map(([, period]) => get(this.#address(period), { signal: this.#left.signal })));
    const problem = answers.find((answer) => !answer.ok);
    this.trouble = problem === undefined ? '' : problemWords(problem, this.words);
    this.sheets = problem === undefined ? Object.fromEntries(periods.map(([name], i) => [name, answers[i].body])) : null;
  }

  #address(period) {
    return `/api/v1/hospitals/${encodeURIComponent(this.hospital)}/occupancy?${new URLSearchParams(period)}`;
  }

  #content() {
    const { house, words, sheets } = this;
    return html`<table class="definitions"><thead class="visually-hidden"><tr>${['period', 'share', 'made-of'].map((head) => html`<th scope="col">${words(`by-definition.${head}`)}</th>`)}</tr></thead>
        ${definition(words('house.occupancy'), words('capacity.live-means'), [[words('by-definition.now'), { above: house.live, below: house.staffed }]], words)}
        ${definition(words('capacity.committed'), words('capacity.committed-means'), [[words('by-definition.now'), { above: house.committed, below: house.staffed }]], words)}
        ${sheets === null ? nothing : OF_DAYS.map((name, i) => definition(words(`by-definition.${name}`), words(`by-definition.${name}-means`), Object.entries(sheets)
          .map(([period, sheet]) => [words(`by-definition.${period}`), shareOf(sheet.lines[0], i, sheet)]), words))}</table>
      ${this.#who()}
      <p class="note" role="status">${this.trouble !== '' ? this.trouble : sheets === null ? words('figures.loading') : nothing}</p>
      ${sheets === null ? nothing : html`${this.#nights(sheets)}${this.#wards(sheets.month)}${this.#apart(sheets.month)}${this.#figures(sheets.month)}`}`;
  }

  /** Of whom not every hospital thinks alike, in all five. */
  #who() {
    const { house, words } = this;
    const named = (answer) => answered(house, answer).map((kind) => words(`counts.${kind}`)).join(', ');
    return html`<ul class="who">${['counted', 'apart', 'not-counted'].filter((answer) => named(answer) !== '')
      .map((answer) => html`<li>${words(`by-definition.${answer}-kinds`, { who: named(answer) })}</li>`)}
      <li>${words('by-definition.sharing')}</li></ul>`;
  }

  /** How many nights stand behind it, with the file of each period. */
  #nights(sheets) {
    const { words } = this;
    const periods = periodsUntil(this.#day);
    return html`<ul class="nights">${Object.entries(sheets).map(([period, { counted, days, late }]) => html`<li><span><b>${words(`by-definition.${period}`)}</b>
      ${words('by-definition.counted', { counted, days })}${late > 0 ? html`, ${words('by-definition.late', { count: late })}` : nothing}</span>
      <a class="csv" download href=${this.#address({ ...periods[period], format: 'csv' })}>${icon('download')}${words('figures.csv')}<span class="visually-hidden"> ${words(`by-definition.${period}`)}</span></a></li>`)}</ul>`;
  }

  #wards(sheet) {
    const { words } = this;
    const lines = sheet.lines.filter(({ part }) => part === 'ward');
    return html`<table class="wards"><caption>${words('by-definition.wards')}</caption>
      <thead><tr><th scope="col">${words('capacity.head-ward')}</th>${OF_DAYS.map((name) => html`<th scope="col">${words(`by-definition.${name}-short`)}</th>`)}</tr></thead>
      <tbody>${lines.map((line) => html`<tr><th scope="row">${line.name}</th>${OF_DAYS.map((_, i) => cell(shareOf(line, i, sheet), words))}</tr>`)}</tbody></table>`;
  }

  /** Who is not counted at all is named above, and not here. */
  #apart({ apart }) {
    const { house, words } = this;
    const hidden = answered(house, 'not-counted').map((kind) => BESIDE[kind]);
    return html`<h3>${words('by-definition.apart')}</h3><ul class="apart">${apart.filter(({ what }) => !hidden.includes(what)).map(({ what, name, nights }) => html`<li><span>${name || words(`by-definition.${what}`)}</span>
      <b>${nights === null ? words('by-definition.few') : nights}</b></li>`)}</ul>`;
  }

  /** Beds and patients of the hospital by nights; those of its parts are in the files. */
  #figures({ lines, detailed }) {
    const { words } = this;
    const { figures } = lines[0];
    return html`<h3>${words('by-definition.figures')}</h3><ul class="apart">${Object.entries(figures).map(([figure, nights]) => html`<li><span>${words(`night.${figure}`)}</span><b>${nights}</b></li>`)}</ul>
      <p class="note">${words('by-definition.detailed', { count: detailed })}</p>`;
  }
}

/** What the sheet calls those who may be counted apart. */
const BESIDE = { newborns: 'newborns', dayPatients: 'day-patients', observation: 'observation' };

const OF_DAYS = ['midnight', 'statistical', 'oecd'];

/**
 * Yesterday, the month that it is in, and a year: days that have ended.
 * @param {string} today @returns {Record<string, {from: string, to: string}>}
 */
function periodsUntil(today) {
  const away = (days) => new Date(Date.parse(`${today}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
  const to = away(-1);
  return { yesterday: { from: to, to }, month: { from: `${to.slice(0, 8)}01`, to }, year: { from: away(-365), to } };
}

/** Null where too few stand behind it; nothing below where no night was counted. */
function shareOf(line, i, sheet) {
  return line.shares === null ? null : sheet.counted === 0 ? { above: 0, below: 0 } : line.shares[i];
}

function definition(name, means, lines, words) {
  return html`<tbody><tr><th colspan="3" scope="rowgroup">${name} <small>${means}</small></th></tr>
    ${lines.map(([period, share]) => html`<tr><th scope="row">${period}</th>${cell(share, words)}<td><small>${share === null ? '' : `${share.above}/${share.below}`}</small></td></tr>`)}</tbody>`;
}

function cell(share, words) {
  return share === null
    ? html`<td class="few">${words('by-definition.few')}</td>`
    : html`<td class=${share.above > share.below ? 'over' : ''}>${shareText(share.above, share.below)}</td>`;
}

customElements.define('flyt-occupancy-days', OccupancyDays);

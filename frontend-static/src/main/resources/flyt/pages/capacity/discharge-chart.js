import { html, nothing, svg } from 'lit';
import { LightElement } from '../core/light-element.js';
import { two } from '../figures/hour-chart.js';

const HEIGHT = 108;
const FOOT = 24;
const HEAD = 20;
const BAND = 44;

/**
 * Today's discharges by the hour: who has left, who is ready to, who is expected to: `<flyt-discharge-chart .discharges .words .hour>`.
 * The same numbers stand in a table for who cannot see the bars.
 *
 *     <section><h2>…</h2><ul class="key">…</ul><svg aria-hidden="true">bars</svg><table>…</table></section>
 *
 * @typedef {{left: number[], ready: number[], expected: number[], readyWithoutTime: number, expectedWithoutTime: number}} Discharges
 */
export class DischargeChart extends LightElement {
  static properties = { discharges: { attribute: false }, words: { attribute: false }, hour: { attribute: false } };

  constructor() {
    super();
    /** @type {Discharges | null} */
    this.discharges = null;
    /** The hour it is in the hospital, or null. @type {number | null} */
    this.hour = null;
  }

  render() {
    const { discharges, words } = this;
    if (discharges === null) {
      return nothing;
    }
    const bars = barsOf(discharges);
    const untimed = discharges.readyWithoutTime + discharges.expectedWithoutTime;
    return html`<section class="panel discharges"><div class="panel-head"><h2>${words('capacity.discharges')}</h2>
        <ul class="key" aria-hidden="true">${KINDS.map((kind) => html`<li><i class=${kind}></i>${words(`capacity.${kind}`)}</li>`)}</ul></div>
      ${this.#bars(bars)}
      ${untimed === 0 ? nothing : html`<p class="note">${words('capacity.without-time', { count: untimed })}</p>`}
      <table><caption>${words('capacity.discharges')}</caption>
        <thead><tr><th scope="col">${words('capacity.hour')}</th>${KINDS.map((kind) => html`<th scope="col">${words(`capacity.${kind}`)}</th>`)}</tr></thead>
        <tbody>${bars.map((bar) => html`<tr><th scope="row">${bar.name}</th>${KINDS.map((kind) => html`<td>${bar[kind]}</td>`)}</tr>`)}</tbody>
      </table></section>`;
  }

  #bars(bars) {
    const most = Math.max(1, ...bars.map(sumOf));
    const room = HEIGHT - FOOT - HEAD;
    const width = bars.length * BAND;
    return html`<svg class="bars" viewBox="0 0 ${width} ${HEIGHT}" aria-hidden="true">
      ${bars.map((bar, i) => {
        let y = HEIGHT - FOOT;
        const parts = KINDS.map((kind) => {
          const height = (room * bar[kind]) / most;
          y -= height;
          return height === 0 ? nothing : svg`<rect class=${kind} x=${i * BAND + 8} y=${y + 1} width=${BAND - 16} height=${Math.max(1, height - 2)} rx="4" />`;
        });
        const sum = sumOf(bar);
        const isNow = this.hour !== null && bar.hour <= this.hour && this.hour <= bar.last;
        return svg`${isNow ? svg`<rect class="now" x=${i * BAND + 2} y="0" width=${BAND - 4} height=${HEIGHT} rx="6" />` : nothing}${parts}
          ${sum === 0 ? nothing : svg`<text class="sum" x=${i * BAND + BAND / 2} y=${y - 5} text-anchor="middle">${sum}</text>`}
          <text class="hour" x=${i * BAND + BAND / 2} y=${HEIGHT - 6} text-anchor="middle">${bar.name}</text>`;
      })}
      ${svg`<path class="axis" d="M0 ${HEIGHT - FOOT}H${width}" />`}</svg>`;
  }
}

/**
 * What stands in the chart: the hours from 08 to 19, and what is before and after them together, so that it keeps its size.
 * @typedef {{name: string, hour: number, left: number, ready: number, expected: number, last: number}} Bar `hour`, `last`: the first and the last in it
 * @param {Discharges} discharges @returns {Bar[]}
 */
export function barsOf(discharges) {
  return BARS.map(([first, last]) => {
    const name = first === last ? two(first) : first === 0 ? `–${two(last)}` : `${two(first)}–`;
    const sum = (kind) => discharges[kind].slice(first, last + 1).reduce((all, one) => all + one, 0);
    return { name, hour: first, last, left: sum('left'), ready: sum('ready'), expected: sum('expected') };
  });
}

const KINDS = ['left', 'ready', 'expected'];
const BARS = [[0, 7], ...[...Array(12).keys()].map((hour) => [hour + 8, hour + 8]), [20, 23]];

function sumOf(bar) {
  return KINDS.reduce((sum, kind) => sum + bar[kind], 0);
}

customElements.define('flyt-discharge-chart', DischargeChart);

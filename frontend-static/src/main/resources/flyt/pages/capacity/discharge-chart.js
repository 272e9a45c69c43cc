import { html, nothing, svg } from 'lit';
import { LightElement } from '../core/light-element.js';
import { two } from '../figures/hour-chart.js';

const HEIGHT = 108;
const FOOT = 24;
const HEAD = 20;
const BAND = 52;

/**
 * Today's discharges by the hour: who has left, who is ready to, who is expected to: `<flyt-discharge-chart .discharges .words .hour>`.
 * The same numbers stand in a table for who cannot see the bars.
 *
 *     <section><h2>…</h2><ul class="key">…</ul><svg aria-hidden="true">bars</svg><table class="visually-hidden">…</table></section>
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
    const hours = hoursShown(discharges);
    const untimed = discharges.readyWithoutTime + discharges.expectedWithoutTime;
    return html`<section class="panel discharges"><div class="panel-head"><h2>${words('capacity.discharges')}</h2>
        <ul class="key" aria-hidden="true">${KINDS.map((kind) => html`<li><i class=${kind}></i>${words(`capacity.${kind}`)}</li>`)}</ul></div>
      ${this.#bars(discharges, hours)}
      ${untimed === 0 ? nothing : html`<p class="note">${words('capacity.without-time', { count: untimed })}</p>`}
      <table class="visually-hidden"><caption>${words('capacity.discharges')}</caption>
        <thead><tr><th scope="col">${words('capacity.hour')}</th>${KINDS.map((kind) => html`<th scope="col">${words(`capacity.${kind}`)}</th>`)}</tr></thead>
        <tbody>${hours.map((hour) => html`<tr><th scope="row">${two(hour)}</th>${KINDS.map((kind) => html`<td>${discharges[kind][hour]}</td>`)}</tr>`)}</tbody>
      </table></section>`;
  }

  #bars(discharges, hours) {
    const most = Math.max(1, ...hours.map((hour) => sumOf(discharges, hour)));
    const room = HEIGHT - FOOT - HEAD;
    const width = hours.length * BAND;
    return html`<svg class="bars" viewBox="0 0 ${width} ${HEIGHT}" aria-hidden="true">
      ${hours.map((hour, i) => {
        let y = HEIGHT - FOOT;
        const parts = KINDS.map((kind) => {
          const height = (room * discharges[kind][hour]) / most;
          y -= height;
          return height === 0 ? nothing : svg`<rect class=${kind} x=${i * BAND + 9} y=${y + 1} width=${BAND - 18} height=${Math.max(1, height - 2)} rx="4" />`;
        });
        const sum = sumOf(discharges, hour);
        return svg`${hour === this.hour ? svg`<rect class="now" x=${i * BAND + 2} y="0" width=${BAND - 4} height=${HEIGHT} rx="6" />` : nothing}${parts}
          ${sum === 0 ? nothing : svg`<text class="sum" x=${i * BAND + BAND / 2} y=${y - 5} text-anchor="middle">${sum}</text>`}
          <text class="hour" x=${i * BAND + BAND / 2} y=${HEIGHT - 6} text-anchor="middle">${two(hour)}</text>`;
      })}
      ${svg`<path class="axis" d="M0 ${HEIGHT - FOOT}H${width}" />`}</svg>`;
  }
}

const KINDS = ['left', 'ready', 'expected'];

/** 08 to 19, and further where somebody leaves earlier or later. @param {Discharges} discharges */
export function hoursShown(discharges) {
  const some = [...Array(24).keys()].filter((hour) => sumOf(discharges, hour) > 0);
  const first = Math.min(8, ...some);
  const last = Math.max(19, ...some);
  return [...Array(last - first + 1).keys()].map((hour) => first + hour);
}

function sumOf(discharges, hour) {
  return KINDS.reduce((sum, kind) => sum + discharges[kind][hour], 0);
}

customElements.define('flyt-discharge-chart', DischargeChart);

import { html, nothing, svg } from 'lit';
import { LightElement } from '../core/light-element.js';

const HEIGHT = 320;
const LEFT = 44;
const RIGHT = 12;
const TOP = 16;
const BOTTOM = 34;

/**
 * A chart over the 24 hours of the day: `<flyt-hour-chart .plot=${plot} .label=${'…'}>`. It draws at the size it is given, so
 * that its letters keep theirs. The same numbers stand in the table beside it.
 *
 *     <svg role="img" aria-label="…">lines, hours, and what `plot` draws</svg>
 *
 * @typedef {{x: (hour: number) => number, y: (value: number) => number, band: number, bottom: number, top: number}} Place
 * @typedef {object} Plot
 * @property {number[]} lines values of the lines across, from 0 up
 * @property {boolean[]} hidden hours of which nothing may be shown
 * @property {(place: Place) => unknown} draw
 */
export class HourChart extends LightElement {
  static properties = { plot: { attribute: false }, label: {}, width: { state: true }, at: { state: true }, pointed: { attribute: false } };

  #watch = new ResizeObserver(([entry]) => (this.width = Math.round(entry.contentRect.width)));

  constructor() {
    super();
    /** @type {Plot | null} */
    this.plot = null;
    this.label = '';
    this.width = 0;
    /** The hour under the pointer, or null. @type {number | null} */
    this.at = null;
    /** Is told the hour under the pointer. @type {(hour: number | null) => void} */
    this.pointed = () => {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  render() {
    const { plot, width } = this;
    if (plot === null || width === 0) {
      return nothing;
    }
    const band = (width - LEFT - RIGHT) / 24;
    const highest = plot.lines[plot.lines.length - 1];
    const bottom = HEIGHT - BOTTOM;
    const place = {
      x: (hour) => LEFT + band * hour,
      y: (value) => bottom - ((bottom - TOP) * value) / highest,
      band,
      bottom,
      top: TOP,
    };
    const pattern = `hatch-${this.id}`;
    return html`<svg role="img" aria-label=${this.label} width=${width} height=${HEIGHT} viewBox="0 0 ${width} ${HEIGHT}"
      @pointermove=${(event) => this.#point(event, band)} @pointerleave=${() => this.#tell(null)}>
      <defs><pattern id=${pattern} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V7" /></pattern></defs>
      ${plot.lines.map((line) => svg`<path class=${line === 0 ? 'axis' : 'grid'} d="M${LEFT} ${place.y(line)}H${width - RIGHT}" />
        <text class="tick" x=${LEFT - 10} y=${place.y(line) + 5} text-anchor="end">${line}</text>`)}
      ${plot.hidden.map((hidden, hour) => (hidden ? svg`<rect class="hidden" data-hour=${hour} x=${place.x(hour)} y=${TOP} width=${band} height=${bottom - TOP} fill="url(#${pattern})" />` : nothing))}
      ${this.at === null ? nothing : svg`<rect class="at" x=${place.x(this.at)} y=${TOP} width=${band} height=${bottom - TOP} rx="4" />`}
      ${plot.draw(place)}
      ${hours(width).map((hour) => svg`<text class="tick" x=${place.x(hour) + band / 2} y=${HEIGHT - 8} text-anchor="middle">${two(hour)}</text>`)}
    </svg>`;
  }

  #point(event, band) {
    const hour = Math.floor((event.offsetX - LEFT) / band);
    this.#tell(hour >= 0 && hour < 24 ? hour : null);
  }

  #tell(hour) {
    if (hour !== this.at) {
      this.at = hour;
      this.pointed(hour);
    }
  }
}

/** The hours that have room for their name. */
function hours(width) {
  const every = width > 700 ? 1 : width > 420 ? 2 : 4;
  return [...Array(24).keys()].filter((hour) => hour % every === 0);
}

/** `08`. @param {number} hour */
export function two(hour) {
  return String(hour).padStart(2, '0');
}

/**
 * A line through the hours that have a value, with a gap where there is none; a lone hour is a short stroke.
 * @param {(number | null)[]} values @param {Place} place
 */
export function line(values, place) {
  return runs(values)
    .map((run) =>
      run.length === 1
        ? `M${middle(run[0], place) - 7} ${place.y(values[run[0]])}h14`
        : run.map((hour, i) => `${i === 0 ? 'M' : 'L'}${middle(hour, place)} ${place.y(values[hour])}`).join(''),
    )
    .join('');
}

/** A stair: each hour as wide as it is. @param {(number | null)[]} values @param {Place} place */
export function stair(values, place) {
  return runs(values)
    .map((run) => run.map((hour, i) => `${i === 0 ? 'M' : 'L'}${place.x(hour)} ${place.y(values[hour])}h${place.band}`).join(''))
    .join('');
}

/** What lies between two lines. @param {(number | null)[]} low @param {(number | null)[]} high @param {Place} place */
export function between(low, high, place) {
  return runs(low)
    .map((run) => {
      if (run.length === 1) {
        const x = middle(run[0], place);
        return `M${x - 7} ${place.y(low[run[0]])}h14V${place.y(high[run[0]])}h-14Z`;
      }
      const there = run.map((hour, i) => `${i === 0 ? 'M' : 'L'}${middle(hour, place)} ${place.y(high[hour])}`);
      const back = [...run].reverse().map((hour) => `L${middle(hour, place)} ${place.y(low[hour])}`);
      return `${there.join('')}${back.join('')}Z`;
    })
    .join('');
}

/** @param {number} hour @param {Place} place */
export function middle(hour, place) {
  return place.x(hour) + place.band / 2;
}

/** Hours in a row that have a value. */
function runs(values) {
  const all = [];
  values.forEach((value, hour) => {
    if (value === null) {
      return;
    }
    const last = all[all.length - 1];
    if (last !== undefined && last[last.length - 1] === hour - 1) {
      last.push(hour);
    } else {
      all.push([hour]);
    }
  });
  return all;
}

customElements.define('flyt-hour-chart', HourChart);

import { html, nothing, svg } from 'lit';
import { LightElement } from '../core/light-element.js';
import { looksBack } from '../core/look-back.js';
import { daysOf } from '../past/days.js';
import { OLD_MS, eveningOf, came, expected, happened, learned, rowOf, said, scale, share, whole } from './course.js';

const HEIGHT = 260;
const LEFT = 44;
const RIGHT = 14;
const TOP = 22;
const BOTTOM = 34;
const HOUR_MS = 3_600_000;
const BACK_HOURS = 8;
const AHEAD = [4, 12, 24, 48];

/**
 * How full it was and will probably be: `<flyt-forecast-chart .rows=${rows} .words .time .now .ward=${null} .hours=${24}>`. What
 * happened is a solid line, the most likely course a dashed one with the ranges that hold half and nine tenths, all open beds in
 * use a line with its name. At a past moment what came after goes on over the ranges. The same numbers stand in words under it.
 *
 *     <figure><svg role="img" aria-label="…">…</svg> <ul class="said"><li>…</li></ul> <p>…</p></figure>
 */
export class ForecastChart extends LightElement {
  static properties = {
    rows: { attribute: false },
    words: { attribute: false },
    time: { attribute: false },
    now: { attribute: false },
    ward: { attribute: false },
    hours: { type: Number },
    hospital: {},
    failed: { type: Boolean },
    curve: { attribute: false },
    width: { state: true },
  };

  /** @type {ReturnType<typeof daysOf> | null} */
  #days = null;
  #heard = () => this.requestUpdate();
  #watch = new ResizeObserver(([entry]) => (this.width = Math.round(entry.contentRect.width)));

  constructor() {
    super();
    /** The rows of view `forecast`; null: they are on their way. @type {import('./course.js').ForecastRow[] | null} */
    this.rows = null;
    this.words = null;
    this.time = null;
    /** Hospital time, epoch milliseconds. @type {number | null} */
    this.now = null;
    /** Of which ward; null: the house. @type {string | null} */
    this.ward = null;
    this.hours = 24;
    this.hospital = '';
    /** Whether the rows cannot be had. */
    this.failed = false;
    /** What came after, by time; null: asked for where the page looks back. @type {import('../past/days.js').Point[] | null} */
    this.curve = null;
    this.width = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
    if (this.#days !== null) {
      this.#days.removeEventListener('change', this.#heard);
      this.#days = null;
    }
  }

  /** Of the house; of a ward nobody has counted it. */
  #came(row) {
    if (this.curve === null && this.ward === null && this.hospital !== '' && looksBack() && this.#days === null) {
      this.#days = daysOf(this.hospital);
      this.#days.addEventListener('change', this.#heard);
    }
    const known = this.#days === null ? [] : this.#days.around(Date.parse(row.madeAt) + 24 * HOUR_MS).flatMap((day) => day.curve);
    return this.ward === null ? came(row, this.curve || known, this.hours) : [];
  }

  render() {
    const { words, rows } = this;
    if (words === null) {
      return nothing;
    }
    const row = rows === null ? null : rowOf(rows, this.ward);
    const points = row === null ? [] : expected(row, this.hours);
    const then = points.length === 0 ? [] : this.#came(row);
    const old = row !== null && row.madeAt !== null && this.now !== null && this.now - Date.parse(row.madeAt) > OLD_MS;
    return html`<figure class="forecast-figure ${old ? 'old' : ''}">
      <figcaption><h2>${words(this.hours > 24 ? 'forecast.two-days' : 'forecast.day')} <small>${words('forecast.unit')}</small></h2>
        <ul class="marks">${then.length === 0 ? nothing : html`<li>${cameKey}${words('forecast.came-key')}</li>`}<li>${key('half')}50 %</li><li>${key('most')}${words('forecast.likely-90')}</li></ul></figcaption>
      ${this.failed ? this.#text('forecast.failed-title', words('forecast.failed')) : this.#body(row, points, then, old)}
    </figure>`;
  }

  #body(row, points, then, old) {
    const { words, time } = this;
    if (row === null || time === null) {
      return this.width === 0 ? html`<div class="place"></div>` : html`<div class="place">${this.#drawn(null, [])}</div>`;
    }
    if (points.length === 0) {
      return this.#text('forecast.too-little', words('forecast.first-needed'));
    }
    if (row.now.open === 0) {
      return this.#text('forecast.none-open', words('forecast.none-open-why', { patients: row.now.patients }));
    }
    const sentences = AHEAD.filter((hours) => hours <= points.length).map((hours) => said(row, hours, then, words, time));
    return html`<div class="place">${this.width === 0 ? nothing : this.#drawn(row, points, then, sentences)}</div>
      <ul class="said">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>
      <p class="made"><b>${words('forecast.made', { at: time.clock(row.madeAt) })}</b>${old ? html` <span class="age">${words('forecast.old')}</span>` : nothing} ${learned(row, words)}</p>`;
  }

  #text(title, why) {
    return html`<div class="missing"><b>${this.words(title)}</b><p>${why}</p></div>`;
  }

  /** Axes and the line of all open beds; with a row what was and will be. */
  #drawn(row, points, then = [], sentences = []) {
    const { words, time, width } = this;
    const made = row === null ? (this.now === null ? 0 : this.now) : Date.parse(row.madeAt);
    const from = made - BACK_HOURS * HOUR_MS;
    const to = made + this.hours * HOUR_MS;
    const pieces = row === null ? [] : happened(row, from);
    const lines = scale([...[...pieces.flat(), ...then].map((point) => point.value), ...points.flatMap((point) => [point.low90, point.high90])]);
    const [lowest, highest] = [lines[0], lines[lines.length - 1]];
    const bottom = HEIGHT - BOTTOM;
    const x = (at) => LEFT + ((width - LEFT - RIGHT) * (at - from)) / (to - from);
    const y = (value) => bottom - ((bottom - TOP) * (value - lowest)) / (highest - lowest);
    const nowShare = row === null ? null : share(row.now.patients, row.now.open);
    const start = row === null ? [] : [{ at: made, mean: nowShare, low50: nowShare, high50: nowShare, low90: nowShare, high90: nowShare }];
    const course = [...start, ...points];
    const label = row === null ? words('forecast.loading') : words('forecast.label', { name: row.name, percent: Math.round(nowShare), patients: row.now.patients, open: row.now.open, sentences: sentences.join('. ') });
    return svg`<svg role="img" aria-label=${label} width=${width} height=${HEIGHT} viewBox="0 0 ${width} ${HEIGHT}">
      ${lines.map((line) => svg`<path class=${line === lowest ? 'axis' : 'grid'} d="M${LEFT} ${y(line)}H${width - RIGHT}" /><text class="tick" x=${LEFT - 8} y=${y(line) + 5} text-anchor="end">${line}</text>`)}
      <path class="most" d=${band(course, 'low90', 'high90', x, y)} /><path class="half" d=${band(course, 'low50', 'high50', x, y)} />
      <path class="capacity" d="M${LEFT} ${y(100)}H${width - RIGHT}" /><text class="capacity-name" x=${width - RIGHT} y=${y(100) - 7} text-anchor="end">${words('forecast.capacity')}</text>
      ${row === null || time === null ? nothing : this.#marks(row, course, then.length === 0 ? pieces : [...pieces, [{ at: made, value: nowShare }, ...then]], { x, y, bottom, to, nowShare })}
    </svg>`;
  }

  #marks(row, course, pieces, { x, y, bottom, to, nowShare }) {
    const { words, time } = this;
    const made = course[0].at;
    const evening = eveningOf(course, time);
    const ticks = hoursOf(made - BACK_HOURS * HOUR_MS, to, this.width < 520 ? 8 : this.hours > 24 ? 6 : 4, time);
    const likely = evening === undefined ? null : whole(evening);
    return svg`${ticks.map(({ at, hour }) => (hour === 0 ? svg`<path class="midnight" d="M${x(at)} ${TOP}V${bottom}" /><text class="tick" x=${x(at) + 6} y=${bottom - 6}>${time.weekday(time.day(at))}</text>` : nothing))}
      ${ticks.map(({ at, hour }) => svg`<text class="tick" x=${x(at)} y=${HEIGHT - 10} text-anchor="middle">${String(hour).padStart(2, '0')}</text>`)}
      ${pieces.map((piece) => svg`<path class="happened" d=${path(piece.map((point) => [x(point.at), y(point.value)]))} />`)}
      <path class="course" d=${path(course.map((point) => [x(point.at), y(point.mean)]))} />
      <path class="now" d="M${x(made)} ${TOP - 8}V${bottom}" /><circle class="now-dot" cx=${x(made)} cy=${y(nowShare)} r="4.5" />
      <text class="now-name" x=${x(made) + 8} y=${TOP - 8}>${words('forecast.now', { percent: Math.round(nowShare) })}</text>
      ${likely === null ? nothing : svg`<circle class="evening" cx=${x(evening.at)} cy=${y(evening.mean)} r="5.5" />
        <text class="evening-name" x=${x(evening.at)} y=${besideBand(y(evening.high90), y(evening.low90), bottom)} text-anchor=${x(evening.at) > this.width - 110 ? 'end' : 'middle'}>${words('forecast.evening', { at: time.clock(evening.at), percent: likely.percent })}</text>`}`;
  }
}

/** Where a name stands clear of the curve: under its widest range, above it where there is no room. */
function besideBand(high, low, bottom) {
  return low + 20 <= bottom - 22 ? low + 20 : Math.max(TOP + 12, high - 10);
}

function path(points) {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}

function band(course, low, high, x, y) {
  if (course.length === 0) {
    return '';
  }
  const there = path(course.map((point) => [x(point.at), y(point[high])]));
  return `${there}${[...course].reverse().map((point) => `L${x(point.at).toFixed(1)} ${y(point[low]).toFixed(1)}`).join('')}Z`;
}

/** The full hours by the hospital's clock that have room for their name; a night of 25 hours has one twice. */
function hoursOf(from, to, every, time) {
  const hours = [];
  for (let at = Math.ceil(from / HOUR_MS) * HOUR_MS; at <= to; at += HOUR_MS) {
    const hour = Math.floor(time.minuteOfDay(at) / 60);
    if (hour % every === 0 && !hours.some((other) => other.hour === hour && at - other.at === HOUR_MS)) {
      hours.push({ at, hour });
    }
  }
  return hours;
}

/** What a range looks like. @param {string} range */
const key = (range) => html`<svg class="key" aria-hidden="true"><rect class=${range} width="16" height="14" /></svg>`;

/** What what came after looks like. */
const cameKey = html`<svg class="key" aria-hidden="true"><path class="happened" d="M1 7H15" /></svg>`;

customElements.define('flyt-forecast-chart', ForecastChart);

import { html, nothing, svg } from 'lit';

/**
 * The track of the player: the occupancy of the days around the moment, their marks, and the handle. Pure but for the markup.
 *
 * @typedef {{days: import('./days.js').Day[], now: number, words: import('../core/words.js').Words, time: import('../core/hospital-time.js').HospitalTime}} Shown
 */

const WIDTH = 1000;
const HEIGHT = 40;
const MINUTE = 60_000;

/** Whoever presses so close to a mark means it: CSS pixels, as wide as a fingertip. */
const CLOSE = 12;

/**
 * Pressed it goes to that moment, or to the mark there; with the keyboard in it Page Up and Page Down go to the next mark and the one
 * before.
 * @param {Shown} shown @param {(at: number) => void} seek @param {(way: 1 | -1) => void} jump
 */
export function track({ days, now, words, time }, seek, jump) {
  if (days.length === 0) {
    return html`<div class="track waiting" aria-hidden="true"></div>`;
  }
  const [from, to] = [Date.parse(days[0].from), Date.parse(days[days.length - 1].to)];
  const x = (at) => ((Math.min(to, Math.max(from, at)) - from) / (to - from)) * WIDTH;
  const pressed = (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = (pixels) => from + ((pixels - box.left) / box.width) * (to - from);
    seek(markAt(days, at(event.clientX), at(event.clientX + CLOSE) - at(event.clientX)));
  };
  const keyed = (event) => {
    const way = { PageUp: 1, PageDown: -1 }[event.key];
    if (way !== undefined) {
      event.preventDefault();
      jump(way);
    }
  };
  const said = words('past.at', { day: time.shortDate(now), at: time.clock(now) });
  return html`<div class="track" role="slider" tabindex="0" aria-label=${words('past.track')} aria-valuemin=${from / MINUTE} aria-valuemax=${to / MINUTE}
      aria-valuenow=${Math.round(now / MINUTE)} aria-valuetext=${said} @pointerdown=${pressed} @keydown=${keyed}>
    <svg viewBox="0 0 ${WIDTH} 60" preserveAspectRatio="none" aria-hidden="true">
      ${curve(days, x)}
      ${days.slice(1).map((day) => svg`<line class="midnight" x1=${x(Date.parse(day.from))} x2=${x(Date.parse(day.from))} y1="0" y2="60" />`)}
      ${days.flatMap((day) => day.marks).map((mark) => svg`<rect class="mark ${mark.kind}" x=${x(Date.parse(mark.at)) - 2.5} y="46" width="5" height="12" rx="2"><title>${markWords(mark, words, time)}</title></rect>`)}
      <line class="handle" x1=${x(now)} x2=${x(now)} y1="0" y2="60" />
    </svg>
    <ol class="dates" aria-hidden="true">${days.map((day) => html`<li>${time.shortDate(day.from)}</li>`)}</ol>
  </div>`;
}

/** The mark closest to a moment, as far as one is that close; else the moment. */
function markAt(days, at, close) {
  const away = (moment) => Math.abs(moment - at);
  const marks = days.flatMap((day) => day.marks).map((mark) => Date.parse(mark.at));
  return marks.filter((mark) => away(mark) <= close).sort((a, b) => away(a) - away(b))[0] || at;
}

/** @param {import('./days.js').Mark} mark */
export function markWords(mark, words, time) {
  return `${words(`past.mark-${mark.kind}`)} ${time.shortDate(mark.at)} ${time.clock(mark.at)}`;
}

/** The share of the open beds that is in use, between the lowest and the highest of these days. */
function curve(days, x) {
  const points = days.flatMap((day) => day.curve).map(({ at, patients, staffed }) => [x(Date.parse(at)), staffed === 0 ? 0 : patients / staffed]);
  if (points.length < 2) {
    return nothing;
  }
  const shares = points.map(([, share]) => share);
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  const y = (share) => (high === low ? HEIGHT / 2 : HEIGHT - 4 - ((share - low) / (high - low)) * (HEIGHT - 8));
  const line = points.map(([at, share]) => `${at.toFixed(1)},${y(share).toFixed(1)}`).join(' ');
  return svg`<polygon class="area" points=${`${points[0][0]},60 ${line} ${points[points.length - 1][0]},60`} /><polyline class="curve" points=${line} />`;
}

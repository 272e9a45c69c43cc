import { get } from '../core/api.js';

/**
 * How it was, day by day of the hospital's own calendar: what the track of the player shows.
 *
 * @typedef {{at: string, patients: number, staffed: number}} Point
 * @typedef {{at: string, kind: string}} Mark
 * @typedef {{from: string, to: string, timeZone: string, synthetic: boolean, curve: Point[], marks: Mark[]}} Day
 */

/** Days that were asked for; each is asked for once. Dispatches `change` when one has come. */
class Days extends EventTarget {
  #hospital;
  /** By their beginning, in epoch milliseconds. @type {Map<number, Day>} */
  #known = new Map();
  /** @type {Set<string>} */
  #asked = new Set();

  /** @param {string} hospital */
  constructor(hospital) {
    super();
    this.#hospital = hospital;
  }

  /** The day of a moment with those beside it, as far as they are known; the others are asked for. @param {number} now @returns {Day[]} */
  around(now) {
    const day = this.#day(now);
    if (day === null) {
      return [];
    }
    return [this.#day(Date.parse(day.from) - 1), day, this.#day(Date.parse(day.to))].filter((each) => each !== null);
  }

  /** @param {number} at @returns {Day | null} */
  #day(at) {
    for (const [from, day] of this.#known) {
      if (from <= at && at < Date.parse(day.to)) {
        return day;
      }
    }
    const hour = new Date(Math.floor(at / 3_600_000) * 3_600_000).toISOString();
    if (!this.#asked.has(hour)) {
      this.#asked.add(hour);
      this.#ask(hour).catch(() => {});
    }
    return null;
  }

  async #ask(hour) {
    const answer = await get(`/api/v1/hospitals/${encodeURIComponent(this.#hospital)}/past?at=${hour}`);
    if (answer.ok) {
      this.#known.set(Date.parse(answer.body.from), answer.body);
      this.dispatchEvent(new Event('change'));
    }
  }
}

/** By their hospitals: whoever shows days of the same one shares them. @type {Map<string, Days>} */
const shared = new Map();

/** The days of a hospital, for as long as the page lives. @param {string} hospital @returns {Days} */
export function daysOf(hospital) {
  const days = shared.get(hospital) || new Days(hospital);
  shared.set(hospital, days);
  return days;
}

/** The next mark after a moment, or the last before it. @param {Day[]} days @param {number} now @param {1 | -1} way @returns {Mark | null} */
export function markBeside(days, now, way) {
  const marks = days.flatMap((day) => day.marks).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const beside = marks.filter((mark) => way * (Date.parse(mark.at) - now) > 0);
  return (way > 0 ? beside[0] : beside[beside.length - 1]) || null;
}

/**
 * The course of a forecast row in the numbers that are shown. Pure.
 *
 * @typedef {{patients: number, open: number, ready: number}} Count
 * @typedef {{mean: number[], low50: number[], high50: number[], low90: number[], high90: number[]}} Spreads
 * @typedef {object} ForecastRow as the view `forecast` has it
 * @property {string} key `forecast` of the house, `forecast/LUN` of a ward
 * @property {string | null} ward @property {string} name @property {string} timeZone
 * @property {string | null} madeAt @property {number | null} learnedHours
 * @property {Count | null} now @property {(Count & {at: string})[]} past
 * @property {{patients: Spreads, leaving: Spreads, coming: Spreads, ready: Spreads} | null} expected
 *
 * @typedef {{at: number, mean: number, low50: number, high50: number, low90: number, high90: number}} Point
 * @typedef {{at: number, value: number}} Known
 */

const HOUR_MS = 3_600_000;

/** A forecast that is older is drawn as an old one. */
export const OLD_MS = 30 * 60_000;

/** The row of the house, or of a ward. @param {ForecastRow[]} rows @param {string | null} ward @returns {ForecastRow | null} */
export function rowOf(rows, ward) {
  return rows.find((row) => row.ward === ward) || null;
}

/** Per cent of the beds that are open; of none there is no share. @param {number} patients @param {number} open */
export function share(patients, open) {
  return open === 0 ? 0 : (100 * patients) / open;
}

/**
 * What is expected, hour by hour, in per cent of the beds open now.
 * @param {ForecastRow} row @param {number} hours how many of them
 * @returns {Point[]}
 */
export function expected(row, hours) {
  if (row.expected === null || row.now === null || row.madeAt === null) {
    return [];
  }
  const { patients } = row.expected;
  const { open } = row.now;
  const from = Date.parse(row.madeAt);
  return patients.mean.slice(0, hours).map((mean, i) => ({
    at: from + (i + 1) * HOUR_MS,
    mean: share(mean, open),
    low50: share(patients.low50[i], open),
    high50: share(patients.high50[i], open),
    low90: share(patients.low90[i], open),
    high90: share(patients.high90[i], open),
  }));
}

/**
 * What happened, up to the moment the forecast was made; in pieces where hours are missing between.
 * @param {ForecastRow} row @param {number} since epoch milliseconds
 * @returns {Known[][]}
 */
export function happened(row, since) {
  const known = row.past.map((hour) => ({ at: Date.parse(hour.at), value: share(hour.patients, hour.open) }));
  if (row.now !== null && row.madeAt !== null) {
    const at = Date.parse(row.madeAt);
    known.splice(0, known.length, ...known.filter((hour) => hour.at < at), { at, value: share(row.now.patients, row.now.open) });
  }
  const pieces = [];
  for (const point of known.filter((hour) => hour.at >= since)) {
    const last = pieces[pieces.length - 1];
    if (last !== undefined && point.at - last[last.length - 1].at <= HOUR_MS) {
      last.push(point);
    } else {
      pieces.push([point]);
    }
  }
  return pieces;
}

const EVENING = 18 * 60;

/** The first point whose hour begins at six in the evening; undefined where none does. @param {Point[]} course */
export function eveningOf(course, time) {
  return course.find((point, i) => i > 0 && Math.floor(time.minuteOfDay(point.at) / 60) * 60 === EVENING);
}

/**
 * What came after it was made, as far as that is known by now and no farther than it looks.
 * @param {ForecastRow} row @param {import('../past/days.js').Point[]} curve by time @param {number} hours
 * @returns {Known[]}
 */
export function came(row, curve, hours) {
  const made = Date.parse(row.madeAt);
  return curve
    .map(({ at, patients, staffed }) => ({ at: Date.parse(at), value: share(patients, staffed) }))
    .filter(({ at }) => at > made && at <= made + hours * HOUR_MS);
}

/** So many hours ahead, in words: `om 4 t, kl. 14:40: 86 %, mellom 83 og 89`, and what came of it. @param {Known[]} then */
export function said(row, hours, then, words, time) {
  const point = expected(row, hours)[hours - 1];
  const sentence = words('forecast.at', { hours, at: time.clock(point.at), ...whole(point) });
  const last = then.filter(({ at }) => at <= point.at).pop();
  return last === undefined || point.at - last.at >= HOUR_MS
    ? sentence
    : `${sentence}; ${words('forecast.came', { percent: Math.round(last.value) })}`;
}

/** The same in a few signs: `86 %` and `83–89`. @param {Point} point */
export function whole(point) {
  return { percent: Math.round(point.mean), low: Math.round(point.low90), high: Math.round(point.high90) };
}

/** Of what the forecast was made, in a sentence. @param {ForecastRow} row */
export function learned(row, words) {
  if (row.learnedHours === null || row.learnedHours === 0) {
    return words('forecast.no-history');
  }
  return row.learnedHours < 14 * 24
    ? words('forecast.little-history', { hours: row.learnedHours })
    : words('forecast.history', { days: Math.round(row.learnedHours / 24) });
}

/** Lines across: from a round number below all to one above, and 100 among them. @param {number[]} values */
export function scale(values) {
  const lowest = Math.min(90, ...values);
  const highest = Math.max(100, ...values);
  const step = [5, 10, 20, 50].find((one) => (highest - lowest) / one <= 6) || 100;
  const lines = [];
  for (let line = Math.floor(lowest / step) * step; line < highest + step; line += step) {
    lines.push(line);
  }
  return lines;
}

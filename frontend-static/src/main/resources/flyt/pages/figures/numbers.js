/**
 * Figures as the page says them.
 *
 * @typedef {{count: number, suppressed: boolean, median: number | null, p90: number | null}} Spread minutes
 * @typedef {object} Group
 * @property {string | null} [group] hour, weekday, zone or kind
 * @property {number} count tasks
 * @property {boolean} suppressed fewer people stand behind it than may be shown: it has nothing more than its count
 * @property {number} [people] @property {number} [delayed] @property {number} [foundDirty]
 * @property {Spread} [orderedToAccepted] @property {Spread} [orderedToStarted] @property {Spread} [orderedToDone]
 *
 * @typedef {object} Sheet as the server answers
 * @property {number} leastPeople
 * @property {Group} whole @property {Group[]} groups
 * @property {(number | null)[]} requestsByHour @property {(number | null)[]} onDutyByHour @property {boolean} signedOn
 */

/** The steps of a task that are timed, in their order. */
export const STEPS = ['orderedToAccepted', 'orderedToStarted', 'orderedToDone'];

/** Whole minutes, or a dash where there are none. @param {number | null | undefined} minutes */
export function minutes(minutes) {
  return minutes === null || minutes === undefined ? '–' : grouped(Math.round(minutes));
}

/** `1 234`: a narrow space between thousands. @param {number} count */
export function grouped(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** One decimal under ten, else whole; with the language's decimal sign. @param {number} value */
export function rate(value, words) {
  return value < 10 ? (Math.round(value * 10) / 10).toString().replace('.', words('number.decimal')) : grouped(Math.round(value));
}

/** A step of a group; null where it is not shown or there is none. @param {Group | undefined} group @returns {Spread | null} */
export function shown(group, step) {
  const spread = group === undefined || group.suppressed ? null : group[step];
  return spread === null || spread === undefined || spread.median === null ? null : spread;
}

/** Whether there is something that may not be shown. @param {Group | undefined} group */
export function hidden(group, step) {
  return group !== undefined && group.count > 0 && (group.suppressed || Boolean(step && group[step].suppressed));
}

/** `færre enn 5`. @param {Sheet} sheet */
export function few(sheet, words) {
  return words('figures.few', { least: sheet.leastPeople });
}

/** By how much a step is quicker or slower than before, in words; empty where there is nothing to compare. */
export function change(now, before, words) {
  if (now === null || before === null) {
    return '';
  }
  const difference = Math.round(now.median) - Math.round(before.median);
  if (difference === 0) {
    return words('figures.same');
  }
  return words(difference < 0 ? 'figures.shorter' : 'figures.longer', { minutes: minutes(Math.abs(difference)) });
}

/** A round number at or above the highest of a chart, and the lines between. @param {number} highest @returns {number[]} from 0 up */
export function scale(highest) {
  const rough = Math.max(highest, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough && (one >= 1 ? Number.isInteger(one) : true)));
  const lines = [];
  for (let line = 0; line < highest + step; line += step) {
    lines.push(line);
  }
  return lines;
}

import { instantOf } from '../audit/hospital-moment.js';

/**
 * A stretch of time, with its first moment and not its last.
 *
 * @typedef {{from: string, to: string}} Period instants in UTC
 */

const DAY_MS = 86_400_000;
/** As long as the server answers for. */
const LONGEST_DAYS = 366;

/** Whole days back from now; null: it is chosen by hand. */
export const PERIODS = { today: 0, week: 7, month: 28, own: null };

/**
 * The period of a choice.
 * @param {string} choice a key of PERIODS
 * @param {{from: string, to: string}} days of one that is chosen by hand: its first and its last day, `2026-11-12`
 * @param {number} now the hospital's
 * @param {import('../core/hospital-time.js').HospitalTime} time @param {string} zone
 * @returns {Period | null} null: those are not days in this order, or too many
 */
export function periodOf(choice, days, now, time, zone) {
  if (choice === 'own') {
    return ownPeriod(days, zone);
  }
  const to = new Date(Math.floor(now / 60_000) * 60_000).toISOString();
  const from = choice === 'today'
    ? instantOf(`${time.day(now)}T00:00`, zone)
    : instantOf(`${addDays(time.day(now), -PERIODS[choice])}T${time.clock(now)}`, zone);
  return from < to ? { from, to } : { from: addMs(to, -60_000), to };
}

/**
 * What a period is compared with: the one just before it, of today yesterday up to the same time.
 * @param {string} choice `none`, `previous` or `own`
 * @param {Period} period @param {string} of the choice that the period comes from
 */
export function beforeOf(choice, days, period, of, zone) {
  if (choice === 'none') {
    return null;
  } else if (choice === 'own') {
    return ownPeriod(days, zone);
  }
  const length = of === 'today' ? DAY_MS : Date.parse(period.to) - Date.parse(period.from);
  return { from: addMs(period.from, -length), to: addMs(period.to, -length) };
}

/** `2026-11-12` and some days. @param {string} day @param {number} days */
export function addDays(day, days) {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function ownPeriod({ from, to }, zone) {
  if (!/^\d{4}-\d\d-\d\d$/.test(from) || !/^\d{4}-\d\d-\d\d$/.test(to) || from > to || addDays(from, LONGEST_DAYS) <= to) {
    return null;
  }
  return { from: instantOf(`${from}T00:00`, zone), to: instantOf(`${addDays(to, 1)}T00:00`, zone) };
}

function addMs(instant, ms) {
  return new Date(Date.parse(instant) + ms).toISOString();
}
